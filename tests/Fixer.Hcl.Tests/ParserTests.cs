namespace Fixer.Hcl.Tests;

public class ParserTests
{
    [Test]
    public void Body_HasAttributesAndBlocksInOrder()
    {
        var file = Hcl.Parse("a = [\n1]\nb c \"d\\\"e\" {\n  f = 1\n  g { h = 2 }\n}\n");
        var block = file.Body.Blocks.Single();
        Assert.Multiple(() =>
        {
            Assert.That(file.Text(file.Body.Attribute("a")!.Span), Is.EqualTo("a = [\n1]"));
            Assert.That(block.Is("b", "c", "d\"e"));
            Assert.That(block.IsClosed);
            Assert.That(block.Body.BlocksOfType("g").Single().Body.Attribute("h")!.Name, Is.EqualTo("h"));
            Assert.That(file.Diagnostics, Is.Empty);
        });
    }

    [TestCase("1\n", "HCL010 1:1")]
    [TestCase("a\n", "HCL010 1:1")]
    [TestCase("a =\n", "HCL011 1:1")]
    [TestCase("a = 1\na = 2\n", "HCL012 2:1")]
    [TestCase("a {\n} b = 1\n", "HCL013 2:3")]
    [TestCase("a {\n  b = 1 }\n", "HCL013 2:9")]
    [TestCase("a {\n", "HCL014 1:3")]
    [TestCase("a = [1\n", "HCL015 1:5")]
    [TestCase("a = 1)\n", "HCL015 1:6")]
    [TestCase("}\n", "HCL015 1:1")]
    [TestCase("a \"b\"\n{\n}\n", "HCL017 1:6")]
    [TestCase("a \"${b}\" {\n}\n", "HCL018 1:4")]
    [TestCase("a { b {} }\n", "HCL019 1:5")]
    [TestCase("a { b = 1, c = 2 }\n", "HCL019 1:10")]
    [TestCase("a { b = 1\n}\n", "HCL019 1:10")]
    public void Diagnostics_OfBrokenStructure_HaveCodeAndPosition(string source, string expected) =>
        Assert.That(Hcl.Parse(source).Diagnoses(), Does.Contain(expected));

    [TestCase("a \"b\" = 1\n", "HCL017 1:7")]
    [TestCase("a \"b\"\n\n{\n  c = 1\n}\n", "HCL017 1:6")]
    [TestCase("a \"b\"\nc = 1\n", "HCL017 1:6")]
    [TestCase("a \"b\n", "HCL003 1:3")]
    [TestCase("a \"${b}\" {}\n", "HCL018 1:4")]
    [TestCase("a b @ {}\n", "HCL002 1:5")]
    [TestCase("a { b = 1\n  c = 2 }\nd = 3\n", "HCL019 1:10")]
    public void Diagnostics_OfOneMistake_SayItOnce(string source, string expected) =>
        Assert.That(Hcl.Parse(source).Diagnoses(), Is.EqualTo(new[] { expected }));

    [Test]
    public void Value_ThatIsMissing_IsEmptyBehindTheEqualsSign()
    {
        var a = Hcl.Parse("a =  # c\nb = 1\n").Body.Attribute("a")!;
        Assert.Multiple(() =>
        {
            Assert.That(a.Value.Span, Is.EqualTo(new TextSpan(3, 3)));
            Assert.That(a.Span, Is.EqualTo(new TextSpan(0, 3)));
        });
    }

    [TestCase("resource \"a\" \"broken\" {\n  x = [1\n}\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = 1\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = {\n  y = 1\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = \"abc\n}\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = \"${abc(\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = \"${abc\"\n}\n")]
    [TestCase("resource \"a \"broken\" {\n  x = 1\n}\n")]
    [TestCase("resource \"a\" \"broken\" {\n  ) ( 7 = \"\n}\n")]
    [TestCase("resource \"a\" \"broken\" {\n  x = foo(1\n  nested {\n    y = 1\n}\n")]
    public void Parse_OneBrokenBlock_DoesNotHideTheOthers(string broken)
    {
        const string before = "resource \"a\" \"first\" {\n  x = 1\n}\n\n";
        const string after = "\nresource \"a\" \"last\" {\n  x = 2\n  nested {\n    y = 1\n  }\n}\n";
        var file = Hcl.Parse(before + broken + after);
        Assert.Multiple(() =>
        {
            Assert.That(file.Diagnostics, Is.Not.Empty);
            Assert.That(file.Body.Blocks.Any(b => b.Is("resource", "a", "first")));
            Assert.That(file.Body.Blocks.Any(b => b.Is("resource", "a", "last")));
        });
    }

    [Test]
    public void Comments_BelongToWhatTheyStandAt()
    {
        var file = Hcl.Parse("# nobody's\n\n# one\n/* two */\na = 1 # three\n# four\nb {\n} // five\n# nobody's\n");
        var (a, b) = (file.Body.Items[0], file.Body.Items[1]);
        Assert.Multiple(() =>
        {
            Assert.That(a.LeadingComments.Select(c => file.Text(c)), Is.EqualTo(new[] { "# one", "/* two */" }));
            Assert.That(a.TrailingComments.Select(c => file.Text(c)), Is.EqualTo(new[] { "# three" }));
            Assert.That(b.LeadingComments.Select(c => file.Text(c)), Is.EqualTo(new[] { "# four" }));
            Assert.That(b.TrailingComments.Select(c => file.Text(c)), Is.EqualTo(new[] { "// five" }));
        });
    }
}
