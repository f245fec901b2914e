using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Fixer.Hcl;

/// <summary>The place in the tokens, and what is common to all that is read.</summary>
ref partial struct Parser
{
    readonly TokenSource source;
    readonly ReadOnlySpan<TokenKind> kinds;
    readonly ReadOnlySpan<int> starts;
    readonly ReadOnlySpan<byte> bytes;
    readonly DiagnosticBag diagnostics;

    /// <summary>Children read so far of nodes that are not finished; each node takes those above the mark it set.</summary>
    readonly List<HclNode> scratch = new(32);

    /// <summary>The labels of the header that is being read.</summary>
    readonly List<HclLabel> labels = new(2);

    /// <summary>Brackets and templates open in what is skipped, as indexes of tokens.</summary>
    readonly List<int> openers = [];

    /// <summary>Whether a block header in the first column ends every block that is still open.</summary>
    readonly bool resumesAtMargin;

    /// <summary>The names of the arguments of the body that is being read, once there are many.</summary>
    HashSet<string>? largeNames;

    /// <summary>The last trivia that was measured.</summary>
    TokenRange trivia = new(0, -1);

    bool ranIntoEnd;
    int openTemplates;
    int openBraces;
    int at;

    /// <summary>Index after the last token that was taken, trivia not counted.</summary>
    int end;

    /// <summary>Whether a newline means nothing here: in brackets and template sequences, but not in braces.</summary>
    bool ignoresNewlines;

    /// <summary>Whether the expression that is being read has been reported as invalid.</summary>
    bool hasFailed;

    int depth;

    readonly TokenKind Kind => kinds[at];

    /// <summary>Takes the token here, and moves over what means nothing behind it.</summary>
    void Advance()
    {
        end = ++at;
        Skip();
    }

    void Skip()
    {
        while (kinds[at] < TokenKind.Invalid && (ignoresNewlines || kinds[at] != TokenKind.Newline))
            at++;
    }

    /// <summary>From <paramref name="first"/> to the last token taken.</summary>
    readonly TokenRange From(int first) => new(first, Math.Max(first, end));

    readonly ReadOnlySpan<byte> Bytes(int token) => bytes[starts[token]..starts[token + 1]];

    readonly string Name(int token) => NameTable.Get(Bytes(token));

    readonly bool IsKeyword(ReadOnlySpan<byte> word) => Kind == TokenKind.Identifier && Bytes(at).SequenceEqual(word);

    readonly int LengthOf(int token) => starts[token + 1] - starts[token];

    ImmutableArray<T> Take<T>(int mark)
        where T : HclNode
    {
        if (scratch.Count == mark)
            return [];
        var children = new T[scratch.Count - mark];
        for (var i = 0; i < children.Length; i++)
            children[i] = (T)scratch[mark + i];
        CollectionsMarshal.SetCount(scratch, mark);
        return ImmutableCollectionsMarshal.AsImmutableArray(children);
    }

    readonly void Report(DiagnosticKind kind, int token) => Report(kind, token, token + 1);

    readonly void Report(DiagnosticKind kind, int token, int behind) =>
        diagnostics.Add(kind, new TextSpan(starts[token], starts[Math.Min(behind, starts.Length - 1)]));

    /// <summary>Says once for each expression what is wrong with it; not about a token of which the lexer has said so.</summary>
    HclExpression? Fail(DiagnosticKind kind, int token)
    {
        if (!hasFailed && kinds[token] != TokenKind.Invalid)
            Report(kind, token);
        hasFailed = true;
        return null;
    }
}
