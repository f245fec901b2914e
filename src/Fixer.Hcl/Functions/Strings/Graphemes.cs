using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Strings;

/// <summary>
/// Characters as people count them, which is how the language counts: grapheme clusters of Unicode Standard Annex 29.
/// <c>substr</c> and <c>strrev</c>.
/// </summary>
static class Graphemes
{
    public static HclFunction Substr { get; } = Function(HclType.String, [Text("str"), Number("offset"), Number("length")], call =>
        call.Result(Part(call.Text(0), call.Whole(1), call.Whole(2))));

    public static HclFunction Strrev { get; } = TextFunction("str", text =>
    {
        var result = new char[text.Length];
        for (var (at, end) = (0, text.Length); at < text.Length;)
        {
            var length = LengthAt(text, at);
            end -= length;
            text.CopyTo(at, result, end, length);
            at += length;
        }

        return new(result);
    });

    public static int Count(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
            at += LengthAt(text, at);
        return count;
    }

    /// <summary>Where the cluster of this number begins; the end of the text if it has not so many.</summary>
    public static int Index(string text, long number, int from = 0)
    {
        for (; number > 0 && from < text.Length; number--)
            from += LengthAt(text, from);
        return from;
    }

    /// <summary>Appends padding up to a width in clusters.</summary>
    public static void Pad(StringBuilder result, string text, int width, char padding, bool atEnd)
    {
        var missing = width - Count(text);
        if (missing <= 0)
            result.Append(text);
        else if (atEnd)
            result.Append(text).Append(padding, missing);
        else
            result.Append(padding, missing).Append(text);
    }

    /// <summary>An offset below zero counts from the end. A length below zero means all, and so does zero together with such an offset, as in Terraform.</summary>
    static string Part(string text, long offset, long length)
    {
        if (offset >= 0 && length == 0)
            return "";
        if (offset < 0)
            (offset, length) = (offset + Count(text), length == 0 ? -1 : length);
        var start = Index(text, offset);
        return length < 0 ? text[start..] : text[start..Index(text, length, start)];
    }

    static int LengthAt(string text, int at) => StringInfo.GetNextTextElementLength(text.AsSpan(at));
}
