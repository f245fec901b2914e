using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Iac.Terraform.Functions;

namespace Fixer.Iac.Tests.Terraform.Functions;

/// <summary>What depends on the machine, or on files that were not read, is unknown; never an error, and never a guess.</summary>
public class UnknownFileTests
{
    static readonly Repository Repository = new(
        Repository.Tree([KeyValuePair.Create("live/a.txt", (ReadOnlyMemory<byte>)"a"u8.ToArray())]) with
        {
            LeftOut = ["live/large.yaml", "live/link.yaml"],
            Unread = ImmutableSortedSet.Create(StringComparer.Ordinal, "live/large.yaml", "live/logo.png"),
            Links = ImmutableSortedSet.Create(StringComparer.Ordinal, "live/link.yaml", "live/shared"),
        });

    [TestCase("file(\"/etc/hosts\")")]
    [TestCase("file(\"~/x\")")]
    [TestCase("file(\"../../x\")")]
    [TestCase("file(\"../../app/live/a.txt\")")]
    [TestCase("file(\"..\\\\x\")")]
    [TestCase("file(\"large.yaml\")")]
    [TestCase("file(\"link.yaml\")")]
    [TestCase("file(\"shared/x/y.yaml\")")]
    [TestCase("filemd5(\"logo.png\")")]
    [TestCase("templatefile(\"link.yaml\", {})")]
    [TestCase("yamldecode(file(\"link.yaml\"))")]
    [TestCase("fileexists(\"link.yaml\")")]
    [TestCase("fileexists(\"shared/x\")")]
    [TestCase("fileexists(\"/etc/hosts\")")]
    [TestCase("fileset(\".\", \"*.yaml\")")]
    [TestCase("fileset(\".\", \"**/*.txt\")")]
    [TestCase("fileset(\"shared\", \"*\")")]
    [TestCase("fileset(\"../..\", \"*\")")]
    [TestCase("fileset(\".\", \"[\")")]
    [TestCase("fileset(\".\", \"{a,{b,c}}\")")]
    [TestCase("abspath(\"a.txt\")")]
    [TestCase("try(file(\"link.yaml\"), \"none\")")]
    [TestCase("yamldecode(\"a: [\\n1\\n]\")")]
    [TestCase("yamlencode(abspath(\"a\"))")]
    [TestCase("yamlencode([abspath(\"a\")])")]
    public void Evaluate_WhatCannotBeKnown_IsUnknown(string expression)
    {
        var evaluation = Repository.Evaluate(expression, "live");

        Assert.That((evaluation.Value.IsUnknown, evaluation.Diagnostics), Is.EqualTo((true, ImmutableArray<Hcl.HclDiagnostic>.Empty)));
    }

    [TestCase("fileexists(\"large.yaml\")", "true")]
    [TestCase("fileexists(\"logo.png\")", "true")]
    [TestCase("fileset(\".\", \"*.png\")", "[\"logo.png\"]")]
    [TestCase("fileset(\".\", \"*.txt\")", "[\"a.txt\"]")]
    public void Evaluate_WhatCanBeKnownAllTheSame_IsKnown(string expression, string json) =>
        Assert.That(Repository.Evaluate($"jsonencode({expression})", "live").Value.AsString(), Is.EqualTo(json));

    /// <summary>Aliases of aliases: a few lines stand for more values than any machine holds.</summary>
    [Test]
    public void YamlDecode_AliasesThatMultiply_AreTooMuch()
    {
        var yaml = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 40; i++)
            yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var evaluation = Repository.Of(("laughs.yaml", yaml.ToString())).Evaluate("yamldecode(file(\"laughs.yaml\"))", budget: new EvaluationBudget(1_000_000));

        Assert.That(evaluation.Diagnostics.Single().Code, Is.EqualTo("HCL200"));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    [TestCase("!!str &a ")]
    [TestCase("- {")]
    public void YamlDecode_DeeplyNested_IsUnknownAtOnce(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000));

        Assert.That(Repository.Of(("deep.yaml", text)).Evaluate("try(yamldecode(file(\"deep.yaml\")), null)").Succeeded, Is.True);
    }

    [Test]
    public void FileSet_PatternOfManyStars_IsMatchedInNoTime()
    {
        var repository = Repository.Of([.. Enumerable.Range(0, 1000).Select(i => (string.Join('/', Enumerable.Repeat("aaaaaaaaaaaaaaaaaaaa", 20)) + i, ""))]);
        var (stars, folders) = (string.Concat(Enumerable.Repeat("*a", 20)), string.Concat(Enumerable.Repeat("**/", 20)));

        Assert.That(repository.Evaluate($"length(fileset(\".\", \"{folders}{stars}b\"))").Value.AsNumber().ToString(), Is.EqualTo("0"));
    }

    [Test]
    public void In_AnyFolder_HasEachFunctionUnderCoreAsWell()
    {
        var functions = new TerraformFunctions(Repository.Tree([])).In("");

        Assert.That(functions.Keys.Where(k => k.StartsWith("core::", StringComparison.Ordinal)).Count() * 2, Is.EqualTo(functions.Count));
        Assert.That(functions.Keys, Is.SupersetOf(new[] { "file", "fileset", "templatefile", "templatestring", "yamldecode", "core::yamlencode", "abspath", "merge" }));
    }
}
