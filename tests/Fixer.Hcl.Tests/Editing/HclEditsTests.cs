using System.Diagnostics;
using System.Text;

namespace Fixer.Hcl.Tests;

/// <summary>What edits refuse, what is misuse, and how they are applied. What they do is in <see cref="EditCaseTests"/>.</summary>
public class HclEditsTests
{
    static readonly HclFile Nested = Hcl.Parse("x = { a = [1, var.b], (k) = 2, c = { d = 3 } }\ny = { a = [1] }\n");

    static HclExpression X => Nested.Body.Attribute("x")!.Value;

    static HclExpression Y => Nested.Body.Attribute("y")!.Value;

    [Test]
    public void SetAt_IntoComputedValue_IsRefusedWithTheStepAndTheExpression()
    {
        var file = Hcl.Parse("x = { a = [1, merge(b, {})] }\n");
        var refusal = Refusal(HclEdits.SetAt(file, file.Body.Attribute("x")!.Value, ["a", 1, "c"], "1"));
        Assert.That((refusal.Reason, refusal.Step, refusal.Node.ToString()), Is.EqualTo((HclPathRefusalReason.NotLiteral, 2, "merge(b, {})")));
    }

    [Test]
    public void SetAt_ObjectWithComputedKey_IsRefused() =>
        Assert.That(Refusal(HclEdits.SetAt(Nested, X, ["c", "d"], "1")).Reason, Is.EqualTo(HclPathRefusalReason.ComputedKey));

    [Test]
    public void SetAt_NewKeyWithinThePath_IsRefused() =>
        Assert.That(Refusal(HclEdits.SetAt(Nested, Y, ["new", "d"], "1")), Is.EqualTo(new HclPathRefusal(HclPathRefusalReason.KeyNotFound, 0, Y)));

    [TestCase(1)]
    [TestCase(-1)]
    public void SetAt_NoSuchIndex_IsRefused(int index) =>
        Assert.That(Refusal(HclEdits.SetAt(Nested, Y, ["a", index], "1")).Reason, Is.EqualTo(HclPathRefusalReason.IndexOutOfRange));

    [Test]
    public void SetAt_IndexIntoObject_IsRefused() =>
        Assert.That(Refusal(HclEdits.SetAt(Nested, Y, [0], "1")).Reason, Is.EqualTo(HclPathRefusalReason.NotLiteral));

    [Test]
    public void RemoveAt_NoSuchKey_IsRefused() =>
        Assert.That(Refusal(HclEdits.RemoveAt(Nested, Y, ["b"])).Reason, Is.EqualTo(HclPathRefusalReason.KeyNotFound));

    [Test]
    public void RemoveAt_NoSteps_Throws() => Assert.That(() => HclEdits.RemoveAt(Nested, Y, []), Throws.ArgumentException);

    [Test]
    public void RemoveReferences_ValueIsComputed_GivesNoEdits()
    {
        var file = Hcl.Parse("x = concat([a.b], c)\n");
        Assert.That(HclEdits.RemoveReferences(file, file.Body.Attribute("x")!, "a", ["b"], removesEmpty: true), Is.Empty);
    }

    [Test]
    public void RemoveReferences_EmptyList_IsNotRemoved()
    {
        var file = Hcl.Parse("x = []\n");
        Assert.That(HclEdits.RemoveReferences(file, file.Body.Attribute("x")!, "a", ["b"], removesEmpty: true), Is.Empty);
    }

    [TestCase("")]
    [TestCase("1 2")]
    [TestCase("1\nb = 2")]
    [TestCase("1 # comment")]
    [TestCase("[1")]
    [TestCase("<<EOT\nnever closed")]
    public void SetValue_ToNoExpression_Throws(string value) =>
        Assert.That(() => HclEdits.SetValue(Nested, Y, value), Throws.ArgumentException);

    [TestCase("a b")]
    [TestCase("1")]
    [TestCase("")]
    [TestCase("a = 1\nb")]
    public void SetAttribute_NoName_Throws(string name) =>
        Assert.That(() => HclEdits.SetAttribute(Nested, null, name, "1"), Throws.ArgumentException);

    [Test]
    public void SetAttribute_BlockNotClosed_Throws()
    {
        var file = Hcl.Parse("b {\n");
        Assert.That(() => HclEdits.SetAttribute(file, file.Body.Blocks.Single(), "a", "1"), Throws.ArgumentException);
    }

    [TestCase(-1)]
    [TestCase(2)]
    public void InsertElement_NoSuchIndex_Throws(int index)
    {
        var tuple = (TupleExpression)((ObjectExpression)Y).Items[0].Value;
        Assert.That(() => HclEdits.InsertElement(Nested, tuple, index, "1"), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void RemoveAll_WhatCannotBeRemoved_Throws() => Assert.That(() => HclEdits.Remove(Nested, Y), Throws.ArgumentException);

    [Test]
    public void RemoveAll_NodeOfAnotherFile_Throws() =>
        Assert.That(() => HclEdits.Remove(Nested, Hcl.Parse("a {}").Body.Blocks.First()), Throws.ArgumentException);

    [Test]
    public void RemoveAll_Nothing_GivesNoEdits() => Assert.That(HclEdits.RemoveAll(Nested, []), Is.Empty);

    [Test]
    public void Apply_OverlappingEdits_Throws()
    {
        var items = ((ObjectExpression)X).Items;
        var edits = HclEdits.Remove(Nested, items[0]).AddRange(HclEdits.RemoveAll(Nested, items));
        Assert.That(() => HclEdits.Apply(Nested, edits), Throws.ArgumentException);
    }

    [Test]
    public void Apply_EditsThatBreakTheFile_Throws() =>
        Assert.That(() => HclEdits.Apply(Nested, [new TextEdit(X.Span, "[1 2]")]), Throws.ArgumentException.With.Message.Contains("HCL021"));

    [Test]
    public void Apply_FileThatIsBrokenElsewhere_IsNoWorse()
    {
        var file = Hcl.Parse("a = [1 2]\nb = 1\n");
        var result = HclEdits.Apply(file, HclEdits.SetAttribute(file, null, "b", "2"));
        Assert.That(Encoding.UTF8.GetString(result.ToBytes()), Is.EqualTo("a = [1 2]\nb = 2\n"));
    }

    [Test]
    public void Apply_KeepsThePath()
    {
        var file = HclFile.Parse("a = 1\n"u8.ToArray(), "x/main.tf");
        Assert.That(HclEdits.Apply(file, []).Text.Path, Is.EqualTo("x/main.tf"));
    }

    [Test]
    public void RemoveAll_EveryOtherOfVeryManyElements_TakesLinearTime()
    {
        var file = Hcl.Parse($"x = [{string.Join(", ", Enumerable.Repeat("/* c */ 1", 200_000))}]\n");
        var elements = ((TupleExpression)file.Body.Attribute("x")!.Value).Elements;
        var watch = Stopwatch.StartNew();
        var result = HclEdits.Apply(file, HclEdits.RemoveAll(file, elements.Where((_, i) => i % 2 == 0)));
        Assert.That(((TupleExpression)result.Body.Attribute("x")!.Value).Elements, Has.Length.EqualTo(100_000));
        Assert.That(watch.Elapsed, Is.LessThan(Hang.Limit));
    }

    [Test]
    public void RemoveAll_VeryManyBlocks_TakesLinearTime()
    {
        var file = Hcl.Parse(string.Concat(Enumerable.Repeat("# own\nb {\n  a = 1\n}\n\n", 50_000)));
        var watch = Stopwatch.StartNew();
        Assert.That(HclEdits.Apply(file, HclEdits.RemoveAll(file, file.Body.Items)).Text.Length, Is.Zero);
        Assert.That(watch.Elapsed, Is.LessThan(Hang.Limit));
    }

    [Test]
    public void Remove_WhatParted_AVeryLongLineFromVeryMany_AlignsNoneOfThem()
    {
        var file = Hcl.Parse($"{new string('a', 100_000)} = 1\nm = [\n]\n{string.Concat(Enumerable.Range(10_000, 50_000).Select(i => $"b{i} = 1\n"))}");
        Assert.That(HclEdits.Apply(file, HclEdits.Remove(file, file.Body.Attribute("m")!)).Text.Length, Is.LessThan(file.Text.Length));
    }

    static HclPathRefusal Refusal(HclPathEdit edit) => (HclPathRefusal)edit;
}
