using Fixer.Adapters.Embedded;
using Fixer.Adapters.Templates;
using Fixer.Changes;
using Fixer.Iac;
using Fixer.Inventory;
using Fixer.Ownership;

namespace Fixer.Adapters.Tests.Templates;

/// <summary>Rules that hold for every template, and the limits of a forge.</summary>
sealed class LiquidTemplatesTests
{
    private static readonly string[] Names = ["pull-requests/removal.liquid", "pull-requests/commit.liquid", "mail/handoff.liquid", "mail/digest.liquid"];
    private static readonly string[] Markdown = ["md", "code", "fence", "marker"];
    private static readonly string[] Plain = ["line", "quiet", "subject", "wrap"];

    private readonly LiquidTemplates templates = new();

    [TestCaseSource(nameof(Names))]
    public void Template_EveryOutput_EndsInAFilterThatMakesItSafe(string name)
    {
        var allowed = name == Names[0] ? Markdown : Plain;
        var outputs = LiquidRenderer.Source(name).Split("{{").Skip(1).Select(o => o.Split("}}")[0]).ToList();

        Assert.That(outputs, Is.Not.Empty);
        foreach (var output in outputs)
            Assert.That(allowed, Does.Contain(output.Split('|')[^1].Split(':')[0].Trim()), output);
    }

    [TestCaseSource(nameof(Names))]
    public void Render_VariableThatDoesNotExist_IsADefect(string name) =>
        Assert.That(() => new LiquidRenderer().Render(name, new Dictionary<string, object>()), Throws.InstanceOf<Fluid.FluidException>());

    [Test]
    public void PullRequestBody_LongDiff_IsShortenedAndSaysSo()
    {
        var diff = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"-  line {i} of a long block"));

        var body = templates.PullRequestBody(Change("value", diff));

        Assert.Multiple(() =>
        {
            Assert.That(body, Has.Length.LessThanOrEqualTo(EmbeddedForge.MaxBody).And.Length.GreaterThan(EmbeddedForge.MaxBody - 100));
            Assert.That(body, Does.Contain("more lines are not shown here"));
            Assert.That(body.TrimEnd().Split('\n')[^1], Does.StartWith("<!-- fixer:"));
            Assert.That(body, Does.Contain("- line 0").Or.Contain("-  line 0"));
        });
    }

    [TestCase("@")]
    [TestCase("`")]
    [TestCase("#1")]
    [TestCase("😀")]
    [TestCase("x\n")]
    public void PullRequestBody_EverythingTooLong_StillFits(string unit)
    {
        var body = templates.PullRequestBody(Change(string.Concat(Enumerable.Repeat(unit, 50_000)), string.Concat(Enumerable.Repeat(unit, 50_000))));

        Assert.That(body, Has.Length.LessThanOrEqualTo(EmbeddedForge.MaxBody));
        Assert.That(body, Does.Contain("## If you disagree").And.Contain("and 92 more"));
        Assert.That(body.EnumerateRunes(), Has.None.EqualTo(System.Text.Rune.ReplacementChar));
    }

    [Test]
    public void HandoffMail_OwnerUnknown_LeavesTheLineOut() =>
        Assert.That(templates.HandoffMail(new Handoff("1", "f", "p", new ResourceId("1", "r", "t", "i"), "t", "", "r", "q"), "a@example.com").Body, Does.Not.Contain("Owner"));

    [Test]
    public void Digest_OneFinding_IsSingularAndItsIdDependsOnTheAdmin()
    {
        var line = new DigestLine("1", "t", "High", "o", "");
        var one = templates.Digest(new Digest("p1", "a@example.com", [line]));
        var other = templates.Digest(new Digest("p1", "b@example.com", [line]));

        Assert.That(one.Subject, Is.EqualTo("[Fixer] 1 finding in your AWS accounts"));
        Assert.That(one.Id, Is.Not.EqualTo(other.Id).And.StartWith("digest-p1-"));
    }

    [Test]
    public void PullRequestBody_WhatTerraformPlanned_IsAmongTheChecks()
    {
        var change = Change("v", "-x\n");
        var asked = change with { Text = change.Text with { TerraformPlans = new([new ComparedPlans("dns in workspace *stage*", 3, 4, ["aws_route53_record.x"])]) } };

        Assert.That(
            templates.PullRequestBody(asked).Split('\n').Except(templates.PullRequestBody(change).Split('\n')),
            Is.EqualTo(new[] { @"| terraform plan | base 3 changes, head 4; the difference is: delete aws\_route53\_record.x (in dns in workspace \*stage\*) |" }));
    }

    private static PullRequestChange Change(string value, string diff)
    {
        string[] many = [.. Enumerable.Repeat(value, 100)];
        return new PullRequestChange("1", "f", "p", new ResourceId("1", "r", "t", "i"), "acme/dns", "c", [], new PullRequestText(
            value, value, value, value, [.. many], [.. many.Select(v => new Evidence(EvidenceKind.Source, v, v))], value, value, diff, new EditProof(1, 0, [.. many], [.. many], [.. many], true, [.. many]), value, [.. many]));
    }
}
