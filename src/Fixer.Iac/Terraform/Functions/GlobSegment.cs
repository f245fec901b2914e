using System.Collections.Immutable;
using System.Text;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>The pattern of one name in a path: alternatives, each of single characters, sets of characters, and stars.</summary>
sealed class GlobSegment
{
    /// <summary>Braces multiply: more alternatives than this are no pattern that anybody wrote.</summary>
    const int MaxAlternatives = 256;

    readonly ImmutableArray<Element[]> alternatives;

    GlobSegment(ImmutableArray<Element[]> alternatives) => this.alternatives = alternatives;

    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public static GlobSegment Parse(string pattern) => new([.. Alternatives(pattern).Select(Elements)]);

    public bool Matches(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        return alternatives.Any(a => Matches(a, runes));
    }

    /// <summary>On a mismatch the last star takes one character more; no earlier star need be tried again.</summary>
    static bool Matches(Element[] pattern, Rune[] name)
    {
        var (at, next, star, taken) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (next < pattern.Length && pattern[next].IsStar)
                (star, taken) = (next++, at);
            else if (next < pattern.Length && pattern[next].Matches(name[at]))
                (at, next) = (at + 1, next + 1);
            else if (star >= 0)
                (at, next) = (++taken, star + 1);
            else
                return false;
        }

        return Array.TrueForAll(pattern[next..], e => e.IsStar);
    }

    /// <summary>What the first pair of braces stands for, each with the rest expanded.</summary>
    static ImmutableArray<string> Alternatives(string pattern)
    {
        ImmutableArray<string> open = [""];
        for (var i = 0; i < pattern.Length;)
        {
            var length = pattern[i] == '\\' ? 2 : 1;
            string[] choices = [pattern[i..Math.Min(i + length, pattern.Length)]];
            if (pattern[i] == '{')
            {
                var end = pattern.IndexOf('}', i);
                var inside = end < 0 ? throw new FormatException() : pattern[(i + 1)..end];
                choices = inside.AsSpan().ContainsAny('{', '\\') ? throw new FormatException() : inside.Split(',');
                length = end + 1 - i;
            }

            if (open.Length * choices.Length > MaxAlternatives)
                throw new FormatException();
            open = [.. open.SelectMany(o => choices.Select(c => o + c))];
            i += length;
        }

        return open;
    }

    static Element[] Elements(string pattern)
    {
        var elements = new List<Element>();
        var runes = pattern.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            switch (runes[i].Value)
            {
                case '*':
                    elements.Add(new Element(true, false, []));
                    break;
                case '?':
                    elements.Add(new Element(false, true, []));
                    break;
                case '[':
                    elements.Add(Set(runes, ref i));
                    break;
                case '\\' when ++i == runes.Length:
                    throw new FormatException();
                default:
                    elements.Add(new Element(false, false, [(runes[i], runes[i])]));
                    break;
            }
        }

        return [.. elements];
    }

    static Element Set(Rune[] runes, ref int i)
    {
        var isNegated = i + 1 < runes.Length && runes[i + 1].Value == '^';
        var ranges = new List<(Rune, Rune)>();
        for (i += isNegated ? 2 : 1; i < runes.Length && runes[i].Value != ']'; i++)
        {
            var first = runes[i];
            if (first.Value is '-' or '\\')
                throw new FormatException();
            if (i + 2 < runes.Length && runes[i + 1].Value == '-' && runes[i + 2].Value != ']')
                i += 2;
            ranges.Add((first, runes[i]));
        }

        if (i == runes.Length || ranges.Count == 0)
            throw new FormatException();
        return new Element(false, isNegated, [.. ranges]);
    }

    /// <summary>A star, or a character in one of the ranges, or in none of them.</summary>
    readonly record struct Element(bool IsStar, bool IsNegated, ImmutableArray<(Rune First, Rune Last)> Ranges)
    {
        public bool Matches(Rune rune) => Ranges.Any(r => r.First <= rune && rune <= r.Last) != IsNegated;
    }
}
