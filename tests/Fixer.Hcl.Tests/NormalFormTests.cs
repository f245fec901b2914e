using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests;

/// <summary>Strings are in normalization form C, whatever the machine has for Unicode.</summary>
public class NormalFormTests
{
    static readonly Gen<string> Text = Gens.AnyOf(
        "a", "e", " ", "日", "\u0301", "\u0323", "\u0315", "\u0345", "\u0344", "\u00e9", "\u1ebf", "\u2126", "\u212b", "\u0958", "\u0915", "\u093c",
        "\u1100", "\u1161", "\u11a8", "\uac00", "\uac01", "\ufb1d", "\ud834\udd5e", "\ud804\udd31", "\ud804\udd27", "\ud834").Array[0, 12].Select(string.Concat);

    static IEnumerable<TestCaseData> Strings() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "normal-form", "strings.txt"))
        let sides = line.Split(" -> ")
        select new TestCaseData(sides[0], sides[1]).SetArgDisplayNames(sides[0]);

    [TestCaseSource(nameof(Strings))]
    [TestCase("0061 1E4EF 1E4EE 1E08F", "0061 1E4EE 1E4EF 1E08F", TestName = "marks of Unicode 15")]
    [TestCase("0061 D834 0301", "0061 D834 0301", TestName = "half a surrogate stays")]
    public void String_OfThese_IsNormal(string codePoints, string expected) => Assert.That(Points(Normal(Decode(codePoints))), Is.EqualTo(expected));

    [Test]
    public void String_OfAnyText_NormalizesOnceAndForAll() =>
        Text.Sample(text => Assert.That(Normal(Normal(text)), Is.EqualTo(Normal(text))), iter: 5000);

    [Test]
    public void String_OfNormalPieces_IsThatOfTheWhole() =>
        Gen.Select(Text, Text).Sample((a, b) => Assert.That(Normal(Normal(a) + Normal(b)), Is.EqualTo(Normal(a + b))), iter: 5000);

    [TestCase("plain and größe")]
    [TestCase("tiếng Việt, 日本語, 한국어, 👩‍👩‍👧")]
    public void String_OfNormalText_IsTheSameObject(string text) => Assert.That(Normal(text), Is.SameAs(text));

    [TestCase(30, "0061 0315*30")]
    [TestCase(31, "0061 0315*30 034F 0315*1")]
    [TestCase(61, "0061 0315*30 034F 0315*30 034F 0315*1")]
    public void String_OfManyMarks_IsJoinedAfterEveryThirty(int marks, string expected)
    {
        var runs = expected.Split(' ').Select(r => r.Split('*')).SelectMany(r => Enumerable.Repeat(r[0], r.Length == 1 ? 1 : int.Parse(r[1], CultureInfo.InvariantCulture)));
        Assert.That(Points(Normal("a" + new string('\u0315', marks))), Is.EqualTo(string.Join(' ', runs)));
    }

    [Test]
    public void String_OfAMillionMarksInTheWrongOrder_IsQuick()
    {
        var clock = Stopwatch.StartNew();
        Normal("a" + string.Concat(Enumerable.Repeat("\u0301\u0315\u0323", 333_333)));
        Assert.That(clock.Elapsed, Is.LessThan(Hang.Limit));
    }

    static string Normal(string text) => HclValue.String(text, Origin.Supplied).AsString();

    static string Decode(string codePoints) =>
        string.Concat(codePoints.Split(' ').Select(p => int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Select(p => p is >= 0xD800 and < 0xE000 ? ((char)p).ToString() : char.ConvertFromUtf32(p)));

    static string Points(string text)
    {
        var points = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            points.Add((isPair ? char.ConvertToUtf32(text, i) : text[i]).ToString("X4", CultureInfo.InvariantCulture));
            i += isPair ? 1 : 0;
        }

        return string.Join(' ', points);
    }
}
