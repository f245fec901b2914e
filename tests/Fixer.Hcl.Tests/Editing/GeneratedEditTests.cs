using CsCheck;

namespace Fixer.Hcl.Tests;

/// <summary>Edits of generated files do what they are asked for and nothing else.</summary>
public class GeneratedEditTests
{
    static readonly Gen<(byte[], byte[], bool)> Sources = Gen.Select(Gen.Byte.Array[20, 200], Gen.Byte.Array[4, 20], Gen.Bool);

    [Test]
    public void RemoveAll_OfAnyNodes_LeavesTheOthersAndTheirComments() => Sources.Sample((choices, edit, crlf) =>
    {
        var source = new GeneratedSource(choices, crlf ? "\r\n" : "\n");
        var file = Hcl.Parse(source.Text);
        var removed = GeneratedEdit.Removed(file, edit);
        var after = HclEdits.Apply(file, HclEdits.RemoveAll(file, removed));
        var comments = Outline.Comments(after);
        Assert.That(Outline.Of(after), Is.EqualTo(Outline.Of(file, without: removed)), source.Text);
        Assert.That(comments, Is.SupersetOf(CommentsOfOthers(source, file, removed)), source.Text);
        Assert.That(comments, Is.EqualTo(Outline.Comments(file).Where(comments.Contains)), source.Text);
    }, iter: 5000);

    [Test]
    public void Insert_AnywhereInLists_LeavesAllElseAndAllComments() => Sources.Sample((choices, edit, crlf) =>
    {
        var source = new GeneratedSource(choices, crlf ? "\r\n" : "\n");
        var file = Hcl.Parse(source.Text);
        if (GeneratedEdit.Inserted(file, edit) is not { } insertion)
            return;
        var after = HclEdits.Apply(file, GeneratedEdit.Insert(file, insertion.List, insertion.Index, insertion.Value));
        var value = Hcl.Parse($"_ = {(insertion.List is TupleExpression ? $"[{insertion.Value}\n]" : $"{{inserted = {insertion.Value}\n}}")}\n".Replace("\n", crlf ? "\r\n" : "\n", StringComparison.Ordinal)).Body.Attributes.Single().Value;
        Assert.That(Flat(Outline.Of(after)), Is.EqualTo(Flat(Outline.Of(file, inserted: (insertion.List, insertion.Index, value.Children.Single())))), source.Text);
        Assert.That(Outline.Comments(after), Is.EqualTo(Outline.Comments(file)), source.Text);
    }, iter: 5000);

    [Test]
    public void SetAttribute_InAnyBody_LeavesAllElseAndAllComments() => Sources.Sample((choices, edit, crlf) =>
    {
        var source = new GeneratedSource(choices, crlf ? "\r\n" : "\n");
        var file = Hcl.Parse(source.Text);
        var (block, value) = GeneratedEdit.WithAttribute(file, edit);
        var after = HclEdits.Apply(file, HclEdits.SetAttribute(file, block, "inserted", value));
        var added = GeneratedEdit.Removable(after).OfType<HclAttribute>().Single(a => a.Name == "inserted");
        Assert.That(Counts(Outline.Of(after, without: new HashSet<HclNode> { added })), Is.EqualTo(Counts(Outline.Of(file))), source.Text);
        Assert.That(Outline.Comments(after), Is.EqualTo(Outline.Comments(file)), source.Text);
        var back = HclEdits.Apply(after, HclEdits.Remove(after, added));
        Assert.That(Outline.Comments(back), Is.EqualTo(Outline.Comments(file)), source.Text);
    }, iter: 5000);

    [Test]
    public void Edits_OfBrokenFile_NeverThrow() => Gen.Select(Sources, Gen.Int[0, 500], Gen.Int[0, 9], Gens.AnyOf("", "[", "}", "\"", "<<EOT\n", "\n", "/*", "${", "= ,", ")")).Sample((generated, at, length, junk) =>
    {
        var (choices, edit, crlf) = generated;
        var source = new GeneratedSource(choices, crlf ? "\r\n" : "\n").Text;
        var start = Math.Min(at, source.Length);
        var file = Hcl.Parse(source[..start] + junk + source[Math.Min(start + length, source.Length)..]);
        if (!GeneratedEdit.Removable(file).Any())
            return;
        for (byte kind = 0; kind < 4; kind++)
            _ = TextEdits.Apply(file.Text.Bytes, GeneratedEdit.Any(file, [.. edit, kind]));
    }, iter: 5000);

    /// <summary>Comments that name what stays, or nobody, and are not inside of what goes.</summary>
    static IEnumerable<string> CommentsOfOthers(GeneratedSource source, HclFile file, HashSet<HclNode> removed)
    {
        var gone = removed.SelectMany(n => source.NumberAt[n.Span.Start].Take(1).Select(number => $"{number}"))
            .Concat(GeneratedEdit.Removable(file).Where(n => removed.Any(r => r.Span.Contains(n.Span))).SelectMany(n => source.NumberAt[n.Span.Start].Select(number => $"{number}")))
            .ToHashSet();
        return from token in file.Tokens
               where token.IsComment && !removed.Any(r => r.Span.Contains(token.Span))
               let comment = file.Text(token.Span)
               where comment.Contains("nobody", StringComparison.Ordinal) || !gone.Contains(comment.Trim('#', '/', '*', ' ').Split(' ')[^1])
               select comment;
    }

    static string[] Flat(string[] outline) => [.. outline.Select(l => l.Replace("\r\n", "\n", StringComparison.Ordinal))];

    /// <summary>Blocks without the number of their children.</summary>
    static string[] Counts(string[] outline) => [.. outline.Select(l => l.StartsWith(nameof(HclBlock), StringComparison.Ordinal) ? l[..l.LastIndexOf(' ')] : l)];
}
