using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>What came of an edit by path: the edits, or why there are none.</summary>
public abstract record HclPathEdit
{
    private protected HclPathEdit()
    {
    }
}

/// <summary>The edits to make.</summary>
/// <param name="Edits">The edits; they belong together.</param>
public sealed record HclPathFound(ImmutableArray<TextEdit> Edits) : HclPathEdit;

/// <summary>Nothing can be edited there.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Step">Index of the step that could not be taken.</param>
/// <param name="Node">What it should have led into.</param>
public sealed record HclPathRefusal(HclPathRefusalReason Reason, int Step, HclExpression Node) : HclPathEdit;

/// <summary>Why a path leads nowhere that can be edited.</summary>
public enum HclPathRefusalReason
{
    /// <summary>A key needs an object in braces and an index a tuple in brackets, and another expression is there: its value is computed.</summary>
    NotLiteral,

    /// <summary>The object has a key that is an expression, which may be the one that is asked for.</summary>
    ComputedKey,

    /// <summary>The object has no such key. When setting, only a key at the end of the path may be new.</summary>
    KeyNotFound,

    /// <summary>The tuple has no such index.</summary>
    IndexOutOfRange,
}
