using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.State;

/// <summary>Finds and reads the <c>backend</c> or <c>cloud</c> block of a root module.</summary>
public static class BackendBlock
{
    /// <summary>
    /// The backend of a root module. One in an override file takes the place of all others; where there is none, states are local. Two blocks, or none in a
    /// module with a broken file, are a problem and no backend.
    /// </summary>
    /// <param name="files">All files of the module, under names that tell override files from others.</param>
    /// <param name="jsonFiles">Those of them that are in JSON.</param>
    public static BackendReading Read(IEnumerable<HclFile> files, IEnumerable<JsonFile>? jsonFiles = null)
    {
        var problems = ImmutableArray.CreateBuilder<SourceProblem>();
        var sorted = files.Select(f => (f.Text.Path, f.Diagnostics, Blocks: Blocks(f)))
            .Concat((jsonFiles ?? []).Select(f => (f.Text.Path, f.Diagnostics, Blocks: Blocks(f))))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToArray();
        ConfigurationBlock? found = null;
        foreach (var block in sorted.Where(f => !IsOverride(f.Path)).SelectMany(f => f.Blocks))
        {
            if (found is not null)
                problems.Add(BackendProblems.Second(block.Node));
            found ??= block;
        }

        var overriding = sorted.Where(f => IsOverride(f.Path)).SelectMany(f => f.Blocks).LastOrDefault();
        if (overriding is null && problems.Count > 0)
            return new BackendReading(null, problems.ToImmutable());
        found = overriding ?? found;
        if (found is not null)
            return Of(found);
        return sorted.FirstOrDefault(f => !f.Diagnostics.IsEmpty) is { Path: not null } broken
            ? new BackendReading(null, [BackendProblems.Unread(broken.Path)])
            : new BackendReading(StateBackend.Local, []);
    }

    /// <summary>The settings in a body and, one level deep, in its blocks; their names in source order do not matter.</summary>
    internal static ImmutableSortedDictionary<string, BackendSetting> SettingsOf(ConfigurationBody body)
    {
        var evaluator = new HclEvaluator(HclScope.Empty, StandardFunctions.All);
        var settings = StateBackend.Local.Settings.ToBuilder();
        foreach (var (prefix, arguments) in body.BlockTypes.SelectMany(t => body.Blocks(t, 0).Select(b => (t + ".", b.Body.Arguments))).Prepend(("", body.Arguments)))
        {
            foreach (var (name, value, _) in arguments)
            {
                // In JSON, what is an object is a block.
                if (value is JsonObject block)
                    Add(settings, $"{prefix}{name}.", SettingsOf(new JsonSyntaxBody(new JsonBody(block))));
                else
                    settings.TryAdd(prefix + name, Setting(value is JsonValue json ? evaluator.Evaluate(json) : evaluator.Evaluate((HclExpression)value), value));
            }
        }

        return settings.ToImmutable();
    }

    static void Add(ImmutableSortedDictionary<string, BackendSetting>.Builder settings, string prefix, ImmutableSortedDictionary<string, BackendSetting> more)
    {
        foreach (var (name, setting) in more)
            settings.TryAdd(prefix + name, setting);
    }

    internal static BackendSetting Setting(HclEvaluation evaluation, SyntaxNode source)
    {
        var place = $"{source.Text.Path}:{source.Text.LineOf(source.Span.Start)}";
        if (!evaluation.Succeeded)
            return new BackendSetting(null, $"{evaluation.Diagnostics[0].Message} ({place})");
        var value = HclConversion.Convert(evaluation.Value, HclType.String, out _);
        if (value is null)
            return new BackendSetting(null, $"it is no text ({place})");
        return value.IsUnknown ? new BackendSetting(null, $"it is not known before it runs ({place})") : new BackendSetting(value.IsNull ? null : value.AsString());
    }

    static BackendReading Of(ConfigurationBlock block)
    {
        if (block.Labels.Length != (block.Type == "cloud" ? 0 : 1))
            return new BackendReading(null, [BackendProblems.Labels(block.Node)]);
        return new BackendReading(new StateBackend(block.Type == "cloud" ? "cloud" : block.Labels[0], SettingsOf(block.Body), block.Location), []);
    }

    static IEnumerable<ConfigurationBlock> Blocks(HclFile file) =>
        from block in file.Body.BlocksOfType("terraform").SelectMany(t => t.Body.Blocks)
        where block.Type is "backend" or "cloud"
        select new ConfigurationBlock(block.Type, [.. block.Labels.Select(l => l.Value)], new NativeBody(block.Body), block);

    static IEnumerable<ConfigurationBlock> Blocks(JsonFile file) =>
        new JsonSyntaxBody(file.Body).Blocks("terraform", 0).SelectMany(t => t.Body.Blocks("backend", 1).Concat(t.Body.Blocks("cloud", 0)));

    static bool IsOverride(string path) => ModuleSource.IsOverride(SourceTree.NameOf(path));
}
