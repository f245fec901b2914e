using System.Collections.Concurrent;
using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>A file that a configuration reads. What is decoded from it is decoded once, so that its nodes are the same each time.</summary>
sealed class DataFile
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly ConcurrentDictionary<string, HclValue> decoded = new(StringComparer.Ordinal);
    readonly Lazy<HclFragment> template;

    public DataFile(string path, ReadOnlyMemory<byte> bytes)
    {
        (Bytes, Source) = (bytes, new SourceText(bytes, path));
        Whole = new DataNode(Source, new TextSpan(0, bytes.Length));
        template = new Lazy<HclFragment>(() => HclFragment.ParseTemplate(Bytes, path));
        try
        {
            Text = HclValue.String(Strict.GetString(bytes.Span), Origin.Of(Whole));
        }
        catch (DecoderFallbackException)
        {
            // Only as bytes can it be read.
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public SourceText Source { get; }

    public DataNode Whole { get; }

    /// <summary>The content as a string of Terraform; null if it is not UTF-8.</summary>
    public HclValue? Text { get; }

    public HclFragment Template => template.Value;

    /// <summary>What a function makes of the content.</summary>
    public HclValue Decoded(string function, Func<HclValue> decode) => decoded.GetOrAdd(function, _ => decode());
}
