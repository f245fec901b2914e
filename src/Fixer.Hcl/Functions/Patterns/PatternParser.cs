using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>Reads a regular expression in Go's syntax, which is RE2's: https://pkg.go.dev/regexp/syntax.</summary>
sealed partial class PatternParser
{
    /// <summary>Longer ones, and those with more groups, are not read: nobody writes them, and groups can be nested.</summary>
    const int MaxLength = 10_000;

    const int MaxGroups = 200;
    const int MaxRepetitions = 1000;

    readonly string source;
    readonly int argument;
    readonly ImmutableArray<string?>.Builder groupNames = ImmutableArray.CreateBuilder<string?>();
    int at;
    PatternFlags flags;

    PatternParser(string source, int argument) => (this.source, this.argument) = (source, argument);

    /// <summary>The whole; null if it has something of which is not known here what it matches.</summary>
    public PatternNode? Root { get; private set; }

    public ImmutableArray<string?> GroupNames => groupNames.ToImmutable();

    bool IsSupported { get; set; } = true;

    bool IsAtEnd => at == source.Length;

    /// <exception cref="HclFunctionException">It is not a regular expression.</exception>
    public static PatternParser Parse(string pattern, int argument)
    {
        var parser = new PatternParser(pattern, argument);
        if (pattern.Length > MaxLength || pattern.AsSpan().Count('(') > MaxGroups)
            return parser;
        var (root, _) = parser.Alternatives();
        if (!parser.IsAtEnd)
            throw parser.Invalid("a parenthesis is closed that is not open");
        parser.Root = parser.IsSupported ? root : null;
        return parser;
    }

    /// <summary>Up to a closing parenthesis or the end; with the largest product of counts that are nested in it.</summary>
    (PatternNode Node, int Repetitions) Alternatives()
    {
        var (first, repetitions) = Sequence();
        if (IsAtEnd || source[at] != '|')
            return (first, repetitions);
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        parts.Add(first);
        while (Take('|'))
        {
            var (next, more) = Sequence();
            parts.Add(next);
            repetitions = Math.Max(repetitions, more);
        }

        return (new AlternativesNode(parts.ToImmutable()), repetitions);
    }

    (PatternNode Node, int Repetitions) Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        var (most, last, isRepeated) = (1, 1, false);
        while (!IsAtEnd && source[at] is not ('|' or ')'))
        {
            if (TryRepetition(out var repetition))
            {
                if (isRepeated || parts.Count == 0)
                    throw Invalid(isRepeated ? "an operator for repetition follows another one" : "there is nothing to repeat");
                isRepeated = true;
                last = Multiplied(last, repetition);
                parts[^1] = new RepetitionNode(parts[^1], repetition, Take('?') != flags.HasFlag(PatternFlags.Ungreedy));
            }
            else
            {
                isRepeated = false;
                last = Operand(parts);
            }

            most = Math.Max(most, last);
        }

        return (parts.Count == 1 ? parts[0] : new SequenceNode(parts.ToImmutable()), most);
    }

    int Multiplied(int repetitions, Repetition repetition)
    {
        var (least, greatest, isCounted) = repetition;
        var times = !isCounted ? 1 : greatest < 0 ? least : greatest;
        repetitions = times == 0 ? 1 : repetitions * times;
        return isCounted && Math.Max(least, greatest) >= 2 && repetitions > MaxRepetitions ? throw Invalid($"more than {MaxRepetitions} repetitions") : repetitions;
    }

    /// <summary>An operator for repetition; a brace that begins none is an ordinary character.</summary>
    bool TryRepetition(out Repetition repetition)
    {
        (repetition, var isOne) = source[at] switch
        {
            '*' => (new(0, -1, false), true),
            '+' => (new(1, -1, false), true),
            '?' => (new(0, 1, false), true),
            '{' when TryCount(out var least, out var greatest) => (new(least, greatest, true), true),
            _ => (default(Repetition), false),
        };
        if (isOne && !repetition.IsCounted)
            at++;
        return isOne;
    }

    bool TryCount(out int least, out int greatest)
    {
        greatest = -1;
        var open = at++;
        var isCount = TryInteger(out least);
        if (isCount && !Take(','))
            greatest = least;
        else if (isCount && !IsAtEnd && source[at] != '}')
            isCount = TryInteger(out greatest);
        if (!isCount || !Take('}'))
        {
            at = open;
            return false;
        }

        if (least > MaxRepetitions || greatest > MaxRepetitions || (greatest >= 0 && least > greatest))
            throw Invalid("the count of repetitions is out of bounds");
        return true;
    }

    /// <summary>Digits, without zeros before others. What is too large is so large that it is out of bounds.</summary>
    bool TryInteger(out int value)
    {
        var start = at;
        while (!IsAtEnd && char.IsAsciiDigit(source[at]))
            at++;
        var digits = source.AsSpan(start, at - start);
        value = digits.Length > 7 ? int.MaxValue : digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return !digits.IsEmpty && (digits.Length == 1 || digits[0] != '0');
    }

    bool Take(char c)
    {
        if (IsAtEnd || source[at] != c)
            return false;
        at++;
        return true;
    }

    /// <summary>The next character, which may be two of .NET's.</summary>
    int TakeCharacter()
    {
        Rune.DecodeFromUtf16(source.AsSpan(at), out var character, out var length);
        at += length;
        return character.Value;
    }

    HclFunctionException Invalid(string why) => new($"This is not a regular expression: {why}.", argument);
}
