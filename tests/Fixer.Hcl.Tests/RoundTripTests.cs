using System.Text;
using CsCheck;

namespace Fixer.Hcl.Tests;

/// <summary>Every byte of any input lies in exactly one token, and reading never throws.</summary>
public class RoundTripTests
{
    static readonly string[] Fragments =
    [
        "resource \"a\" \"b\" {", "}", "{", "\n", "\r\n", "\r", "\"", "${", "%{", "~}", "$${", "%%{", "<<EOT\n", "<<-EOT\n", "\nEOT\n", "  EOT\n",
        "#", "//", "/*", "*/", "x = 1", "[", "]", "(", ")", "a.b[0]", "\\", "\\n", "\\u12", "...", "::", "é", "\ufeff", "日本", " ", "\t", "1.5e-3", "a-b", "=", "=>",
    ];

    static readonly Gen<byte[]> Soup =
        Gen.OneOf(Gens.AnyOf(Fragments).Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 3]).Array[0, 40].Select(parts => parts.SelectMany(p => p).ToArray());

    [Test]
    public void Parse_AnyBytes_ToBytesIsTheSame() => Gen.Byte.Array[0, 200].Sample(IsLossless, iter: 3000);

    [Test]
    public void Parse_SoupOfFragments_ToBytesIsTheSame() => Soup.Sample(IsLossless, iter: 20000);

    [Test]
    public void Parse_MutatedSource_ToBytesIsTheSame() =>
        Gen.Select(Gens.AnyOf(Sources.All), Gen.Int[0, 500], Gen.Int[0, 9], Gens.AnyOf(Fragments)).Sample(
            (source, at, removed, inserted) =>
            {
                var start = Math.Min(at, source.Length);
                var mutated = source[..start] + inserted + source[Math.Min(start + removed, source.Length)..];
                return IsLossless(Encoding.UTF8.GetBytes(mutated));
            },
            iter: 10000);

    [Test]
    public void Parse_SourceCutOffAnywhere_ToBytesIsTheSame()
    {
        foreach (var source in Sources.All)
        {
            var bytes = Encoding.UTF8.GetBytes(source);
            for (var length = 0; length <= bytes.Length; length++)
                Assert.That(IsLossless(bytes[..length]), $"first {length} bytes of {source}");
        }
    }

    [TestCaseSource(typeof(Sources), nameof(Sources.All))]
    public void Parse_ValidSource_HasNoDiagnostics(string source) => Assert.That(Hcl.Parse(source).Diagnoses(), Is.Empty);

    static bool IsLossless(byte[] bytes)
    {
        var file = HclFile.Parse(bytes);
        var at = 0;
        foreach (var token in file.Tokens)
        {
            if (token.Span.Start != at || token.Span.Length <= 0)
                return false;
            at = token.Span.End;
        }

        VisitAll(file.Body, new TextSpan(0, bytes.Length));
        return at == bytes.Length && file.ToBytes().AsSpan().SequenceEqual(bytes);
    }

    static void VisitAll(HclBody body, TextSpan within)
    {
        foreach (var item in body.Items)
        {
            Assert.That(within.Contains(item.Span), $"{item.Span} in {within}");
            _ = item.LeadingComments.Count() + item.TrailingComments.Count();
            if (item is HclBlock block)
                VisitAll(block.Body, block.Span);
            else
                _ = ((HclAttribute)item).Value;
        }
    }
}
