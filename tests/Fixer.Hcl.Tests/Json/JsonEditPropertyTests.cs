using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Fixer.Hcl.Json;

namespace Fixer.Hcl.Tests.Json;

/// <summary>An edit of any document changes exactly what it is meant to; and a document as a serializer writes it is afterwards as the serializer would have written it.</summary>
public class JsonEditPropertyTests
{
    const int Documents = 3000;

    /// <summary>How serializers write documents.</summary>
    static readonly Gen<JsonWriterOptions> Options = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[1, 4]).Select(
        (indented, crlf, tabs, size) => new JsonWriterOptions
        {
            Indented = indented,
            NewLine = crlf ? "\r\n" : "\n",
            IndentCharacter = tabs ? '\t' : ' ',
            IndentSize = tabs ? 1 : size,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    static readonly Gen<string> Scalar = Gens.AnyOf("1", "-2.5e3", "true", "null", "\"a\"", "\"${b[\\\"c\\\"]}\"", "\"é{[,:\"", "\"\"");

    static readonly Gen<string> Space = Gens.AnyOf("", "", " ", "\n", "\r\n  ", "\n\n\t", "\n \n\n", "\t");

    /// <summary>Documents with white space of all kinds anywhere, and names that occur twice.</summary>
    static readonly Gen<string> AnyDocument = Gen.Select(Gens.AnyOf("", "\ufeff"), Space, Container(4), Space, (mark, before, root, after) => mark + before + root + after);

    [Test]
    public void Remove_AnyItems_LeavesExactlyTheOthers() =>
        Gen.Select(AnyDocument, Gen.Bool.Array[60]).Sample(
            (source, chosen) =>
            {
                var file = Js.Parse(source);
                var targets = Chosen(file, chosen);
                var after = file.Apply(JsonEdits.Remove(targets));
                Assert.That(Unexpected(Js.Parse(after)), Is.Empty);
                return Js.Data(source) == Js.Data(file.Root, new HashSet<JsonNode>()) && Js.Data(after) == Js.Data(file.Root, targets.ToHashSet());
            },
            iter: Documents);

    [Test]
    public void Remove_AnyItem_LeavesExactlyTheOthers() =>
        AnyDocument.Sample(
            source =>
            {
                var file = Js.Parse(source);
                foreach (var target in Js.Items(file))
                {
                    if (Js.Data(file.Apply(JsonEdits.Remove(target))) != Js.Data(file.Root, new HashSet<JsonNode> { target }))
                        Assert.Fail($"without {target}: {file.Apply(JsonEdits.Remove(target))}");
                }
            },
            iter: Documents);

    [Test]
    public void Remove_OfSerializedDocument_IsAsTheSerializerWritesTheRest() =>
        Gen.Select(AnyDocument, Options, Gen.Bool.Array[60]).Sample(
            (source, options, chosen) =>
            {
                var file = Js.Parse(Written(source, options));
                var after = file.Apply(JsonEdits.Remove(Chosen(file, chosen)));
                Assert.That(after, Is.EqualTo(Written(after, options)));
            },
            iter: Documents);

    [Test]
    public void Insert_IntoAnyContainer_AddsExactlyTheItem() =>
        Gen.Select(AnyDocument, Gen.Int[0, 100], Gen.Int[0, 5], Container(2)).Sample(
            (source, container, place, value) =>
            {
                var file = Js.Parse(source);
                var after = Js.Parse(file.Apply(Insertion(file, container, place, value, json => json)));
                Assert.That(Unexpected(after), Is.Empty);
                var added = Js.All(after.Root).OfType<JsonMember>().Single(m => m.Name.Value == Added);
                var isElement = Chosen(file, container) is JsonArray;
                Assert.That(Js.Data(added.Value, new HashSet<JsonNode>()), Is.EqualTo(Js.Data(value)));
                return Js.Data(after.Root, new HashSet<JsonNode> { isElement ? added.Parent! : added }) == Js.Data(source);
            },
            iter: Documents);

    [Test]
    public void Insert_IntoSerializedDocument_IsAsTheSerializerWritesIt() =>
        Gen.Select(AnyDocument, Options, Gen.Int[0, 100], Gen.Int[0, 5], Container(2)).Sample(
            (source, options, container, place, value) =>
            {
                var file = Js.Parse(Written(Wrapped(source), options));
                var after = file.Apply(Insertion(file, container, place, value, json => Written(json, Foreign(options))));
                Assert.That(after, Is.EqualTo(Written(after, options)));
            },
            iter: Documents);

    [Test]
    public void Replace_AnyValueOfSerializedDocument_IsAsTheSerializerWritesIt() =>
        Gen.Select(AnyDocument, Options, Gen.Int[0, 100], Container(2)).Sample(
            (source, options, index, value) =>
            {
                var file = Js.Parse(Written(Wrapped(source), options));
                var values = Js.All(file.Root).OfType<JsonValue>().Where(v => v.Parent is not JsonMember m || m.Name != v).ToArray();
                var edit = JsonEdits.Replace(values[index % values.Length], Written(value, Foreign(options)));
                var after = file.Apply(edit);
                Assert.That(after, Is.EqualTo(Written(after, options)));
                Assert.That(Js.Data(edit.NewText), Is.EqualTo(Js.Data(value)));
            },
            iter: Documents);

    const string Added = "added";

    static Gen<string> Container(int depth) => Gen.OneOf(Object(depth), Array(depth));

    static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency((2, Scalar), (1, Object(depth - 1)), (1, Array(depth - 1)));

    static Gen<string> Object(int depth) =>
        Gen.Select(Space, Gen.Select(Space, Gens.AnyOf("\"a\"", "\"b\"", "\"\\u00e9\""), Space, Space, Value(depth), Space, (a, name, b, c, value, d) => $"{a}{name}{b}:{c}{value}{d}").Array[0, 4],
            (empty, members) => $"{{{(members.Length == 0 ? empty : string.Join(',', members))}}}");

    static Gen<string> Array(int depth) =>
        Gen.Select(Space, Gen.Select(Space, Value(depth), Space, (a, value, b) => a + value + b).Array[0, 4],
            (empty, elements) => $"[{(elements.Length == 0 ? empty : string.Join(',', elements))}]");

    static JsonNode[] Chosen(JsonFile file, bool[] chosen) => [.. Js.Items(file).Where((_, i) => chosen[i % chosen.Length])];

    static JsonContainer Chosen(JsonFile file, int index)
    {
        var containers = Js.All(file.Root).OfType<JsonContainer>().ToArray();
        return containers[index % containers.Length];
    }

    /// <summary>Adds something behind an item of a container, or at the end.</summary>
    static TextEdit Insertion(JsonFile file, int container, int place, string value, Func<string, string> written)
    {
        return Chosen(file, container) switch
        {
            JsonObject o => JsonEdits.InsertMember(o, Added, written(value), o.Members.ElementAtOrDefault(place)),
            JsonArray a => JsonEdits.InsertElement(a, written($"{{\"{Added}\": {value}}}"), a.Elements.ElementAtOrDefault(place)),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>With lines or without, like the document, but indented otherwise.</summary>
    static JsonWriterOptions Foreign(JsonWriterOptions options) => new() { Indented = options.Indented, Encoder = options.Encoder };

    /// <summary>In an object, so that there is a colon to follow.</summary>
    static string Wrapped(string source) => $"{{\"w\":{source.TrimStart('\ufeff')}}}";

    static string Written(string source, JsonWriterOptions options)
    {
        using var document = JsonDocument.Parse(source.TrimStart('\ufeff'));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Diagnostics, but for the byte order mark of which Terraform will have none.</summary>
    static IEnumerable<HclDiagnostic> Unexpected(JsonFile file) => file.Diagnostics.Where(d => d.Code != "HCL101");
}
