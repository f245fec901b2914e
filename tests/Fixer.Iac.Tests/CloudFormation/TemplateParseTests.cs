using System.Text;
using CsCheck;
using Fixer.Iac.CloudFormation;
using Fixer.Iac.Documents;

namespace Fixer.Iac.Tests.CloudFormation;

public class TemplateParseTests
{
    [TestCase("Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket}\n", TemplateProblems.DuplicateKey, 3, 3)]
    [TestCase("{\"Resources\": {\"A\": 1,\n \"A\": 2}}", TemplateProblems.DuplicateKey, 2, 2)]
    [TestCase("a: 1\n---\nb: 2\n", TemplateProblems.SeveralDocuments, 2, 1)]
    [TestCase("? [a, b]\n: 1\n", TemplateProblems.ComplexKey, 1, 3)]
    [TestCase("a: 1\n\tb: 2\n", TemplateProblems.Syntax, 1, 4)]
    [TestCase("ä: \0\n", TemplateProblems.Syntax, 1, 4)]
    [TestCase("a: *unfinished [", TemplateProblems.Syntax, 1, 1)]
    public void Parse_Unreadable_IsNamedWithItsPlace(string text, string code, int line, int column)
    {
        var problem = Templates.Parse(text).Problem;

        Assert.That(problem?.Code, Is.EqualTo(code), problem?.Message);
        Assert.That(problem!.Line, Is.EqualTo(line));
        if (code != TemplateProblems.Syntax || text.Contains('\0'))
            Assert.That(problem.Column, Is.EqualTo(column));
    }

    [Test]
    public void Parse_NotUtf8_IsNamed() =>
        Assert.That(CloudFormationTemplate.Parse("t.yaml", new byte[] { (byte)'a', 0xC3, 0x28 }).Problem?.Code, Is.EqualTo(TemplateProblems.NotUtf8));

    [Test]
    public void Parse_TooLarge_IsNamed() =>
        Assert.That(CloudFormationTemplate.Parse("t.yaml", new byte[CloudFormationTemplate.MaxBytes + 1]).Problem?.Code, Is.EqualTo(TemplateProblems.TooLarge));

    [TestCase("[")]
    [TestCase("{\"a\":")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("[{\"a\":")]
    public void Parse_DepthBomb_IsNamedAndFast(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 200_000));

        Assert.That(Templates.Parse(text).Problem?.Code, Is.EqualTo(TemplateProblems.TooDeep).Or.EqualTo(TemplateProblems.Syntax));
    }

    [Test]
    [CancelAfter(20_000)]
    public void Parse_AliasBomb_ExpandsNothing(CancellationToken cancel)
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 100; i++)
            text.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        text.Append("Resources:\n  R:\n    Type: AWS::Route53::RecordSet\n    Properties: {Name: *a99}\n");

        var record = Templates.TheRecord(text.ToString());

        Assert.That(record.Unknown, Does.Contain("name"));
    }

    [Test]
    public void Parse_WideFile_IsRead()
    {
        var text = new StringBuilder("Resources:\n");
        for (var i = 0; i < 20_000; i++)
            text.Append($"  R{i}: {{Type: AWS::Route53::RecordSet, Properties: {{Name: r{i}, HostedZoneId: !Ref R0}}}}\n");

        Assert.That(Templates.Parse(text.ToString()).Template!.Resources, Has.Length.EqualTo(20_000));
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase("# 🚀 ẞ €\r\n")]
    [TestCase("\uFEFF# 🚀 ẞ €\r\n")]
    public void Parse_CharactersOfSeveralBytes_SpansAreBytes(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix + "Größe: \"😀é\"\nResources:\n  R: # ü\n    Type: AWS::S3::Bucket\n    Ü: !Sub '€€'\n    L: [ä, 'ö']\n    B: |\n      😀\n      é\n\n");

        var template = CloudFormationTemplate.Parse("t.yaml", bytes).Template!;

        string Slice(DocumentNode node) => Encoding.UTF8.GetString(bytes[node.Span.Start..node.Span.End]);
        var body = (DocumentMapping)template.Resources.Single().Entry.Value;
        Assert.Multiple(() =>
        {
            Assert.That(Slice(template.Root.Find("Größe")!), Is.EqualTo("\"😀é\""));
            Assert.That(Slice(body.Find("Ü")!), Is.EqualTo("!Sub '€€'"));
            Assert.That(Slice(body.Find("L")!), Is.EqualTo("[ä, 'ö']"));
            Assert.That(Slice(body.Find("B")!), Is.EqualTo("|\n      😀\n      é"));
            Assert.That(Slice(body.Entries[1].Key), Is.EqualTo("Ü"));
        });
    }

    [Test]
    public void Parse_SinglePairInList_HasItsOwnSpan()
    {
        const string Text = "Resources:\n  R:\n    Type: A::B::C\n    L: [a: b, c]\n";

        var list = (DocumentSequence)((DocumentMapping)Templates.Parse(Text).Template!.Resources[0].Entry.Value).Find("L")!;

        Assert.That(Text[list.Items[0].Span.Start..list.Items[0].Span.End], Is.EqualTo("a: b"));
    }

    [Test]
    public void Parse_Resource_HasItsAttributes()
    {
        var parse = Templates.Parse("""
            Parameters:
              Env: {Type: String, Default: prod}
            Resources:
              R:
                Type: Custom::Thing
                Condition: C
                DeletionPolicy: Retain
                DependsOn: [A, B]
                Properties: {X: 1}
            """);

        var template = parse.Template!;
        var resource = CloudFormationTemplate.FindResource(template, "R")!;
        Assert.Multiple(() =>
        {
            Assert.That(template.Parameters, Is.EqualTo(new[] { new TemplateParameter("Env", "String", "prod") }));
            Assert.That(resource.DependsOn, Is.EqualTo(new[] { "A", "B" }));
            Assert.That((resource.Type, resource.Condition, resource.DeletionPolicy), Is.EqualTo(("Custom::Thing", "C", "Retain")));
            Assert.That((resource.Location.StartLine, resource.Location.EndLine), Is.EqualTo((4, 9)));
            Assert.That(CloudFormationTemplate.FindResource(template, "Q"), Is.Null);
        });
    }

    [TestCase("name: x\nResources: [a]\n")]
    [TestCase("Resources:\n  limits: {cpu: 1}\n")]
    [TestCase("just text")]
    [TestCase("")]
    [TestCase("[1, 2]")]
    public void Parse_SomethingElse_IsNeitherTemplateNorProblem(string text)
    {
        var parse = Templates.Parse(text);

        Assert.That((parse.Template, parse.Problem), Is.EqualTo(((CloudFormationTemplate?)null, (SourceProblem?)null)));
    }

    [TestCase("a\r\nb\r\n", "\uFEFFa\nb", true)]
    [TestCase("a\nb  \n\n", "a\nb", true)]
    [TestCase("a \nb", "a\nb", false)]
    [TestCase("a\nb", "a\n\nb", false)]
    [TestCase("a", "A", false)]
    public void SameContent_LineEndingsAndEnd_DoNotCount(string file, string deployed, bool same) =>
        Assert.That(CloudFormationTemplate.SameContent(Encoding.UTF8.GetBytes(file), deployed), Is.EqualTo(same));

    [Test]
    public void Parse_AnyBytes_NeverThrows() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], Soup).Sample(bytes =>
        {
            var tree = Templates.Tree(("t.yaml", bytes), ("t.json", bytes));
            foreach (var record in CloudFormationSources.Read(tree).Records)
                CloudFormationRemoval.Remove(tree, record);
        }, iter: 20_000);

    /// <summary>Pieces that templates are made of, in any order.</summary>
    static readonly Gen<byte[]> Soup = Templates.OneOf(
        "Resources:", "\n", "\n  ", "\n    ", "\r\n", "\r", "\t", " ", "A:", "B:", "Type: AWS::Route53::RecordSet", "Type: AWS::Route53::RecordSetGroup", "Properties:", "RecordSets:",
        "Name: ", "x", "- ", "[", "]", "{", "}", ",", ":", "? ", "!Ref A", "!Sub '${A}'", "&a ", "*a", "<<: ", "|", ">-", "|+2", "\"", "'", "\"\\ud83d", "#", "# c", "---", "...", "%TAG ! x\n", "%YAML 1.2",
        "Fn::ForEach::L: ", "\uFEFF", "😀", "\u0085", "\u2028", "\0", "~", "!!str ", "!", "@", "`", "%", "-", "''", "\"Resources\":", "{\"Resources\":{\"A\":{\"Type\":\"AWS::Route53::RecordSet\"},", "DependsOn: A")
        .Array[0, 40].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));
}
