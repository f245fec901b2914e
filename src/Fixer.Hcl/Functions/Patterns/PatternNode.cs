using System.Collections.Immutable;

namespace Fixer.Hcl.Functions.Patterns;

/// <summary>A part of a regular expression.</summary>
abstract record PatternNode
{
    /// <summary>Matches the empty text.</summary>
    public static PatternNode Empty { get; } = new SequenceNode([]);

    /// <summary>Whether it can match the empty text.</summary>
    public abstract bool IsNullable { get; }
}

/// <summary>One character of a set.</summary>
sealed record CharacterNode(CharacterSet Set) : PatternNode
{
    public override bool IsNullable => false;
}

/// <summary>A place in the text.</summary>
sealed record AnchorNode(PatternAnchor Anchor) : PatternNode
{
    public override bool IsNullable => true;
}

/// <summary>A group whose text is asked for.</summary>
sealed record GroupNode(int Number, PatternNode Inner) : PatternNode
{
    public override bool IsNullable => Inner.IsNullable;
}

/// <summary>One behind the other.</summary>
sealed record SequenceNode(ImmutableArray<PatternNode> Parts) : PatternNode
{
    public override bool IsNullable { get; } = Parts.All(p => p.IsNullable);
}

/// <summary>One of several; the first that leads to a match.</summary>
sealed record AlternativesNode(ImmutableArray<PatternNode> Parts) : PatternNode
{
    public override bool IsNullable { get; } = Parts.Any(p => p.IsNullable);
}

/// <summary>Several times.</summary>
sealed record RepetitionNode(PatternNode Inner, Repetition Times, bool IsLazy) : PatternNode
{
    public override bool IsNullable { get; } = Times.Least == 0 || Inner.IsNullable;
}

/// <summary>How often something is repeated.</summary>
/// <param name="Least">At least.</param>
/// <param name="Greatest">At most; negative for any number.</param>
/// <param name="IsCounted">Whether it is written in braces.</param>
readonly record struct Repetition(int Least, int Greatest, bool IsCounted);

/// <summary>Places in a text.</summary>
enum PatternAnchor
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}

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
