namespace Fixer.Hcl.Tests;

/// <summary>What the parser makes of every construct of the language, written out with all brackets: precedence and nesting must not be a matter of opinion.</summary>
public class ExpressionTests
{
    [TestCase("\"a\\\"b\"", "'a\"b'")]
    [TestCase("\"\"", "''")]
    [TestCase("\"n\\u0303\"", "'ñ'")]
    [TestCase("12.50e-3", "12.50e-3")]
    [TestCase("true", "true")]
    [TestCase("null", "null")]
    [TestCase("nullable", "nullable")]
    [TestCase("a-b.c", "a-b.c")]
    [TestCase("a . b", "a.b")]
    [TestCase("a[\"x\"].b[0].1", "a['x'].b[0].1")]
    [TestCase("a.1e3.b", "a.1e3.b")]
    [TestCase("a[b.c + 1]", "a[(b.c Plus 1)]")]
    [TestCase("a[*].b[0]", "a[*].b[0]")]
    [TestCase("a.*.b.0[1]", "a.*.b.0[1]")]
    [TestCase("a.*.b[0].*.c", "a.*.b[0].*.c")]
    [TestCase("f(x).y[0]", "(f(x)).y[0]")]
    [TestCase("(a).b", "((a)).b")]
    [TestCase("[1, 2][0]", "([1, 2])[0]")]
    [TestCase("{a = 1}.a", "({a = 1}).a")]
    [TestCase("\"a\"[0]", "('a')[0]")]
    [TestCase("true.a", "(true).a")]
    [TestCase("[]", "[]")]
    [TestCase("[1, [\"a\"], b.c,]", "[1, ['a'], b.c]")]
    [TestCase("{}", "{}")]
    [TestCase("{ a = 1, \"b\" : 2, (c) = 3, \"${d}\" = 4, 5 = 6, e.f = 7, g(h) = 8 }", "{a = 1, 'b' = 2, (c) = 3, <${d}> = 4, 5 = 6, e.f = 7, g(h) = 8}")]
    [TestCase("-a.b", "Minus a.b")]
    [TestCase("!a == b", "(Not a Equal b)")]
    [TestCase("- -1", "Minus Minus 1")]
    [TestCase("-1 + 2", "(Minus 1 Plus 2)")]
    [TestCase("a - b - c", "((a Minus b) Minus c)")]
    [TestCase("a + b * c % d - e", "((a Plus ((b Star c) Percent d)) Minus e)")]
    [TestCase("a < b == c >= d", "((a Less b) Equal (c GreaterOrEqual d))")]
    [TestCase("a || b && c != d", "(a Or (b And (c NotEqual d)))")]
    [TestCase("a && b || c", "((a And b) Or c)")]
    [TestCase("a ? b : c ? d : e", "(a ? b : (c ? d : e))")]
    [TestCase("a ? b ? c : d : e", "(a ? (b ? c : d) : e)")]
    [TestCase("a || b ? c : d", "((a Or b) ? c : d)")]
    [TestCase("f()", "f()")]
    [TestCase("f(a, b...)", "f(a, b...)")]
    [TestCase("f(a, b,)", "f(a, b)")]
    [TestCase("provider::aws :: arn(x)", "provider::aws::arn(x)")]
    [TestCase("[for a in b : c]", "[for a in b : c]")]
    [TestCase("[for a, b in c : d if e]", "[for a, b in c : d if e]")]
    [TestCase("{for a, b in c : d => e... if f}", "{for a, b in c : d => e... if f}")]
    [TestCase("{for a in b : a => [for c in a : c]}", "{for a in b : a => [for c in a : c]}")]
    [TestCase("[for]", "")]
    [TestCase("[force]", "[force]")]
    [TestCase("\"a ${b} $${c} %%{d} $ %\"", "<'a '${b}' ${c} %{d} $ %'>")]
    [TestCase("\"${b}\"", "<${b}>")]
    [TestCase("\"a ${~ b ~} c\"", "<'a'${b}'c'>")]
    [TestCase("\"${\"${a}\"}\"", "<${<${a}>}>")]
    [TestCase("\"%{ if a }b%{ else }c%{ endif }\"", "<%{if a}'b'%{else}'c'%{endif}>")]
    [TestCase("\"%{ if a ~} b %{~ endif ~} c\"", "<%{if a}'b'%{else}%{endif}'c'>")]
    [TestCase("\"%{ for a, b in c }${a}%{ if b }x%{ endif }%{ endfor }\"", "<%{for a, b in c}${a}%{if b}'x'%{else}%{endif}%{endfor}>")]
    [TestCase("[1 # one\n, 2 /* two */\n]", "[1, 2]")]
    [TestCase("a[\n0\n]", "a[0]")]
    [TestCase("(a[\n*\n])", "(a[*])")]
    [TestCase("(a\n+\nb)", "((a Plus b))")]
    [TestCase("f(\n[\n1,\n],\n{\na = 1\n\nb = 2,\n\nc = 3\n}\n)", "f([1], {a = 1, b = 2, c = 3})")]
    [TestCase("a ? b\n: c", "")]
    [TestCase("(a ?\n b\n: c)", "((a ? b : c))")]
    [TestCase("\"${\na\n}\"", "<${a}>")]
    public void Value_OfExpression_HasThisShape(string source, string expected)
    {
        var file = Hcl.Parse($"x = {source}\n");
        Assert.That(file.Diagnostics.IsEmpty ? Shapes.Of(file.Body.Attribute("x")!.Value) : "", Is.EqualTo(expected), string.Join(", ", file.Diagnoses()));
    }

    [TestCase("<<E\na ${b}\\n\n  c\nE\n", "<'a '${b}'\\n\n''  c\n'>")]
    [TestCase("<<-E\n    a\n      b\n\n    ${c}\n    E\n", "<'a\n''  b\n''\n'''${c}'\n'>", TestName = "an interpolation at the indentation keeps it")]
    [TestCase("<<-E\n  a\n b\n   \n  E\n", "<' a\n''b\n''   \n'>", TestName = "a line of white space does not count and stays")]
    [TestCase("<<-E\n  a\n${b}\n  E\n", "<'  a\n'${b}'\n'>", TestName = "a line that starts with a sequence has no indentation")]
    [TestCase("<<-E\n\t a\n \tb\n  E\n", "<'a\n''b\n'>", TestName = "tabs and spaces count the same")]
    [TestCase("<<E\n%{ if a ~}\n  b\n%{ endif ~}\nE\n", "<%{if a}'''  b\n'%{else}%{endif}''>", TestName = "a trim marker takes one line")]
    [TestCase("<<-E\n  %{ if a }\n  b\n  %{ endif }\n  E\n", "<''%{if a}'\n''b\n'''%{else}%{endif}'\n'>")]
    [TestCase("<<E\nE\n", "<>")]
    public void Value_OfHeredoc_HasThisShape(string source, string expected)
    {
        var file = Hcl.Parse($"x = {source}");
        Assert.That(file.Diagnoses(), Is.Empty);
        Assert.That(Shapes.Of(file.Body.Attribute("x")!.Value), Is.EqualTo(expected));
    }

    [TestCase("x = \n", "HCL011 1:1")]
    [TestCase("x = a +\n", "HCL020 1:8")]
    [TestCase("x = a\n+ b\n", "HCL010 2:1", TestName = "a newline ends an expression outside brackets")]
    [TestCase("x = [1 2]\n", "HCL021 1:8")]
    [TestCase("x = [1, 2\ny = 3\n", "HCL021 2:1")]
    [TestCase("x = [1, 2", "HCL015 1:5")]
    [TestCase("x = f(1\n", "HCL015 1:6")]
    [TestCase("x = f(1 2)\n", "HCL021 1:9")]
    [TestCase("x = f(a..., b)\n", "HCL027 1:8")]
    [TestCase("x = f::(1)\n", "HCL027 1:8")]
    [TestCase("x = f::g\n", "HCL027 1:9")]
    [TestCase("x = { a }\n", "HCL023 1:9")]
    [TestCase("x = { a = 1 b = 2 }\n", "HCL022 1:13")]
    [TestCase("x = { a = 1,, }\n", "HCL020 1:13")]
    [TestCase("x = { a = 1", "HCL015 1:5")]
    [TestCase("x = (1\n", "HCL015 1:5")]
    [TestCase("x = a[0\n", "HCL015 1:6")]
    [TestCase("x = a[*\n", "HCL015 1:6")]
    [TestCase("x = a[*\n]\n", "HCL015 1:6", TestName = "a splat is on one line")]
    [TestCase("x = a[\n*]\n", "HCL020 2:1", TestName = "a splat begins on its line")]
    [TestCase("x = a ? b\n", "HCL024 1:10")]
    [TestCase("x = a.\n", "HCL025 1:7")]
    [TestCase("x = a.[0]\n", "HCL025 1:7")]
    [TestCase("x = a.0.1\n", "HCL026 1:7")]
    [TestCase("x = a.*.b.*\n", "HCL026 1:11")]
    [TestCase("x = 1.2.3\n", "HCL008 1:5")]
    [TestCase("x = [for in b : c]\n", "HCL028 1:13", TestName = "in is a name here")]
    [TestCase("x = [for a of b : c]\n", "HCL028 1:12")]
    [TestCase("x = [for a in b c]\n", "HCL028 1:17")]
    [TestCase("x = [for a in b : c => d]\n", "HCL028 1:19")]
    [TestCase("x = [for a in b : c...]\n", "HCL028 1:20")]
    [TestCase("x = {for a in b : c}\n", "HCL028 1:19")]
    [TestCase("x = [for a in b : c d]\n", "HCL028 1:21")]
    [TestCase("x = [for a in b : c\n", "HCL015 1:5")]
    [TestCase("x = \"${a b}\"\n", "HCL029 1:10")]
    [TestCase("x = \"${}\"\n", "HCL020 1:8")]
    [TestCase("x = \"%{ when a }\"\n", "HCL029 1:9")]
    [TestCase("x = \"%{}\"\n", "HCL029 1:8")]
    [TestCase("x = \"%{ if a }\"\n", "HCL029 1:6")]
    [TestCase("x = \"%{ for a in b }%{ endif }\"\n", "HCL029 1:21")]
    [TestCase("x = \"%{ if a }%{ else }%{ else }%{ endif }\"\n", "HCL029 1:24")]
    [TestCase("x = \"%{ endif }\"\n", "HCL029 1:6")]
    [TestCase("x = a = b\n", "HCL013 1:7")]
    [TestCase("x = a, b\n", "HCL013 1:6")]
    [TestCase("x = [1, 2}\n", "HCL015 1:5", "HCL015 1:10")]
    [TestCase("x = }\n", "HCL020 1:5", "HCL015 1:5")]
    public void Diagnostics_OfBrokenExpression_HaveCodeAndPosition(string source, params string[] expected) =>
        Assert.That(Hcl.Parse(source).Diagnoses(), Is.EqualTo(expected));

    [Test]
    public void Parse_BrokenExpression_IsOneInvalidExpressionUpToTheNextDefinition()
    {
        var file = Hcl.Parse("a = [1, { b = ], 2]\nc = 3\n");
        Assert.That(file.Body.Attribute("a")!.Value, Is.InstanceOf<InvalidExpression>());
        Assert.That(file.Text(file.Body.Attribute("a")!.Value.Span), Is.EqualTo("[1, { b = ], 2]\nc = 3"), "an open brace may hold the next line: nothing is guessed");
        file = Hcl.Parse("a = [1 2]\nc = 3\n");
        Assert.That(Shapes.Of(file.Body.Attribute("c")!.Value), Is.EqualTo("3"));
    }

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

    [TestCase("a + (b)", false, "(a Plus (b))")]
    [TestCase("\n a\n +\n b # c\n", false, "(a Plus b)")]
    [TestCase("a b", false, "HCL020 1:3")]
    [TestCase("", false, "HCL020 1:1")]
    [TestCase("a\\n${b}\n \"c\" %{ if d }e%{ endif }", true, "<'a\\n'${b}'\n'' \"c\" '%{if d}'e'%{else}%{endif}>")]
    [TestCase("", true, "<>")]
    [TestCase("\ufeffa", true, "<'a'>")]
    [TestCase("${a", true, "HCL004 1:1")]
    [TestCase("%{ endif }", true, "HCL029 1:1")]
    public void Fragment_OfExpressionOrTemplate_IsRead(string source, bool isTemplate, string expected)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(source);
        var fragment = isTemplate ? HclFragment.ParseTemplate(bytes) : HclFragment.ParseExpression(bytes);
        Assert.That(fragment.Diagnostics.IsEmpty ? Shapes.Of(fragment.Expression) : Hcl.Diagnoses(fragment.Diagnostics).Single(), Is.EqualTo(expected));
    }
}
