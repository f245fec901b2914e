using System.Text;

namespace Fixer.Hcl.Tests;

public class LexerTests
{
    [TestCase("a-b_1 é", "Identifier:a-b_1 Whitespace Identifier:é")]
    [TestCase("1.5e+3.x", "Number:1.5e+3 Dot Identifier:x")]
    [TestCase("a.0.1", "Identifier:a Dot Number:0.1")]
    [TestCase("1e", "Number:1 Identifier:e")]
    [TestCase("1.e3", "Number:1.e3")]
    [TestCase("1...", "Number:1 Ellipsis")]
    [TestCase("1. e3", "Number:1 Dot Whitespace Identifier:e3")]
    [TestCase("1..2", "Invalid")]
    [TestCase("1e2.5", "Invalid")]
    [TestCase("...:: =>", "Ellipsis DoubleColon Whitespace Arrow")]
    [TestCase("\"a\\\"b$${c\"", "OpenQuote StringText:a\\\"b$${c CloseQuote")]
    [TestCase("\"$$${a}\"", "OpenQuote StringText:$$${a} CloseQuote")]
    [TestCase("\"$a %b $\"", "OpenQuote StringText:$a %b $ CloseQuote")]
    [TestCase("\"${{}}\"", "OpenQuote TemplateStart OpenBrace CloseBrace TemplateEnd CloseQuote")]
    [TestCase("\"%{~ if a ~}\"", "OpenQuote DirectiveStart Whitespace Identifier:if Whitespace Identifier:a Whitespace TemplateEnd CloseQuote")]
    [TestCase("\"${\"${a}\"}\"", "OpenQuote TemplateStart OpenQuote TemplateStart Identifier:a TemplateEnd CloseQuote TemplateEnd CloseQuote")]
    [TestCase("<<A\nx\n A \n", "HeredocStart StringText:x\n HeredocEnd Newline")]
    [TestCase("<<A\nA ${A}\nA\n", "HeredocStart StringText:A  TemplateStart Identifier:A TemplateEnd StringText:\n HeredocEnd Newline")]
    [TestCase("<<A\n${a}A\nA\r\n", "HeredocStart TemplateStart Identifier:a TemplateEnd StringText:A\n HeredocEnd Newline")]
    [TestCase("<<A\nx\n\u00a0A\u2003\n", "HeredocStart StringText:x\n HeredocEnd Newline")]
    [TestCase("℘゛ 一·᧚", "Identifier:℘゛ Whitespace Identifier:一·᧚")]
    [TestCase("ⸯ", "Invalid")]
    [TestCase("<<\"A\"", "Less Less OpenQuote StringText:A CloseQuote")]
    [TestCase("#a\r\n//b\n/*c\n*/", "LineComment Newline LineComment Newline BlockComment")]
    public void Tokens_OfSource_AreAsSpecified(string source, string expected)
    {
        var file = Hcl.Parse(source);
        var actual = file.Tokens.Select(t => t.Kind is TokenKind.Identifier or TokenKind.Number or TokenKind.StringText ? $"{t.Kind}:{file.Text(t.Span)}" : $"{t.Kind}");
        Assert.That(string.Join(' ', actual), Is.EqualTo(expected));
    }

    [Test]
    public void Diagnostics_InvalidUtf8_NamesThePlace()
    {
        var file = HclFile.Parse((byte[])[.. "# "u8, 0xFF, .. "\na = \"é"u8, 0xFE, .. "\"\n"u8, 0xFF, 0xFE, (byte)'\n']);
        Assert.That(file.Diagnoses(), Does.Contain("HCL001 2:7").And.Contain("HCL001 3:1").And.None.StartsWith("HCL001 1"), "a comment may hold anything");
    }

    [TestCase("a = @\n", "HCL002 1:5")]
    [TestCase("a = 1\rb = 2\n", "HCL002 1:6")]
    [TestCase("a = <<X\r\nb\r\nc\rd\r\nX\r\n", "HCL002 3:2")]
    [TestCase("a = \"b\nc = 1\n", "HCL003 1:5")]
    [TestCase("a = \"${b", "HCL004 1:5")]
    [TestCase("a = <<X\nb\nX", "HCL005 1:5")]
    [TestCase("a = <<X\nb\n\rX\n", "HCL002 3:1")]
    [TestCase("a = <<X\nb\nX\r\r\n", "HCL002 3:2")]
    [TestCase("a = 1 /* b", "HCL006 1:7")]
    [TestCase("a = \"é\\q\"\n", "HCL007 1:7")]
    [TestCase("a = \"\\u12\"\n", "HCL007 1:6")]
    [TestCase("a = \"\\uD800\"\n", "HCL007 1:6", TestName = "a surrogate is no character")]
    [TestCase("a = \"\\u123\0\"\n", "HCL007 1:6", TestName = "NUL is no digit")]
    [TestCase("a = \"\\U00110000\"\n", "HCL007 1:6", TestName = "neither is what lies behind the last")]
    public void Diagnostics_OfBrokenTokens_HaveCodeAndPosition(string source, string expected) =>
        Assert.That(Hcl.Parse(source).Diagnoses(), Does.Contain(expected));

    [Test]
    public void PositionOf_CountsGraphemesAndNoByteOrderMark()
    {
        var text = new SourceText(Encoding.UTF8.GetBytes("\ufeffa\r\ne\u0301👩‍👩‍👧x"));
        Assert.Multiple(() =>
        {
            Assert.That(text.PositionOf(3), Is.EqualTo(new TextPosition(1, 1)));
            Assert.That(text.PositionOf(text.Length - 1), Is.EqualTo(new TextPosition(2, 3)));
            Assert.That(text.LineOf(text.Length), Is.EqualTo(2));
            Assert.That(() => text.LineOf(text.Length + 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }
}
