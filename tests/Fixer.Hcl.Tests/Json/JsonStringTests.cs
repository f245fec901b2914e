using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

public class JsonStringTests
{
    [TestCase("\"plain\"", "<'plain'>")]
    [TestCase("\"\"", "<>")]
    [TestCase("\"${var.a}\"", "<${var.a}>")]
    [TestCase("\"a ${b[\\\"c\\\"]}\\n\"", "<'a '${b['c']}'\n'>")]
    [TestCase("\"$${a} \\\\n\"", "<'${a} \\n'>", TestName = "a backslash of the decoded text is just that")]
    [TestCase("\"%{ if a }b%{ endif }\"", "<%{if a}'b'%{else}%{endif}>")]
    public void Template_OfString_HasThisShape(string json, string expected)
    {
        var text = Only(json);
        Assert.That(text.Template.Diagnostics, Is.Empty);
        Assert.That(Shapes.Of(text.Template.Expression), Is.EqualTo(expected));
    }

    [Test]
    public void Expression_OfString_IsReadWithoutSequence() =>
        Assert.That(Shapes.Of(Only("\"aws_x.y[\\\"z\\\"]\"").Expression.Expression), Is.EqualTo("aws_x.y['z']"));

    [TestCase("\"a${b}c\"", "${b}", "${b}")]
    [TestCase("\"\\n${b}\\t\"", "${b}", "${b}")]
    [TestCase("\"é\\u00e9${b}\"", "${b}", "${b}")]
    [TestCase("\"\\ud83d\\ude00x\"", "x", "x")]
    [TestCase("\"a\\u00e9b\"", "é", "\\u00e9")]
    [TestCase("\"a\\ud83d\\ude00b\"", "😀", "\\ud83d\\ude00")]
    [TestCase("\"a\\nb\\nc\"", "a\nb\nc", "a\\nb\\nc")]
    [TestCase("\"${a[\\\"k\\\"]} z\"", "\"k\"", "\\\"k\\\"")]
    [TestCase("\"\\n\\n\\n\"", "\n\n", "\\n\\n")]
    [TestCase("\"\"", "", "")]
    public void SpanOf_PartOfTheValue_IsHowItIsWritten(string json, string part, string expected)
    {
        var text = Only(json);
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.Value);
        var start = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(part));
        var span = text.SpanOf(new TextSpan(start, start + System.Text.Encoding.UTF8.GetByteCount(part)));
        Assert.That(text.Text.GetString(span), Is.EqualTo(expected));
    }

    [Test]
    public void SpanOf_PartOfAnEscapedCharacter_IsTheWholeEscape()
    {
        var text = Only("\"a\\u00e9b\"");
        Assert.Multiple(() =>
        {
            Assert.That(text.Text.GetString(text.SpanOf(new TextSpan(1, 2))), Is.EqualTo("\\u00e9"));
            Assert.That(text.Text.GetString(text.SpanOf(new TextSpan(2, 4))), Is.EqualTo("\\u00e9b"));
            Assert.That(() => text.SpanOf(new TextSpan(0, 5)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [TestCase("\"${a b}\"", "HCL029 1:7")]
    [TestCase("\"\\n\\t${a b}\"", "HCL029 1:11")]
    [TestCase("\"${a\"", "HCL004 1:3")]
    [TestCase("\"${a[\\\"x\\\"}\"", "HCL015 1:6")]
    public void Locate_DiagnosticOfTemplate_IsItsPlaceInTheFile(string json, string expected)
    {
        var text = Only(json);
        Assert.That(Hcl.Diagnoses(text.Template.Diagnostics.Select(text.Locate)).First(), Is.EqualTo(expected));
    }

    static JsonString Only(string json)
    {
        var file = Js.Parse($"[{json}]");
        Assert.That(file.Diagnostics, Is.Empty);
        return (JsonString)((JsonArray)file.Root).Elements[0];
    }
}
