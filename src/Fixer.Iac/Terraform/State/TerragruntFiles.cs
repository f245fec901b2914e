using Fixer.Hcl;
using Fixer.Hcl.Evaluation;

namespace Fixer.Iac.Terraform.State;

/// <summary>The files of Terragrunt in a repository, each parsed once, however many units read it. Not safe for threads.</summary>
sealed class TerragruntFiles(SourceTree tree)
{
    readonly HashSet<string> unread = [.. tree.LeftOut, .. tree.Unread, .. tree.Links];
    readonly Dictionary<string, HclFile> parsed = new(StringComparer.Ordinal);
    readonly Dictionary<string, Dictionary<string, HclAttribute>> locals = new(StringComparer.Ordinal);
    long remaining = 2 * EvaluationBudget.Default;

    /// <summary>Evaluates something, with a budget that is enough for any unit; together they get no more than twice as much.</summary>
    public T Evaluate<T>(Func<EvaluationBudget, T> evaluate)
    {
        var given = Math.Min(remaining, EvaluationBudget.Default);
        var budget = new EvaluationBudget(given);
        var result = evaluate(budget);
        remaining -= given - Math.Max(budget.Remaining, 0);
        return result;
    }

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
