using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Tests.Terraform.Functions;

/// <summary>An element that was decoded from a data file is yielded by a piece of that file: it can be removed there.</summary>
public class DataOriginTests
{
    static readonly Repository Repository = Repository.Of(
        ("live/a.json", """{ "records": [ {"name": "www"}, {"name": "old"} ], "twice": 1, "twice": 2 }"""),
        ("live/a.csv", "name,type\r\nwww,A\r\n\r\n\"old\nname\",\"C\"\r\n"),
        ("live/a.yaml", "# records\nrecords:\n  - name: www # keep\n    type: A\n  - { name: \"ö\" }\nmap:\n  old: gone.example.org\n  empty:\nbase: &b\n  x: 1\nmerged:\n  <<: *b\n  z: *b\n"),
        ("live/list.txt", "a,b"),
        ("live/decomposed.yaml", "e\u0301: e\u0301\n"));

    [TestCase("jsondecode(file(\"a.json\")).records", 1, "{\"name\": \"old\"}")]
    [TestCase("[for r in jsondecode(file(\"a.json\")).records : r if r.name != \"www\"]", 0, "{\"name\": \"old\"}")]
    [TestCase("{ for r in jsondecode(file(\"a.json\")).records : r.name => r }", 0, "{\"name\": \"old\"}")]
    [TestCase("jsondecode(file(\"a.json\"))", 0, "\"records\": [ {\"name\": \"www\"}, {\"name\": \"old\"} ]")]
    [TestCase("csvdecode(file(\"a.csv\"))", 0, "www,A")]
    [TestCase("csvdecode(file(\"a.csv\"))", 1, "\"old\nname\",\"C\"")]
    [TestCase("toset([for r in csvdecode(file(\"a.csv\")) : r.name])", 1, "www,A")]
    [TestCase("yamldecode(file(\"a.yaml\")).records", 0, "name: www # keep\n    type: A")]
    [TestCase("yamldecode(file(\"a.yaml\")).records", 1, "{ name: \"ö\" }")]
    [TestCase("yamldecode(file(\"${\".\"}/a.yaml\")).map", 1, "old: gone.example.org")]
    [TestCase("yamldecode(file(\"a.yaml\")).map", 0, "empty")]
    [TestCase("yamldecode(file(\"a.yaml\")).merged", 0, "x: 1")]
    [TestCase("yamldecode(file(\"a.yaml\")).merged", 1, "z: *b")]
    [TestCase("merge(yamldecode(file(\"a.yaml\")).map, {})", 1, "old: gone.example.org")]
    [TestCase("yamldecode(file(\"decomposed.yaml\"))", 0, "e\u0301: e\u0301")]
    [TestCase("tolist(fileset(\".\", \"*.txt\"))", 0, "a,b")]
    public void YieldedBy_ElementOfADataFile_IsItsPieceOfTheFile(string expression, int index, string source)
    {
        var element = Value(expression).Elements[index];

        Assert.That(element.YieldedBy.Alone[0].ToString(), Is.EqualTo(source));
        Assert.That(element.YieldedBy.Alone[0].Text.Path, Does.StartWith("live/"));
    }

    [TestCase("jsondecode(file(\"a.json\")).records[1].name", "\"old\"")]
    [TestCase("yamldecode(file(\"a.yaml\")).records[1].name", "\"ö\"")]
    [TestCase("yamldecode(file(\"a.yaml\")).merged.z.x", "1")]
    [TestCase("file(\"list.txt\")", "a,b")]
    public void Origin_ScalarOfADataFile_IsTheLiteralInTheFile(string expression, string source) =>
        Assert.That(Value(expression).Origin.Alone[0].ToString(), Is.EqualTo(source));

    /// <summary>Two decodings of a file must agree on the nodes, or a duplicate that is dropped had two sources instead of one.</summary>
    [Test]
    public void Alone_FileDecodedTwice_IsTheSameNode()
    {
        var element = Value("toset(concat(yamldecode(file(\"a.yaml\")).records[*].name, yamldecode(file(\"./a.yaml\")).records[*].name))").Elements[0];

        Assert.That(element.YieldedBy.Kind, Is.EqualTo(OriginKind.Literal), element.YieldedBy.ToString());
    }

    [Test]
    public void YieldedBy_JsonElement_IsANodeThatCanBeRemoved()
    {
        var node = Value("jsondecode(file(\"a.json\")).records").Elements[1].YieldedBy.Alone[0];

        Assert.That(node, Is.InstanceOf<JsonObject>());
        Assert.That(node.Text.PositionOf(node.Span.Start), Is.EqualTo(new TextPosition(1, 33)));
    }

    /// <summary>Removing one of them would leave the other.</summary>
    [Test]
    public void YieldedBy_JsonPropertyThatIsThereTwice_IsNoneAlone() =>
        Assert.That(Value("jsondecode(file(\"a.json\"))").Element("twice")!.Value.YieldedBy.Kind, Is.EqualTo(OriginKind.Several));

    [TestCase("jsondecode(replace(file(\"a.json\"), \"old\", \"new\")).records")]
    [TestCase("yamldecode(\"[1, 2]\")")]
    [TestCase("yamldecode(trimspace(file(\"a.yaml\"))).records")]
    [TestCase("csvdecode(\"a\\n1\\n2\")")]
    [TestCase("split(\",\", file(\"list.txt\"))")]
    public void YieldedBy_TextThatWasChanged_IsNoPieceOfAFile(string expression) =>
        Assert.That(Value(expression).Elements[1].YieldedBy.Alone.Where(n => n.Text.Path.StartsWith("live/", StringComparison.Ordinal)), Is.Empty);

    /// <summary>Whatever is done with a file, the path that names it has part in it.</summary>
    [Test]
    public void Contributors_DecodedFile_HaveThePathAmongThem() => Assert.That(
        Value("yamldecode(file(\"a.yaml\"))").Origin.Contributors().Select(n => n.ToString()), Does.Contain("\"a.yaml\""));

    static HclValue Value(string expression)
    {
        var evaluation = Repository.Evaluate(expression, "live");
        Assert.That(evaluation.Diagnostics, Is.Empty);
        return evaluation.Value;
    }
}
