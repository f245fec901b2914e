using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Units;

/// <summary>The files of values that a unit has Terraform given on the command line, by <c>extra_arguments</c>.</summary>
sealed class UnitArguments(TerragruntReader reader, string folder, bool runsInFolder)
{
    readonly List<string> files = [];

    public ImmutableArray<string> VarFiles => [.. files];

    /// <summary>Whether values are passed of which it cannot be told what they are.</summary>
    public bool IsOverruled { get; private set; }

    public void Read(HclBlock block, TerragruntScope scope)
    {
        foreach (var argument in Texts(block, scope, "arguments"))
        {
            if (argument?.Split('=', 2) is ["-var-file" or "--var-file", var file])
                Add(file, isRequired: true);
            else if (argument is null || argument.TrimStart('-').StartsWith("var", StringComparison.Ordinal))
                IsOverruled = true;
        }

        foreach (var file in Texts(block, scope, "required_var_files"))
            Add(file, isRequired: true);
        foreach (var file in Texts(block, scope, "optional_var_files"))
            Add(file, isRequired: false);
    }

    /// <summary>The elements of a list of texts, null for each that is not known; one null if the list is not.</summary>
    static IEnumerable<string?> Texts(HclBlock block, TerragruntScope scope, string name)
    {
        if (block.Body.Attribute(name) is not { } attribute)
            return [];
        var value = scope.Evaluate(attribute.Value).Value;
        return value is { IsUnknown: false, IsNull: false, Type.IsSequence: true }
            ? value.Elements.Select(e => e.Value.TextOrNull())
            : [null];
    }

    /// <summary>A relative path starts where Terraform runs, which is a copy of the module.</summary>
    void Add(string? file, bool isRequired)
    {
        var path = file is not null && (runsInFolder || file is ['/', ..]) ? reader.InTree(file, folder) : null;
        if (path is null || reader.Has(path) is not { } has || (!has && isRequired))
            IsOverruled = true;
        else if (has)
            files.Add(path);
    }
}
