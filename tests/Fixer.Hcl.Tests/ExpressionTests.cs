namespace Fixer.Hcl.Tests;

public class ExpressionTests
{
    [TestCase("\"\"", "")]
    [TestCase("\"a\\n\\t\\r\\\"\\\\\\u00e9\\U0001F600\"", "a\n\t\r\"\\é😀")]
    [TestCase("\"$${a} %%{b} $ % $$\"", "${a} %{b} $ % $$")]
    [TestCase("\"\\ud800\"", "\uFFFD")]
    public void Value_OfQuotedText_IsDecoded(string source, string expected) =>
        Assert.That(((StringLiteral)Hcl.Value(source)).Value, Is.EqualTo(expected));

    [TestCase("1.50", "num 1.50")]
    [TestCase("true", "bool True")]
    [TestCase("null", "null")]
    [TestCase("[]", "[]")]
    [TestCase("[\n  \"a\", # c\n  1,\n]", "['a', num 1]")]
    [TestCase("[[true], var.x]", "[[bool True], var.x]")]
    [TestCase("a.b.c", "a.b.c")]
    [TestCase("a[\"x\"].b[0].1", "a['x'].b[num 0][num 1]")]
    [TestCase("\"${var.x}.example.com\"", "<${var.x}'.example.com'>")]
    [TestCase("\"a${\"b${c.d}\"}\"", "<'a'${<'b'${c.d}>}>")]
    [TestCase("\"${var.x}\"", "<${var.x}>")]
    [TestCase("[upper(\"a, b]\"), \"c\"]", "[?, 'c']")]
    [TestCase("\"a${b + c}d${e}\"", "<'a'${?}'d'${e}>")]
    [TestCase("[for x in y : x]", "?")]
    [TestCase("a + b", "?")]
    [TestCase("f(x)", "?")]
    [TestCase("a::b(x)", "?")]
    [TestCase("a[*].b", "?")]
    [TestCase("a.*.b", "?")]
    [TestCase("a[b.c]", "?")]
    [TestCase("a.0.1", "?")]
    [TestCase("{ a = 1 }", "?")]
    [TestCase("x ? 1 : 2", "?")]
    [TestCase("\"%{ if a }b%{ endif }\"", "?")]
    [TestCase("\"a ${~ b ~} c\"", "?")]
    [TestCase("-1", "?")]
    public void Value_OfExpression_HasThisShape(string source, string expected) => Assert.That(Shape(Hcl.Value(source)), Is.EqualTo(expected));

    [Test]
    public void Span_OfValue_ExcludesCommentsAround()
    {
        var file = Hcl.Parse("x = /* a */ [ 1, f(2) /* b */ ] // c\n");
        var tuple = (TupleExpression)file.Body.Attribute("x")!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(file.Text(tuple.Span), Is.EqualTo("[ 1, f(2) /* b */ ]"));
            Assert.That(file.Text(tuple.Elements[1].Span), Is.EqualTo("f(2)"));
        });
    }

    static string Shape(HclExpression expression) => expression switch
    {
        StringLiteral s => $"'{s.Value}'",
        NumberLiteral n => $"num {n.Text}",
        BooleanLiteral b => $"bool {b.Value}",
        NullLiteral => "null",
        TupleExpression t => $"[{string.Join(", ", t.Elements.Select(Shape))}]",
        TraversalExpression t => t.Root + string.Concat(t.Steps.Select(s => s is AttributeStep a ? $".{a.Name}" : $"[{Shape(((IndexStep)s).Key)}]")),
        TemplateExpression t => $"<{string.Concat(t.Parts.Select(p => p is TemplateText x ? $"'{x.Value}'" : $"${{{Shape(((TemplateInterpolation)p).Expression)}}}"))}>",
        _ => "?",
    };
}
