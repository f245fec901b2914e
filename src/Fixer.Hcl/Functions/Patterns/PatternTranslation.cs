using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>Translates a regular expression from Go's syntax into .NET's. Syntax: https://pkg.go.dev/regexp/syntax.</summary>
sealed partial class PatternTranslation
{
    /// <summary>Longer ones, and those with more groups, are not translated: nobody writes them, and groups can be nested.</summary>
    const int MaxLength = 10_000;

    const int MaxGroups = 200;
    const int MaxRepetitions = 1000;

    readonly string source;
    readonly int argument;
    readonly StringBuilder result = new();
    readonly ImmutableArray<string?>.Builder groupNames = ImmutableArray.CreateBuilder<string?>();
    int at;
    PatternFlags flags;

    PatternTranslation(string source, int argument) => (this.source, this.argument) = (source, argument);

    /// <summary>The pattern for .NET.</summary>
    public string Result => result.ToString();

    /// <summary>Whether the translation is known to match the same.</summary>
    public bool IsSupported { get; private set; } = true;

    /// <summary>Whether that holds for ASCII text only.</summary>
    public bool NeedsAscii { get; private set; }

    /// <summary>How many places a match can be at.</summary>
    public long Size { get; private set; }

    public ImmutableArray<string?> GroupNames => groupNames.ToImmutable();

    bool IsAtEnd => at == source.Length;

    /// <exception cref="HclFunctionException">It is not a regular expression.</exception>
    public static PatternTranslation Of(string pattern, int argument)
    {
        var translation = new PatternTranslation(pattern, argument);
        if (pattern.Length > MaxLength || pattern.AsSpan().Count('(') > MaxGroups || pattern.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            translation.IsSupported = false;
            return translation;
        }

        translation.Alternatives();
        return translation.IsAtEnd ? translation : throw translation.Invalid("a parenthesis is closed that is not open");
    }

    /// <summary>Up to a closing parenthesis or the end. Returns the largest product of repetitions in it.</summary>
    int Alternatives()
    {
        var repetitions = Sequence();
        while (Take('|'))
        {
            result.Append('|');
            repetitions = Math.Max(repetitions, Sequence());
        }

        return repetitions;
    }

    int Sequence()
    {
        var (most, last, hasOperand, isRepeated, sizeBefore) = (1, 1, false, false, Size);
        while (!IsAtEnd && source[at] is not ('|' or ')'))
        {
            if (TryRepetition(out var repetition))
            {
                if (isRepeated || !hasOperand)
                    throw Invalid(isRepeated ? "an operator for repetition follows another one" : "there is nothing to repeat");
                isRepeated = true;
                last = Repeat(repetition, last, sizeBefore);
            }
            else
            {
                (sizeBefore, isRepeated) = (Size, false);
                var start = result.Length;
                last = Operand();
                hasOperand |= result.Length > start;
            }

            most = Math.Max(most, last);
        }

        return most;
    }

    int Repeat(Repetition repetition, int repetitions, long sizeBefore)
    {
        var (least, greatest, isCounted) = repetition;
        var times = !isCounted ? 1 : greatest < 0 ? least : greatest;
        repetitions = times == 0 ? 1 : repetitions * times;
        if (isCounted && Math.Max(least, greatest) >= 2 && repetitions > MaxRepetitions)
            throw Invalid($"more than {MaxRepetitions} repetitions");
        Size = sizeBefore + ((Size - sizeBefore) * Math.Max(times, 1));
        result.Append(isCounted
            ? string.Create(CultureInfo.InvariantCulture, $"{{{least},{(greatest < 0 ? "" : greatest)}}}")
            : greatest == 1 ? "?" : least == 1 ? "+" : "*");
        if (Take('?') != flags.HasFlag(PatternFlags.Ungreedy))
            result.Append('?');
        return repetitions;
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

    HclFunctionException Invalid(string why) => new($"This is not a regular expression: {why}.", argument);
}

/// <summary>How often something is repeated.</summary>
/// <param name="Least">At least.</param>
/// <param name="Greatest">At most; negative for any number.</param>
/// <param name="IsCounted">Whether it is written in braces.</param>
readonly record struct Repetition(int Least, int Greatest, bool IsCounted);

/// <summary>Flags of RE2.</summary>
[Flags]
enum PatternFlags
{
    None = 0,

    /// <summary>Capitals and small letters are the same.</summary>
    IgnoreCase = 1,

    /// <summary>Anchors match at lines.</summary>
    Multiline = 2,

    /// <summary>The dot matches line ends.</summary>
    Dotall = 4,

    /// <summary>Repetitions are lazy, and those with a question mark are not.</summary>
    Ungreedy = 8,
}
