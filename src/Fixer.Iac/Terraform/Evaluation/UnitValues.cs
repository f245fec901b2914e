using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Units;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>
/// The values that Terragrunt passes to the variables of a root module, by environment variables. Terraform reads the text of such a variable as an
/// expression if the type is none of a string, a number or a bool, and takes it as it is otherwise, also where there is no type
/// (Terraform documentation, "Environment Variables").
/// </summary>
static class UnitValues
{
    public static void Read(RootContext root, TerragruntUnit unit, Dictionary<string, HclValue> values)
    {
        foreach (var (path, file) in unit.Files)
            root.Parsed[path] = file;
        foreach (var problem in unit.Problems)
            root.Report(problem);
        foreach (var variable in Variables(root))
        {
            if (unit.Inputs.Values.TryGetValue(variable.Labels[0], out var value))
                values[variable.Labels[0]] = Passed(variable, value);
            else if (!unit.Inputs.IsComplete)
                values[variable.Labels[0]] = Unknown(Origin.Supplied);
        }
    }

    /// <summary>Makes all unknown, where something counts more that is.</summary>
    public static void Overrule(RootContext root, Dictionary<string, HclValue> values)
    {
        foreach (var variable in Variables(root))
            values[variable.Labels[0]] = Unknown(Origin.Supplied);
    }

    static IEnumerable<ConfigurationBlock> Variables(RootContext root) => root.Source(root.Folder)?.OfType("variable") ?? [];

    static HclValue Passed(ConfigurationBlock variable, HclValue value)
    {
        // Versions of Terragrunt differ in what they make of null.
        if (value.IsUnknown || value.IsNull)
            return Unknown(value.Origin);
        var isPlain = !value.Type.IsKeyed && !value.Type.IsSequence;
        return variable.Body.Argument("type")?.Value switch
        {
            null => (isPlain ? HclConversion.Convert(value, HclType.String, out _) : null) ?? Unknown(value.Origin),
            var type when TypeName(type) is "string" or "number" or "bool" => isPlain ? value : Unknown(value.Origin),
            _ => value.Type == HclType.String ? Unknown(value.Origin) : value,
        };
    }

    static string TypeName(SyntaxNode type) => type is JsonString json ? json.Value : type is StringLiteral old ? old.Value : type.ToString() ?? "";

    static HclValue Unknown(Origin origin) => HclValue.Unknown(HclType.Dynamic, origin);
}
