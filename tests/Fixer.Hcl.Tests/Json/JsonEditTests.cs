using System.Diagnostics;
using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

public class JsonEditTests
{
    /// <summary>What is put in, indented unlike any case.</summary>
    const string Value = "{\n \"x\": [\n  1\n ]\n}";

    static readonly Dictionary<string, Func<string, string>> Variants = new()
    {
        ["LF"] = s => s,
        ["CRLF"] = s => s.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["BOM"] = s => "\ufeff" + s,
        ["CRLF and BOM"] = s => "\ufeff" + s.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["tabs"] = s => s.Replace("  ", "\t", StringComparison.Ordinal),
    };

    static IEnumerable<TestCaseData> Remove() => Matrix("json-remove");

    static IEnumerable<TestCaseData> RemoveBlock() => Matrix("json-remove-block");

    static IEnumerable<TestCaseData> Insert() => Matrix("json-insert");

    static IEnumerable<TestCaseData> Replace() => Matrix("json-replace");

    [TestCaseSource(nameof(Remove))]
    public void Remove_Case_GivesAfter(string path, Func<string, string> variant) =>
        Check(path, variant, file => JsonEdits.Remove(Js.Items(file).Where(IsTarget)));

    [TestCaseSource(nameof(RemoveBlock))]
    public void RemoveBlocks_Case_GivesAfter(string path, Func<string, string> variant) =>
        Check(path, variant, file => JsonEdits.RemoveBlocks(file.Body.Blocks("resource", 2).Items.Where(b => IsTarget(b.Labels[1].Value))));

    [TestCaseSource(nameof(Insert))]
    public void Insert_Case_GivesAfter(string path, Func<string, string> variant) => Check(path, variant, file =>
    {
        var after = Js.Items(file).SingleOrDefault(i => i is JsonMember { Name.Value: "here" } or JsonString { Value: "here" });
        var into = Js.Items(file).OfType<JsonMember>().SingleOrDefault(m => m.Name.Value == "into")?.Value ?? file.Root;
        return [into is JsonObject o ? JsonEdits.InsertMember(o, "added", Value, (JsonMember?)after) : JsonEdits.InsertElement((JsonArray)into, Value, (JsonValue?)after)];
    });

    [TestCaseSource(nameof(Replace))]
    public void Replace_Case_GivesAfter(string path, Func<string, string> variant) =>
        Check(path, variant, file => [JsonEdits.Replace(Js.Items(file).OfType<JsonMember>().Single(IsTarget).Value, Value)]);

    [Test]
    public void RemoveBlocks_OfNestedBlocks_KeepsTheBodyTheyAreIn()
    {
        var file = Js.Parse("{\"resource\": {\"a\": {\"b\": {\"lifecycle\": [{\"x\": 1}]}}}}");
        var lifecycle = file.Body.Blocks("resource", 2).Items.Single().Body.Blocks("lifecycle", 0).Items;
        Assert.That(file.Apply(JsonEdits.RemoveBlocks(lifecycle)), Is.EqualTo("{\"resource\": {\"a\": {\"b\": {}}}}"));
    }

    [Test]
    public void InsertMember_WithAnyName_QuotesIt()
    {
        var file = Js.Parse("{}");
        var after = Js.Parse(file.Apply(JsonEdits.InsertMember((JsonObject)file.Root, "a\"\\\né😀<", "1")));
        Assert.That(((JsonObject)after.Root).Members.Single().Name.Value, Is.EqualTo("a\"\\\né😀<"));
        Assert.That(after.Root.ToString(), Does.Contain("é").And.Contain("<"));
    }

    [TestCase("{\"a\": 1, b: 2, \"c\": 3}", "a", "{b: 2, \"c\": 3}")]
    [TestCase("{\"a\": 1, b: 2, \"c\": 3}", "c", "{\"a\": 1, b: 2}")]
    [TestCase("{b: 2, \"c\": 3}", "c", "{b: 2}")]
    [TestCase("{\"c\": 3 x}", "c", "{ x}")]
    [TestCase("{\"a\": 1 \"c\": 3}", "c", "{\"a\": 1 }")]
    [TestCase("{\"c\": 3", "c", "{")]
    public void Remove_InBrokenFile_TakesNothingElse(string source, string name, string expected)
    {
        var file = Js.Parse(source);
        Assert.That(file.Apply(JsonEdits.Remove(((JsonObject)file.Root).Member(name)!)), Is.EqualTo(expected));
    }

    [Test]
    public void InsertMember_IntoObjectOfBrokenMembers_KeepsThem()
    {
        var file = Js.Parse("{b: 2}");
        Assert.That(file.Apply(JsonEdits.InsertMember((JsonObject)file.Root, "a", "1")), Is.EqualTo("{\"a\": 1,b: 2}"));
    }

    [Test]
    public void Edits_OfWhatIsNoItem_Throw()
    {
        var file = Js.Parse("{\"a\": [1]}");
        var root = (JsonObject)file.Root;
        var other = (JsonObject)Js.Parse("{\"a\": [1]}").Root;
        Assert.Multiple(() =>
        {
            Assert.That(() => JsonEdits.Remove(root), Throws.ArgumentException);
            Assert.That(() => JsonEdits.Remove(root.Members[0].Value), Throws.ArgumentException);
            Assert.That(() => JsonEdits.Remove(root.Members[0].Name), Throws.ArgumentException);
            Assert.That(() => JsonEdits.Remove(root.Members[0], other.Members[0]), Throws.ArgumentException);
            Assert.That(() => JsonEdits.InsertMember(root, "b", "1", other.Members[0]), Throws.ArgumentException);
            Assert.That(() => JsonEdits.InsertMember(root, "b", "nonsense"), Throws.ArgumentException.With.Message.Contains("1:1"));
            Assert.That(() => JsonEdits.Replace(root, "1, 2"), Throws.ArgumentException);
        });
    }

    [TestCase(",")]
    [TestCase(",\n  ")]
    public void Remove_EverySecondOfManyElements_IsQuick(string separator)
    {
        var file = Js.Parse($"[{string.Join(separator, Enumerable.Range(0, 200_000))}]");
        var clock = Stopwatch.StartNew();
        var after = file.Apply(JsonEdits.Remove(((JsonArray)file.Root).Elements.Where((_, i) => i % 2 == 0)));
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
        Assert.That(((JsonArray)Js.Parse(after).Root).Elements, Has.Length.EqualTo(100_000));
    }

    static IEnumerable<TestCaseData> Matrix(string area) =>
        from path in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Cases", area)).Order(StringComparer.Ordinal)
        from variant in Variants
        select new TestCaseData(path, variant.Value).SetArgDisplayNames(Path.GetFileName(path), variant.Key);

    static void Check(string path, Func<string, string> variant, Func<JsonFile, IEnumerable<TextEdit>> edit)
    {
        var file = Js.Parse(variant(File.ReadAllText(Path.Combine(path, "before", "main.tf.json"))));
        Assert.That(file.Apply(edit(file)), Is.EqualTo(variant(File.ReadAllText(Path.Combine(path, "after", "main.tf.json")))));
    }

    /// <summary>A member named target, an element that is the word, or an object in an array that has such a member first.</summary>
    static bool IsTarget(JsonNode item) => item switch
    {
        JsonMember member => IsTarget(member.Name.Value) && member.Parent is not JsonObject { Parent: JsonArray },
        JsonString text => IsTarget(text.Value),
        JsonObject { Members: [var first, ..] } => IsTarget(first.Name.Value),
        _ => false,
    };

    static bool IsTarget(string name) => name.StartsWith("target", StringComparison.Ordinal);
}
