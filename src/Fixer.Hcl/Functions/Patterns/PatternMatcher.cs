using System.Text;
using Fixer.Hcl.Evaluation;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>
/// Runs the instructions of a pattern over a text, all threads at once: no place of the pattern is visited twice for the same character,
/// so that the work is the product of both lengths at most. The leftmost match is found, and of those the one that backtracking would find first.
/// </summary>
/// <param name="instructions">The instructions.</param>
/// <param name="groups">The number of groups, with the whole as the first.</param>
/// <param name="text">The text.</param>
/// <param name="budget">Charged for the work.</param>
sealed class PatternMatcher(PatternInstruction[] instructions, int groups, string text, EvaluationBudget budget)
{
    /// <summary>Steps for one unit of the budget.</summary>
    const int StepsPerUnit = 2;

    readonly Stack<Thread> open = new();
    readonly int[] visited = new int[instructions.Length];
    List<Thread> current = [];
    List<Thread> next = [];
    int round;
    long steps;

    /// <summary>The first match from an index on: where each group starts and ends, -1 for those that have no part in it. Null if there is none.</summary>
    public int[]? Find(int start)
    {
        int[]? match = null;
        current.Clear();
        round++;
        for (var at = start; ;)
        {
            if (match is null)
                Follow(current, new(0, Unset), at);
            if (current.Count == 0 && match is not null)
                return match;
            budget.Spend(steps / StepsPerUnit);
            steps %= StepsPerUnit;
            if (at == text.Length)
                return current.Find(t => instructions[t.Index].Step == PatternStep.Match).Places ?? match;
            Rune.DecodeFromUtf16(text.AsSpan(at), out var character, out var length);
            at += length;
            round++;
            foreach (var thread in current)
            {
                var instruction = instructions[thread.Index];
                if (instruction.Step == PatternStep.Match)
                {
                    // Those behind it are less wanted.
                    match = thread.Places;
                    break;
                }

                if (instruction.Set!.Contains(character))
                    Follow(next, thread with { Index = thread.Index + 1 }, at);
            }

            (current, next) = (next, current);
            next.Clear();
        }
    }

    int[] Unset { get; } = [.. Enumerable.Repeat(-1, 2 * groups)];

    /// <summary>Adds the threads that a thread becomes before it takes a character, the most wanted first.</summary>
    void Follow(List<Thread> threads, Thread first, int at)
    {
        open.Push(first);
        while (open.TryPop(out var thread))
        {
            steps++;
            if (visited[thread.Index] == round)
                continue;
            visited[thread.Index] = round;
            var (step, _, target, other) = instructions[thread.Index];
            switch (step)
            {
                case PatternStep.Split:
                    open.Push(thread with { Index = other });
                    open.Push(thread with { Index = target });
                    break;
                case PatternStep.Jump:
                    open.Push(thread with { Index = target });
                    break;
                case PatternStep.Save:
                    steps += thread.Places.Length;
                    var places = (int[])thread.Places.Clone();
                    places[target] = at;
                    open.Push(new(thread.Index + 1, places));
                    break;
                case PatternStep.Assert when Holds((PatternAnchor)target, at):
                    open.Push(thread with { Index = thread.Index + 1 });
                    break;
                case PatternStep.Take or PatternStep.Match:
                    threads.Add(thread);
                    break;
            }
        }
    }

    bool Holds(PatternAnchor anchor, int at) => anchor switch
    {
        PatternAnchor.TextStart => at == 0,
        PatternAnchor.TextEnd => at == text.Length,
        PatternAnchor.LineStart => at == 0 || text[at - 1] == '\n',
        PatternAnchor.LineEnd => at == text.Length || text[at] == '\n',
        PatternAnchor.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    bool IsWord(int index) => index >= 0 && index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_');

    readonly record struct Thread(int Index, int[] Places);
}
