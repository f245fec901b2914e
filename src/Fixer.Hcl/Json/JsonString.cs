using System.Text;

namespace Fixer.Hcl.Json;

/// <summary>A string. Where an expression belongs it is a template, or for what is analysed without evaluation an expression: HCL JSON specification, "Strings" and "Static Analysis".</summary>
public sealed class JsonString : JsonValue
{
    byte[]? decoded;
    string? value;
    DecodedMap? map;
    HclFragment? template;
    HclFragment? expression;

    internal JsonString(SourceText text, TextSpan span)
        : base(text, span)
    {
    }

    /// <summary>Its value where it is no expression: escapes decoded, in Unicode normalization form C. What is not UTF-8 is U+FFFD.</summary>
    public string Value => value ??= NormalForm.C(Encoding.UTF8.GetString(Decoded));

    /// <summary>Its value as a template, as in most expressions. Spans and diagnostics in it are those of the decoded text: see <see cref="SpanOf"/> and <see cref="Locate"/>.</summary>
    public HclFragment Template => template ??= Fragment(isTemplate: true);

    /// <summary>Its value as an expression without <c>${ }</c>, as in Terraform's <c>depends_on</c>. Spans and diagnostics in it are those of the decoded text.</summary>
    public HclFragment Expression => expression ??= Fragment(isTemplate: false);

    byte[] Decoded => decoded ??= JsonStringDecoder.Decode(Raw);

    ReadOnlySpan<byte> Raw => Text.Bytes[(Span.Start + 1)..(Span.End - 1)];

    HclFragment Fragment(bool isTemplate) => HclFragment.Parse(new SourceText(Decoded, Text.Path) { Container = this }, isTemplate);

    /// <summary>The bytes of the file that a part of the decoded text is written with. Escape sequences that are partly in it are wholly in the result.</summary>
    /// <param name="inDecodedUtf8">Bytes of the decoded text, as of a node of <see cref="Template"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decoded text has fewer bytes.</exception>
    public TextSpan SpanOf(TextSpan inDecodedUtf8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inDecodedUtf8.Start, nameof(inDecodedUtf8));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inDecodedUtf8.End, Decoded.Length, nameof(inDecodedUtf8));
        map ??= DecodedMap.Of(Raw);
        var first = Span.Start + 1;
        return new TextSpan(first + map.Start(inDecodedUtf8.Start), first + map.End(inDecodedUtf8.End));
    }

    /// <summary>A diagnostic of <see cref="Template"/> or <see cref="Expression"/> with its place in the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The diagnostic is of a longer text.</exception>
    public HclDiagnostic Locate(HclDiagnostic diagnostic)
    {
        var span = SpanOf(diagnostic.Span);
        return diagnostic with { Span = span, Position = Text.PositionOf(span.Start) };
    }
}
