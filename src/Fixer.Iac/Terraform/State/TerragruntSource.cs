using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.State;

/// <summary>What one file of Terragrunt says about the backend.</summary>
sealed class TerragruntSource(HclFile file, TerragruntScope scope, TerragruntInclude? include)
{
    /// <summary>What is not known if nothing is.</summary>
    static readonly string[] Locating = ["bucket", "key", "path"];

    public string Path => file.Text.Path;

    public HclBody Body => file.Body;

    public TerragruntScope Scope => scope;

    /// <summary>By what the unit includes it; null for the unit's own file.</summary>
    public TerragruntInclude? Include => include;

    /// <summary>By <c>remote_state</c>, block or argument; null if it has none.</summary>
    public StateBackend? RemoteState()
    {
        if (file.Body.BlocksOfType("remote_state").FirstOrDefault() is { } block)
        {
            var type = block.Body.Attribute("backend") is { } backend ? scope.TextOf(backend.Value) : null;
            var config = block.Body.Attribute("config");
            return Backend(block, type, config is null ? Empty : SettingsOf(config.Value));
        }

        if (file.Body.Attribute("remote_state") is not { Value: var value } attribute)
            return null;
        var evaluation = scope.Evaluate(value);
        return evaluation.Value is { IsUnknown: false, IsNull: false, Type.IsKeyed: true } whole
            ? Backend(attribute, (whole.Element("backend")?.Value).TextOrNull(), whole.Element("config") is { } element ? SettingsOf(element.Value, value) : Empty)
            : Backend(attribute, null, Empty);
    }

    /// <summary>By a backend block in a file that a <c>generate</c> block writes; null if there is none.</summary>
    public StateBackend? Generated()
    {
        foreach (var block in file.Body.BlocksOfType("generate"))
        {
            if (block.Body.Attribute("contents") is not { } contents)
                continue;
            var source = contents.ToString();
            if (!source.Contains("backend", StringComparison.Ordinal) && !source.Contains("cloud", StringComparison.Ordinal))
                continue;
            if (scope.TextOf(contents.Value) is not { } text)
                return Backend(block, null, Empty);
            var written = HclFile.Parse(Encoding.UTF8.GetBytes(text), Path);
            if (BackendBlock.Read([written]) is { Backend: { Source: not null } backend })
                return backend with { Source = SourceLocation.Of(block) };
        }

        return null;
    }

    static ImmutableSortedDictionary<string, BackendSetting> Empty => StateBackend.Local.Settings;

    static StateBackend Backend(HclBodyItem item, string? type, ImmutableSortedDictionary<string, BackendSetting> settings) => new(type ?? "unknown", settings, SourceLocation.Of(item));

    /// <summary>One by one where they are written out, so that one that is in error leaves the others.</summary>
    ImmutableSortedDictionary<string, BackendSetting> SettingsOf(HclExpression config)
    {
        if (config.WithoutParentheses is not ObjectExpression written)
            return SettingsOf(scope.Evaluate(config).Value, config);
        return Empty.SetItems(
            from item in written.Items
            let name = item.ConstantKey ?? scope.TextOf(item.Key)
            where name is not null
            select KeyValuePair.Create(name, BackendBlock.Setting(scope.Evaluate(item.Value), item.Value)));
    }

    static ImmutableSortedDictionary<string, BackendSetting> SettingsOf(HclValue config, HclExpression source) => config is { IsUnknown: false, IsNull: false, Type.IsKeyed: true }
        ? Empty.SetItems(config.Elements.Select(e => KeyValuePair.Create(e.Key!, BackendBlock.Setting(new HclEvaluation(e.Value, []), source))))
        : Empty.SetItems(Locating.Select(n => KeyValuePair.Create(n, BackendBlock.Setting(new HclEvaluation(config, []), source))));
}
