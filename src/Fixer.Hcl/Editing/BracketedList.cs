using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>An element of a tuple or an item of an object, with the comma behind it.</summary>
/// <param name="Tokens">Its tokens, without the comma.</param>
/// <param name="Comma">The comma; -1 if there is none.</param>
readonly record struct ListEntry(TokenRange Tokens, int Comma)
{
    public int First => Tokens.First;

    /// <summary>Index after the comma, or after the last token if there is none.</summary>
    public int End => HasComma ? Comma + 1 : Tokens.End;

    public bool HasComma => Comma >= 0;
}

/// <summary>A tuple or an object as what they have in common: entries between brackets, separated by commas or, in an object, by newlines.</summary>
sealed class BracketedList
{
    BracketedList(HclNode node, IEnumerable<HclNode> entries, bool isObject)
    {
        Source = node.Source;
        Open = node.Tokens.First;
        Close = node.Tokens.End - 1;
        IsObject = isObject;
        Entries = [.. entries.Select(e => new ListEntry(e.Tokens, CommaBehind(e.Tokens.End)))];
    }

    public TokenSource Source { get; }

    /// <summary>The opening bracket.</summary>
    public int Open { get; }

    /// <summary>The closing bracket.</summary>
    public int Close { get; }

    public bool IsObject { get; }

    public ImmutableArray<ListEntry> Entries { get; }

    /// <param name="node">A <see cref="TupleExpression"/> or an <see cref="ObjectExpression"/>.</param>
    public static BracketedList Of(HclNode node) => new(node, node.Children, isObject: node is ObjectExpression);

    public bool StartsLine(int entry) => OwnedTrivia.StartsLine(Source, Entries[entry].First);

    public bool EndsLine(int entry) => OwnedTrivia.EndsLine(Source, Entries[entry].End);

    /// <summary>Whether the entry behind this one starts on the line that this one starts on.</summary>
    public bool SharesLineWithNext(int entry) =>
        entry + 1 < Entries.Length && !Layout.HasNewline(Source, Entries[entry].First, Entries[entry + 1].First);

    /// <summary>Index after what precedes the entry: the comma or last token of another, or the opening bracket.</summary>
    public int EndBefore(int entry) => entry == 0 ? Open + 1 : Entries[entry - 1].End;

    int CommaBehind(int end)
    {
        while (Source.Tokens[end] is { IsTrivia: true } trivia && !(IsObject && trivia.Kind == TokenKind.Newline))
            end++;
        return Source.Tokens[end].Kind == TokenKind.Comma ? end : -1;
    }
}
