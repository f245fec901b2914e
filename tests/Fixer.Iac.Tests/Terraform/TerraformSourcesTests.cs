using Fixer.Iac.Terraform;

namespace Fixer.Iac.Tests.Terraform;

public class TerraformSourcesTests
{
    static IEnumerable<TestCaseData> Cases() => TerraformCase.All("reading");

    [TestCaseSource(nameof(Cases))]
    public void Read_Case_FindsWhatIsExpected(object source)
    {
        var @case = (TerraformCase)source;
        Assert.That(Render(TerraformSources.Read(@case.Before)), Is.EqualTo(@case.Expected("reading.txt")));
    }

    [Test]
    public void Read_LongChainOfLocals_EndsInUnknownNotInStackOverflow()
    {
        var chain = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  a{i} = \"${{[[local.a{i + 1}]]}}\"\n"));
        var plain = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  b{i} = local.b{i + 1}\n"));
        var reading = TerraformSources.Read(TerraformCase.Tree(("main.tf", $"locals {{\n{chain}{plain}}}\n" + Record("local.a0") + Record("local.b0", "s"))));
        Assert.That(reading.Records.Select(r => r.Unknown), Is.All.Contains("name"));
    }

    [Test]
    public void Read_LocalsThatDoubleEachOther_DoNotFillTheMemory()
    {
        var locals = string.Concat(Enumerable.Range(1, 100).Select(i => $"  a{i} = \"${{local.a{i - 1}}}${{local.a{i - 1}}}\"\n"));
        var reading = TerraformSources.Read(TerraformCase.Tree(("main.tf", $"locals {{\n  a0 = \"x\"\n{locals}}}\n" + Record("local.a100"))));
        Assert.That(reading.Records.Single().Unknown, Does.Contain("name"));
    }

    [Test]
    public void Read_ZonesNamedAfterEachOther_AreUnknown()
    {
        var reading = TerraformSources.Read(TerraformCase.Tree(("main.tf",
            "resource \"aws_route53_zone\" \"a\" {\n  name = aws_route53_zone.b.name\n}\nresource \"aws_route53_zone\" \"b\" {\n  name = aws_route53_zone.a.name\n}\n" + Record("aws_route53_zone.a.name"))));
        Assert.That(reading.Records.Single().Unknown, Does.Contain("name"));
    }

    static string Record(string name, string label = "r") =>
        $"resource \"aws_route53_record\" \"{label}\" {{\n  zone_id = \"Z1\"\n  name = {name}\n  type = \"A\"\n  records = [\"192.0.2.1\"]\n}}\n";

    static string Render(SourceReading reading) => string.Concat(
        reading.Records.Select(Render)
            .Concat(reading.Buckets.Select(b => $"bucket {b.Address} {b.Location}-{b.Location.EndLine} {b.Name}"))
            .Concat(reading.Problems.Select(p => $"problem {p.Path}:{p.Line}:{p.Column} {p.Code}"))
            .Select(line => line + "\n"));

    static string Render(DeclaredRecord r) => string.Join(' ', new[]
    {
        r.Address,
        $"{r.Location}-{r.Location.EndLine}",
        r.YieldedBy is { } literal && literal != r.Location ? $"yieldedBy={literal}-{literal.EndLine}" : null,
        r.Deployment!.Options is { Workspace: null, VarFiles.IsEmpty: true } ? null : $"in={r.Deployment.ToString().Replace(' ', '_')}",
        (r.ZoneName ?? r.ZoneId) is { } zone ? $"zone={zone}" : null,
        r.PrivateZone switch { true => "private", false => "public", null => null },
        r.Name is null ? null : $"name={r.Name}",
        r.Type is null ? null : $"type={r.Type}",
        r.SetIdentifier is null ? null : $"set={r.SetIdentifier}",
        r.Targets.IsEmpty ? null : $"targets={string.Join(',', r.Targets)}",
        r.PointsAt.IsEmpty ? null : $"pointsAt={string.Join(',', r.PointsAt.Select(p => $"{p.Address}({p.Location})"))}",
        r.Unknown.IsEmpty ? null : $"unknown={string.Join(',', r.Unknown.Order(StringComparer.Ordinal))}",
    }.OfType<string>());
}
