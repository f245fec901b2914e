using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>
/// The values that files give to the variables of a root module (Terraform documentation, "Variable Definition Precedence"):
/// <c>terraform.tfvars</c>, then <c>*.auto.tfvars</c> in the order of their names, then files that are asked for. What Terragrunt passes counts
/// less than any of these.
/// </summary>
static class InputValues
{
    const string Named = "terraform.tfvars";
    const string NamedJson = "terraform.tfvars.json";

    public static Dictionary<string, HclValue> Read(RootContext root)
    {
        var values = new Dictionary<string, HclValue>(StringComparer.Ordinal);
        var unit = root.Options.Unit is { } file ? root.Modules.Units.Read(file) : null;
        if (unit is not null)
            UnitValues.Read(root, unit, values);
        var found = Automatic(root, root.Folder);

        // Terragrunt copies the files of the unit's folder over those of the module.
        foreach (var (name, path) in unit is null ? [] : Automatic(root, unit.Folder))
            found[name] = path;
        var names = found.Keys.Where(n => n is Named).Concat(found.Keys.Where(n => n is NamedJson)).Concat(found.Keys.Where(n => n is not (Named or NamedJson)).Order(StringComparer.Ordinal));
        foreach (var path in names.Select(n => found[n]).Concat(unit?.VarFiles ?? []).Concat(root.Options.VarFiles))
            Read(root, path, values);
        if (unit is { IsOverruled: true })
            UnitValues.Overrule(root, values);
        return values;
    }

    static Dictionary<string, string> Automatic(RootContext root, string folder) =>
        (root.Files.NamesIn(folder) ?? []).Where(IsAutomatic).ToDictionary(n => n, n => folder.Length == 0 ? n : $"{folder}/{n}", StringComparer.Ordinal);

    /// <summary>Whether Terraform reads a file of this name, in the root module's folder, without being told to.</summary>
    public static bool IsAutomatic(string name) => name is Named or NamedJson || name.EndsWith(".auto.tfvars", StringComparison.Ordinal) || name.EndsWith(".auto.tfvars.json", StringComparison.Ordinal);

    static void Read(RootContext root, string path, Dictionary<string, HclValue> values)
    {
        if (root.Files.Read(path) is not { } content)
        {
            root.Report(new(path, 1, 1, ModuleProblems.Unreadable, "The file of values cannot be read."));
            return;
        }

        var (body, diagnostics) = path.EndsWith(".json", StringComparison.Ordinal) ? Json(root, content, path) : Native(root, content, path);
        foreach (var diagnostic in diagnostics)
            root.Report(new(path, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Code, diagnostic.Message));
        foreach (var argument in body.Arguments)
            values[argument.Name] = root.Evaluate(argument.Value, HclScope.Empty);
    }

    static (ConfigurationBody Body, IEnumerable<HclDiagnostic> Diagnostics) Native(RootContext root, ReadOnlyMemory<byte> content, string path)
    {
        var file = HclFile.Parse(content, path);
        root.Parsed[path] = file;
        return (new NativeBody(file.Body), file.Diagnostics);
    }

    static (ConfigurationBody Body, IEnumerable<HclDiagnostic> Diagnostics) Json(RootContext root, ReadOnlyMemory<byte> content, string path)
    {
        var file = JsonFile.Parse(content, path);
        root.Parsed[path] = file;
        return (new JsonSyntaxBody(file.Body), file.Diagnostics);
    }
}
