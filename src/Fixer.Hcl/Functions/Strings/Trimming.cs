using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary><c>chomp</c>, <c>trim</c>, <c>trimprefix</c>, <c>trimsuffix</c>, <c>trimspace</c>.</summary>
static class Trimming
{
    public static HclFunction Chomp { get; } = TextFunction("str", text => text.TrimEnd(['\r', '\n']));

    public static HclFunction TrimSpace { get; } = TextFunction("str", text => text.Trim());

    public static HclFunction Trim { get; } = Cutting("cutset", (text, characters) =>
    {
        var cut = characters.EnumerateRunes().ToHashSet();
        var (start, end) = (0, text.Length);
        while (start < end && Rune.DecodeFromUtf16(text.AsSpan(start, end - start), out var first, out var length) == 0 && cut.Contains(first))
            start += length;
        while (start < end && Rune.DecodeLastFromUtf16(text.AsSpan(start, end - start), out var last, out var length) == 0 && cut.Contains(last))
            end -= length;
        return text[start..end];
    });

    public static HclFunction TrimPrefix { get; } = Cutting("prefix", (text, prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text);

    public static HclFunction TrimSuffix { get; } = Cutting("suffix", (text, suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text);

    static HclFunction Cutting(string what, Func<string, string, string> body) =>
        Function(HclType.String, [Text("str"), Text(what)], call => call.Result(body(call.Text(0), call.Text(1))));
}
