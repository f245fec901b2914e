using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Fixer.Hcl;

/// <summary>
/// Cuts bytes into tokens: HCL specification, "Lexical Elements", and for templates what HashiCorp's scanner does.
/// Any input is cut completely, in one pass; what is no HCL becomes <see cref="TokenKind.Invalid"/> and a diagnostic.
/// </summary>
ref partial struct Lexer
{
    /// <summary>For each ASCII character, whether an identifier may have it behind its start.</summary>
    static readonly bool[] IsInIdentifier = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) || (char)c is '_' or '-')];

    readonly ReadOnlySpan<byte> source;
    readonly DiagnosticBag diagnostics;
    TokenBuffer tokens;
    readonly LexerModes modes = new();
    readonly bool validUtf8;
    int at;

    Lexer(SourceText text, DiagnosticBag diagnostics)
    {
        source = text.Bytes;
        this.diagnostics = diagnostics;
        tokens = new TokenBuffer(source.Length / 4 + 16);
        validUtf8 = Utf8.IsValid(source);
    }

    /// <param name="text">The source.</param>
    /// <param name="diagnostics">Where to report.</param>
    /// <param name="isTemplate">Whether the source is a template, not definitions or an expression.</param>
    public static TokenList Tokenize(SourceText text, DiagnosticBag diagnostics, bool isTemplate = false)
    {
        var lexer = new Lexer(text, diagnostics);
        if (isTemplate)
            lexer.modes.Current.Kind = LexerModeKind.Bare;
        lexer.Run();
        return lexer.tokens.ToList();
    }

    void Run()
    {
        if (source.StartsWith(SourceText.ByteOrderMark))
            Emit(TokenKind.ByteOrderMark, SourceText.ByteOrderMark.Length);
        while (at < source.Length)
        {
            switch (modes.Current.Kind)
            {
                case LexerModeKind.Quoted: LexQuoted(); break;
                case LexerModeKind.Heredoc or LexerModeKind.Bare: LexHeredoc(); break;
                default: LexCode(); break;
            }
        }

        if (modes.IsNested)
        {
            var kind = modes.OutermostKind == LexerModeKind.Heredoc ? HclDiagnostics.UnterminatedHeredoc
                : modes.Current.Kind == LexerModeKind.Quoted ? HclDiagnostics.UnterminatedString
                : HclDiagnostics.UnterminatedTemplate;
            diagnostics.Add(kind, modes.Outermost);
        }

        Emit(TokenList.EndOfFile, 0);
    }

    void LexCode()
    {
        var c = source[at];
        switch (c)
        {
            case (byte)' ' or (byte)'\t': Emit(TokenKind.Whitespace, RunLength(source[at..].IndexOfAnyExcept((byte)' ', (byte)'\t'))); break;
            case (byte)'\n': Emit(TokenKind.Newline, 1); break;
            case (byte)'\r' when Peek(1) == '\n': Emit(TokenKind.Newline, 2); break;
            case (byte)'#': LineComment(); break;
            case (byte)'/' when Peek(1) == '/': LineComment(); break;
            case (byte)'/' when Peek(1) == '*': BlockComment(); break;
            case (byte)'"': OpenTemplate(TokenKind.OpenQuote, 1, LexerModeKind.Quoted); break;
            case (byte)'{': modes.Current.Braces++; Emit(TokenKind.OpenBrace, 1); break;
            case (byte)'}': CloseBrace(1); break;
            case (byte)'~' when Peek(1) == '}' && ClosesTemplate: CloseBrace(2); break;
            case (byte)'<' when Peek(1) == '<' && HeredocStart(): break;
            case >= (byte)'0' and <= (byte)'9': Number(); break;
            case (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_': Emit(TokenKind.Identifier, IdentifierLength()); break;
            default:
                if (c >= 0x80 && IdentifierLength() is var identifier and > 0)
                    Emit(TokenKind.Identifier, identifier);
                else if (Operator() is var (kind, length))
                    Emit(kind, length);
                else
                    Invalid();
                break;
        }
    }

    bool ClosesTemplate => modes.IsNested && modes.Current.Braces == 0;

    void CloseBrace(int length)
    {
        if (ClosesTemplate)
        {
            modes.Pop();
            Emit(TokenKind.TemplateEnd, length);
            return;
        }

        if (modes.Current.Braces > 0)
            modes.Current.Braces--;
        Emit(TokenKind.CloseBrace, length);
    }

    void LineComment()
    {
        var length = RunLength(source[at..].IndexOf((byte)'\n'));
        if (at + length < source.Length && source[at + length - 1] == '\r')
            length--;
        Emit(TokenKind.LineComment, length);
    }

    void BlockComment()
    {
        var close = source[(at + 2)..].IndexOf("*/"u8);
        if (close < 0)
            diagnostics.Add(HclDiagnostics.UnterminatedComment, new TextSpan(at, at + 2));
        Emit(TokenKind.BlockComment, close < 0 ? source.Length - at : close + 4);
    }

    /// <summary>Like HashiCorp's scanner, takes digits, dots and exponents however often, up to the last that is no dot; which of these are numbers is said here.</summary>
    void Number()
    {
        var end = at;
        while (end < source.Length)
        {
            var c = source[end];
            if (c == '.')
                end++;
            else if (IsDigit(c))
                end = Digits(end);
            else if (c is (byte)'e' or (byte)'E' && ExponentStart(end + 1) is var digits and > 0)
                end = Digits(digits);
            else
                break;
        }

        var text = source[at..end].TrimEnd((byte)'.');
        var exponent = text.IndexOfAny("eE"u8);
        var valid = text[..(exponent < 0 ? text.Length : exponent)].Count((byte)'.') <= 1 && (exponent < 0 || text[(exponent + 1)..].IndexOfAny("eE."u8) < 0);
        if (!valid)
            diagnostics.Add(HclDiagnostics.InvalidNumber, new TextSpan(at, at + text.Length));
        Emit(valid ? TokenKind.Number : TokenKind.Invalid, text.Length);
    }

    /// <summary>Where the digits of an exponent start; 0 if there are none.</summary>
    readonly int ExponentStart(int from)
    {
        if (from < source.Length && source[from] is (byte)'+' or (byte)'-')
            from++;
        return from < source.Length && IsDigit(source[from]) ? from : 0;
    }

    readonly int Digits(int from)
    {
        while (from < source.Length && IsDigit(source[from]))
            from++;
        return from;
    }

    /// <summary>Bytes of the identifier here: <c>(ID_Start | "_") (ID_Continue | "-")*</c>; 0 if there is none.</summary>
    readonly int IdentifierLength(int from = 0)
    {
        var start = at + from;
        var end = start;
        if (start >= source.Length || source[start] == '-' || IsDigit(source[start]))
            return 0;
        while (end < source.Length)
        {
            var c = source[end];
            if (c < 0x80)
            {
                if (!IsInIdentifier[c])
                    break;
                end++;
            }
            else if (Rune.DecodeFromUtf8(source[end..], out var rune, out var length) == OperationStatus.Done
                && (end == start ? UnicodeIdentifiers.CanStart(rune) : UnicodeIdentifiers.CanContinue(rune)))
                end += length;
            else
                break;
        }

        return end - start;
    }

    /// <summary>One token for a run of bytes that are not UTF-8, or for one character that HCL does not use.</summary>
    void Invalid()
    {
        var isUtf8 = Rune.DecodeFromUtf8(source[at..], out _, out var length) == OperationStatus.Done;
        var span = isUtf8 ? new TextSpan(at, at + length) : InvalidRun(at, source.Length);
        diagnostics.Add(isUtf8 ? HclDiagnostics.InvalidCharacter : HclDiagnostics.InvalidUtf8, span);
        Emit(TokenKind.Invalid, span.Length);
    }

    /// <summary>The first bytes from <paramref name="from"/> that are not UTF-8; empty if all are.</summary>
    readonly TextSpan InvalidRun(int from, int end)
    {
        int length;
        while (from < end && Rune.DecodeFromUtf8(source[from..end], out _, out length) == OperationStatus.Done)
            from += length;
        var behind = from;
        while (behind < end && Rune.DecodeFromUtf8(source[behind..end], out _, out length) != OperationStatus.Done)
            behind += length;
        return new TextSpan(from, behind);
    }

    void Emit(TokenKind kind, int length)
    {
        tokens.Add(kind, at);
        at += length;
    }

    readonly int Peek(int ahead) => at + ahead < source.Length ? source[at + ahead] : -1;

    readonly int RunLength(int index) => index < 0 ? source.Length - at : index;

    static bool IsDigit(byte c) => char.IsAsciiDigit((char)c);
}
