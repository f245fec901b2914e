using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Fixer.Hcl.Evaluation;

#pragma warning disable RS0030 // Regex: this evaluates the language's own functions for regular expressions; no source text is recognized by it.

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>
/// A regular expression of the language, which has the syntax of RE2 and of Go, matched in linear time by .NET's automaton after
/// translation. What cannot be translated so that it surely matches the same is not matched at all.
/// </summary>
sealed class GoPattern
{
    /// <summary>Steps of the automaton that one search may take: characters times places of the pattern.</summary>
    const long MaxSteps = 200_000_000;

    readonly Regex? regex;

    GoPattern(PatternTranslation translation)
    {
        (GroupNames, needsAscii, size) = (translation.GroupNames, translation.NeedsAscii, translation.Size);
        if (!translation.IsSupported)
            return;
        try
        {
            regex = new Regex(translation.Result, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // The automaton would be too large, or .NET is stricter about operators that follow each other.
        }
    }

    readonly bool needsAscii;
    readonly long size;

    /// <summary>The names of the groups in the order of their parentheses; null for those without.</summary>
    public ImmutableArray<string?> GroupNames { get; }

    /// <exception cref="HclFunctionException">It is not a regular expression.</exception>
    public static GoPattern Parse(string pattern, int argument, EvaluationBudget budget)
    {
        budget.Spend(pattern.Length);
        return new(PatternTranslation.Of(pattern, argument));
    }

    /// <summary>Whether it can be said what of this text matches.</summary>
    public bool CanMatch(string text) =>
        regex is not null
        && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        && (!needsAscii || System.Text.Ascii.IsValid(text))
        && (text.Length + 1L) * size < MaxSteps;

    /// <summary>The first match; null if there is none. <see cref="CanMatch"/> must be true.</summary>
    public Match? First(string text, EvaluationBudget budget) => Next(text, 0, budget);

    /// <summary>All matches that do not overlap; one that is empty does not stand at the end of the one before.</summary>
    public IEnumerable<Match> All(string text, EvaluationBudget budget)
    {
        var end = -1;
        for (var at = 0; at <= text.Length && Next(text, at, budget) is { } match;)
        {
            var matchEnd = match.Index + match.Length;
            if (match.Length > 0 || match.Index != end)
                yield return match;
            end = matchEnd;
            at = Math.Max(at + 1, matchEnd);
        }
    }

    Match? Next(string text, int at, EvaluationBudget budget)
    {
        budget.Spend(((text.Length - at) * size / 1024) + 1);
        return regex!.Match(text, at) is { Success: true } match ? match : null;
    }
}
