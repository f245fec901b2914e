using Fixer.Hcl;
using Fixer.Hcl.Evaluation;

namespace Fixer.Iac.Terraform.State;

/// <summary>The files of Terragrunt in a repository, each parsed once, however many units read it. Not safe for threads.</summary>
sealed class TerragruntFiles(SourceTree tree)
{
    /// <summary>Enough for thousands of units; what they may all take together, where every one reads every other.</summary>
    const long Units = 10 * EvaluationBudget.Default;

    readonly HashSet<string> unread = [.. tree.LeftOut, .. tree.Unread, .. tree.Links];
    readonly Dictionary<string, HclFile> parsed = new(StringComparer.Ordinal);
    readonly Dictionary<string, Dictionary<string, HclAttribute>> locals = new(StringComparer.Ordinal);

    /// <summary>What reading them may take, as if they lay in one place and in another.</summary>
    public (EvaluationBudget Here, EvaluationBudget There) Budgets { get; } = (new(Units), new(Units));

    /// <summary>Whether there is such a file; null if it cannot be told.</summary>
    public bool? Has(string path) => unread.Contains(path) ? null : tree.Files.ContainsKey(path);

    /// <summary>A file; null if it is not there, or was not read.</summary>
    public HclFile? Read(string path)
    {
        if (!parsed.TryGetValue(path, out var file) && tree.Files.TryGetValue(path, out var content))
            parsed[path] = file = HclFile.Parse(content, path);
        return file;
    }

    /// <summary>The locals of a file, by name; the first of a name counts.</summary>
    public IReadOnlyDictionary<string, HclAttribute> Locals(HclFile file)
    {
        if (locals.TryGetValue(file.Text.Path, out var known))
            return known;
        known = new(StringComparer.Ordinal);
        foreach (var local in file.Body.BlocksOfType("locals").SelectMany(b => b.Body.Attributes))
            known.TryAdd(local.Name, local);
        return locals[file.Text.Path] = known;
    }
}
