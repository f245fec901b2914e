using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl.Evaluation;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>
/// A regular expression of the language, which has the syntax and the meaning of RE2 and of Go. Not one of .NET's, which differ in both.
/// What of it is not known here, such as scripts, does not match anything else instead: <see cref="CanMatch"/> is false.
/// </summary>
sealed class GoPattern
{
    readonly PatternInstruction[]? instructions;

    GoPattern(PatternParser parser)
    {
        GroupNames = parser.GroupNames;
        instructions = parser.Root is { } root ? PatternProgram.Compile(root) : null;
    }

    /// <summary>The names of the groups in the order of their parentheses; null for those without.</summary>
    public ImmutableArray<string?> GroupNames { get; }

    /// <summary>Whether it can be said what matches.</summary>
    public bool CanMatch => instructions is not null;

    /// <exception cref="HclFunctionException">It is not a regular expression.</exception>
    public static GoPattern Parse(string pattern, int argument, EvaluationBudget budget)
    {
        budget.Spend(pattern.Length);
        return new(PatternParser.Parse(pattern, argument));
    }

    /// <summary>All matches that do not overlap; one that is empty does not stand at the end of the one before. <see cref="CanMatch"/> must be true.</summary>
    public IEnumerable<PatternMatch> Matches(string text, EvaluationBudget budget)
    {
        var matcher = new PatternMatcher(instructions!, GroupNames.Length + 1, text, budget);
        var before = -1;
        for (var at = 0; at <= text.Length && matcher.Find(at) is { } places;)
        {
            var match = new PatternMatch(text, places);
            if (match.End > match.Start || match.Start != before)
                yield return match;
            before = match.End;
            at = match.End > at ? match.End : at == text.Length ? at + 1 : at + (Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1);
        }
    }
}

/// <summary>A part of a text that matches.</summary>
/// <param name="Text">The text.</param>
/// <param name="Places">Where each group starts and ends, the whole first; -1 for those that have no part in it.</param>
readonly record struct PatternMatch(string Text, int[] Places)
{
    public int Start => Places[0];

    public int End => Places[1];

    /// <summary>The text of a group, the whole for zero; null if it has no part in the match.</summary>
    public string? Group(int number) => Places[2 * number] < 0 || Places[(2 * number) + 1] < 0 ? null : Text[Places[2 * number]..Places[(2 * number) + 1]];
}
