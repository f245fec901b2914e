using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Changing;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Tests.Terraform.Changing;

/// <summary>
/// Runs the folders in Cases/iac-change: before/ and changes.txt, a line each: <c>set|remove|without address | path | JSON</c>; then either
/// after/ (the files that change), perhaps risks.txt (a fragment of each) and changed.txt (the differences), or refusal.txt (code: start of the
/// message). The root module is the folder named in root.txt, or the topmost.
/// </summary>
public class InstanceChangeCaseTests
{
    static string Root => Path.Combine(AppContext.BaseDirectory, "Cases", "iac-change");

    public static IEnumerable<string> Cases() => Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Apply_Case_MatchesExpectation(string name)
    {
        var folder = Path.Combine(Root, name);
        var before = Files(Path.Combine(folder, "before"));
        var changes = Lines(folder, "changes.txt").Select(Change).ToArray();
        var root = Lines(folder, "root.txt").FirstOrDefault("");

        var result = InstanceChange.Apply(Modules(before), root, changes);

        if (Lines(folder, "refusal.txt") is [var refusal, ..])
            AssertRefused(result, refusal);
        else
            AssertChanged(result, folder, before, root, changes);
    }

    [TestCase("a.")]
    [TestCase("tags[var.x]")]
    [TestCase("f(x)")]
    public void Apply_WhatIsNoPath_Throws(string path) =>
        Assert.Throws<ArgumentException>(() => InstanceChange.Apply(Modules(Empty), "", [new RemoveAttribute("aws_eip.x", path)]));

    [Test]
    public void Apply_RemovalByNumber_Throws() =>
        Assert.Throws<ArgumentException>(() => InstanceChange.Apply(Modules(Empty), "", [new RemoveAttribute("aws_eip.x", "origin[0]")]));

    [Test]
    public void Apply_Nothing_Throws() => Assert.Throws<ArgumentException>(() => InstanceChange.Apply(Modules(Empty), "", []));

    static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Empty { get; } =
        ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add("main.tf", "resource \"aws_eip\" \"x\" {}\n"u8.ToArray());

    static AttributeChange Change(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var parts = line[(space + 1)..].Split(" | ");
        return line[..space] switch
        {
            "set" => new SetAttribute(parts[0], parts[1], JsonNode.Parse(parts[2])!),
            "remove" => new RemoveAttribute(parts[0], parts[1]),
            "without" => new RemoveElements(parts[0], parts[1], JsonNode.Parse(parts[2])!),
            var other => throw new ArgumentException(other),
        };
    }

    static void AssertRefused(InstanceChangeResult result, string expected)
    {
        Assert.That(result, Is.TypeOf<RefusedChange>());
        var refusal = ((RefusedChange)result).Refusal;
        Assert.That($"{refusal.Code}: {refusal.Message}", Does.StartWith(expected));
    }

    static void AssertChanged(InstanceChangeResult result, string folder, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> before, string root, AttributeChange[] changes)
    {
        Assert.That(result, Is.TypeOf<ProvenChange>(), (result as RefusedChange)?.Refusal.ToString());
        var proven = (ProvenChange)result;
        var after = Directory.Exists(Path.Combine(folder, "after")) ? Files(Path.Combine(folder, "after")) : before.Clear();
        Assert.That(proven.Contents.Keys.Order(StringComparer.Ordinal), Is.EqualTo(after.Keys), "the files that change");
        foreach (var (path, bytes) in after)
            Assert.That(Encoding.UTF8.GetString(proven.Contents[path]), Is.EqualTo(Encoding.UTF8.GetString(bytes.Span)), path);
        Assert.That(proven.Edits.All(e => TextEdits.Apply(before[e.Path].Span, e.Edits).AsSpan().SequenceEqual(proven.Contents[e.Path])), "the edits make the contents");
        var changed = before.SetItems(proven.Contents.Select(c => KeyValuePair.Create(c.Key, (ReadOnlyMemory<byte>)c.Value)));
        Assert.That((InstanceChange.Apply(Modules(changed), root, changes) as ProvenChange)?.Edits, Is.Empty, "changing it again");
        Assert.That(proven.Changed.Select(c => $"{c.Address} {c.Path}: {Text(c.Before)} -> {Text(c.After)}"), Is.EqualTo(Lines(folder, "changed.txt")));
        var risks = Lines(folder, "risks.txt");
        Assert.That(proven.Risks, Has.Length.EqualTo(risks.Length), string.Join('\n', proven.Risks));
        foreach (var (risk, fragment) in proven.Risks.Zip(risks))
            Assert.That(risk, Does.Contain(fragment));
    }

    static string Text(JsonNode? json) => json is null ? "-" : json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    static string[] Lines(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    static ModuleFiles Modules(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) => ModuleFiles.Of(new SourceTree("acme/infra", "0", files));

    static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
}
