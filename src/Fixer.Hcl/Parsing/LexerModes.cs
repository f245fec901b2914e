namespace Fixer.Hcl;

/// <summary>What the lexer is inside of.</summary>
enum LexerModeKind : byte
{
    /// <summary>Definitions and expressions: the file itself, an interpolation or a directive.</summary>
    Code,

    /// <summary>A quoted template.</summary>
    Quoted,

    /// <summary>A heredoc.</summary>
    Heredoc,

    /// <summary>A template that is a whole text.</summary>
    Bare,
}

/// <summary>One level of what the lexer is inside of.</summary>
struct LexerMode
{
    public LexerModeKind Kind;

    /// <summary>In <see cref="LexerModeKind.Code"/>: braces open, so that the one closing an interpolation can be told.</summary>
    public int Braces;

    /// <summary>The token that opened the level.</summary>
    public TextSpan Opener;

    /// <summary>In <see cref="LexerModeKind.Heredoc"/>: the closing marker.</summary>
    public TextSpan Marker;

    /// <summary>In <see cref="LexerModeKind.Heredoc"/>: whether a closing marker may stand here.</summary>
    public bool AtLineStart;
}

/// <summary>The levels, on the heap: no input can overflow the stack.</summary>
sealed class LexerModes
{
    LexerMode[] levels = new LexerMode[4];
    int count = 1;

    public ref LexerMode Current => ref levels[count - 1];

    public bool IsNested => count > 1;

    public TextSpan Outermost => levels[1].Opener;

    public LexerModeKind OutermostKind => levels[1].Kind;

    public void Push(LexerMode mode)
    {
        if (count == levels.Length)
            Array.Resize(ref levels, count * 2);
        levels[count++] = mode;
    }

    public void Pop() => count--;

    /// <summary>After a string that its line does not close: back to the heredoc around it, or to the file, so that the damage ends with the line.</summary>
    public void UnwindString()
    {
        while (count > 1 && Current.Kind != LexerModeKind.Heredoc)
            count--;
    }
}
