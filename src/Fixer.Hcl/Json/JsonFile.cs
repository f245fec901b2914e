using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>A file in HCL's JSON syntax, as <c>main.tf.json</c>: its bytes, its values and what is wrong with it. Immutable. Accepts what HashiCorp's reader accepts.</summary>
public sealed class JsonFile
{
    JsonFile(SourceText text, JsonValue root, ImmutableArray<HclDiagnostic> diagnostics)
    {
        (Text, Root, Diagnostics) = (text, root, diagnostics);
        Body = new JsonBody(root);
    }

    /// <summary>The source.</summary>
    public SourceText Text { get; }

    /// <summary>The one value that the file is.</summary>
    public JsonValue Root { get; }

    /// <summary>The definitions at the top level.</summary>
    public JsonBody Body { get; }

    /// <summary>What is wrong, in the order of the source; no more than a hundred each for tokens and structure. Templates in strings are not looked into: see <see cref="JsonString.Template"/>.</summary>
    public ImmutableArray<HclDiagnostic> Diagnostics { get; }

    /// <summary>Reads any bytes; what cannot be understood is in <see cref="Diagnostics"/>. Takes time and memory linear in the length.</summary>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    /// <param name="path">What the caller calls the file; only to tell files apart.</param>
    public static JsonFile Parse(ReadOnlyMemory<byte> bytes, string path = "")
    {
        var text = new SourceText(bytes, path);
        var (lexical, structural) = (new DiagnosticBag(text), new DiagnosticBag(text));
        var root = new JsonParser(text, lexical, structural).ParseText();
        if (root is not (JsonContainer or JsonInvalid))
            structural.Add(JsonDiagnostics.InvalidRoot, root.Span);
        return new JsonFile(text, root, lexical.With(structural));
    }

    /// <summary>The same bytes that were read.</summary>
    public byte[] ToBytes() => Text.Bytes.ToArray();
}
