using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.State;

/// <summary>Finds and reads the <c>backend</c> or <c>cloud</c> block of a root module in native syntax.</summary>
public static class BackendBlock
{
    /// <summary>
    /// The backend of a root module. One in an override file takes the place of all others; where there is none, states are local. Two blocks, or none in a
    /// module with a broken file, are a problem and no backend.
    /// </summary>
    /// <param name="files">All files of the module, under names that tell override files from others.</param>
    public static BackendReading Read(IEnumerable<HclFile> files)
    {
        var problems = ImmutableArray.CreateBuilder<SourceProblem>();
        var sorted = files.OrderBy(f => f.Text.Path, StringComparer.Ordinal).ToArray();
        HclBlock? found = null;
        foreach (var block in sorted.Where(f => !IsOverride(f)).SelectMany(Blocks))
        {
            if (found is not null)
                problems.Add(BackendProblems.Second(block));
            found ??= block;
        }

        var overriding = sorted.Where(IsOverride).SelectMany(Blocks).LastOrDefault();
        if (overriding is null && problems.Count > 0)
            return new BackendReading(null, problems.ToImmutable());
        found = overriding ?? found;
        if (found is not null)
            return Of(found);
        return sorted.FirstOrDefault(f => !f.Diagnostics.IsEmpty) is { } broken
            ? new BackendReading(null, [BackendProblems.Unread(broken.Text.Path)])
            : new BackendReading(StateBackend.Local, []);
    }

    /// <summary>The settings in a body and, one level deep, in its blocks; their names in source order do not matter.</summary>
    internal static ImmutableSortedDictionary<string, BackendSetting> SettingsOf(HclBody body)
    {
        var evaluator = new HclEvaluator(HclScope.Empty, StandardFunctions.All);
        var settings = StateBackend.Local.Settings.ToBuilder();
        foreach (var (prefix, attributes) in body.Blocks.Select(b => (b.Type + ".", b.Body.Attributes)).Prepend(("", body.Attributes)))
        {
            foreach (var attribute in attributes)
                settings.TryAdd(prefix + attribute.Name, Setting(evaluator.Evaluate(attribute.Value), attribute.Value));
        }

        return settings.ToImmutable();
    }

    internal static BackendSetting Setting(HclEvaluation evaluation, HclNode source)
    {
        var place = $"{source.Text.Path}:{source.Text.LineOf(source.Span.Start)}";
        if (!evaluation.Succeeded)
            return new BackendSetting(null, $"{evaluation.Diagnostics[0].Message} ({place})");
        var value = HclConversion.Convert(evaluation.Value, HclType.String, out _);
        if (value is null)
            return new BackendSetting(null, $"it is no text ({place})");
        return value.IsUnknown ? new BackendSetting(null, $"it is not known before it runs ({place})") : new BackendSetting(value.IsNull ? null : value.AsString());
    }

    static BackendReading Of(HclBlock block)
    {
        if (block.Labels.Length != (block.Type == "cloud" ? 0 : 1))
            return new BackendReading(null, [BackendProblems.Labels(block)]);
        var type = block.Type == "cloud" ? "cloud" : block.Labels[0].Value;
        var source = new SourceLocation(block.Text.Path, block.Text.LineOf(block.Span.Start), block.Text.LineOf(block.Span.End - 1));
        return new BackendReading(new StateBackend(type, SettingsOf(block.Body), source), []);
    }

    static IEnumerable<HclBlock> Blocks(HclFile file) =>
        file.Body.BlocksOfType("terraform").SelectMany(t => t.Body.Blocks).Where(b => b.Type is "backend" or "cloud");

    static bool IsOverride(HclFile file) => ModuleSource.IsOverride(file.Text.Path[(file.Text.Path.LastIndexOf('/') + 1)..]);
}
