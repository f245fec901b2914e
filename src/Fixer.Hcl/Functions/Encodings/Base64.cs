using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Encodings;

/// <summary><c>base64encode</c>, <c>base64decode</c>, <c>base64gzip</c>, <c>textencodebase64</c>, <c>textdecodebase64</c>.</summary>
static class Base64
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static HclFunction Base64Encode { get; } = TextFunction("str", text => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)));

    public static HclFunction Base64Decode { get; } = TextFunction("str", text => Decoded(Utf8, text));

    /// <summary>Unknown: which bytes a text is compressed to differs between implementations, and this one is not Terraform's.</summary>
    public static HclFunction Base64Gzip { get; } = Function(HclType.String, [Text("str")], call => call.Unknown(HclType.String));

    public static HclFunction TextEncodeBase64 { get; } = Function(HclType.String, [Text("string"), Text("encoding")], call =>
    {
        if (Encoding(call.Text(1)) is not { } encoding)
            return call.Unknown(HclType.String);
        try
        {
            return call.Result(Convert.ToBase64String([.. encoding.GetPreamble(), .. encoding.GetBytes(call.Text(0))]));
        }
        catch (EncoderFallbackException)
        {
            throw new HclFunctionException($"The string has characters that {call.Text(1)} has not.", 0);
        }
    });

    public static HclFunction TextDecodeBase64 { get; } = Function(HclType.String, [Text("source"), Text("encoding")], call =>
        Encoding(call.Text(1)) is { Preamble.Length: 0 } encoding ? call.Result(Decoded(encoding, call.Text(0))) : call.Unknown(HclType.String));

    static string Decoded(System.Text.Encoding encoding, string text)
    {
        try
        {
            // Line ends are skipped; other white space, which .NET skips as well, is an error.
            if (text.AsSpan().ContainsAny(' ', '\t'))
                throw new FormatException();
            return encoding.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new HclFunctionException("This is not base64.", 0);
        }
        catch (DecoderFallbackException)
        {
            throw new HclFunctionException("The bytes are not text in this encoding.", 0);
        }
    }

    /// <summary>The encodings that are the same everywhere. Terraform knows many more; with them the result is unknown here.</summary>
    static System.Text.Encoding? Encoding(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" => Utf8,
        "UTF-16LE" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        "UTF-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        "UTF-16" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        "ISO-8859-1" or "LATIN1" => System.Text.Encoding.GetEncoding("latin1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        _ => null,
    };
}
