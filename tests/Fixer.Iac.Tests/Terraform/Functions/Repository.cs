using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Iac.Terraform.Functions;

namespace Fixer.Iac.Tests.Terraform.Functions;

/// <summary>Files to evaluate expressions over.</summary>
sealed class Repository(SourceTree tree)
{
    readonly TerraformFunctions functions = new(tree);

    public static Repository Of(params (string Path, string Content)[] files) =>
        new(Tree(files.Select(f => KeyValuePair.Create(f.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Content)))));

    public static Repository Of(string folder) => new(Tree(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => KeyValuePair.Create(Path.GetRelativePath(folder, f).Replace('\\', '/'), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));

    public static SourceTree Tree(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files) =>
        new("acme/app", "c0ffee", files.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Evaluates an expression where Terraform would run in <paramref name="folder"/>.</summary>
    public HclEvaluation Evaluate(string expression, string folder = "", EvaluationBudget? budget = null) =>
        new HclEvaluator(HclScope.Empty, functions.In(folder), budget).Evaluate(HclFragment.ParseExpression(Encoding.UTF8.GetBytes(expression)));
}
