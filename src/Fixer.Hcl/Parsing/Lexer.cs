using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Fixer.Hcl;

/// <summary>
/// Cuts bytes into tokens: HCL specification, "Lexical Elements", and for templates what HashiCorp's scanner does.
/// Any input is cut completely, in one pass; what is no HCL becomes <see cref="TokenKind.Invalid"/> and a diagnostic.
/// </summary>
ref partial struct Lexer
{
    readonly ReadOnlySpan<byte> source;
    readonly DiagnosticBag diagnostics;
    readonly ImmutableArray<Token>.Builder tokens;
    readonly LexerModes modes = new();
    readonly bool validUtf8;
    int at;

    Lexer(SourceText text, DiagnosticBag diagnostics)
    {
        source = text.Bytes;
        this.diagnostics = diagnostics;
        tokens = ImmutableArray.CreateBuilder<Token>(source.Length / 4 + 16);
        validUtf8 = Utf8.IsValid(source);
    }

    public static ImmutableArray<Token> Tokenize(SourceText text, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(text, diagnostics);
        lexer.Run();
        return lexer.tokens.DrainToImmutable();
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
                case LexerModeKind.Heredoc: LexHeredoc(); break;
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
            default:
                if (IdentifierLength() is var identifier and > 0)
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

    void Number()
    {
        var end = Digits(at);
        if (end + 1 < source.Length && source[end] == '.' && IsDigit(source[end + 1]))
            end = Digits(end + 1);
        if (end < source.Length && source[end] is (byte)'e' or (byte)'E')
        {
            var exponent = end + 1 < source.Length && source[end + 1] is (byte)'+' or (byte)'-' ? end + 2 : end + 1;
            if (exponent < source.Length && IsDigit(source[exponent]))
                end = Digits(exponent);
        }

        Emit(TokenKind.Number, end - at);
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
        while (end < source.Length)
        {
            var c = source[end];
            if (c < 0x80)
            {
                if (!char.IsAsciiLetter((char)c) && c != '_' && (end == start || (c != '-' && !IsDigit(c))))
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
        var end = at;
        while (end < source.Length && Rune.DecodeFromUtf8(source[end..], out _, out var bad) != OperationStatus.Done)
            end += bad;
        var kind = HclDiagnostics.InvalidUtf8;
        if (end == at)
        {
            kind = HclDiagnostics.InvalidCharacter;
            Rune.DecodeFromUtf8(source[at..], out _, out var length);
            end += length;
        }

        diagnostics.Add(kind, new TextSpan(at, end));
        Emit(TokenKind.Invalid, end - at);
    }

    void Emit(TokenKind kind, int length)
    {
        tokens.Add(new Token(kind, new TextSpan(at, at + length)));
        at += length;
    }

    readonly int Peek(int ahead) => at + ahead < source.Length ? source[at + ahead] : -1;

    readonly int RunLength(int index) => index < 0 ? source.Length - at : index;

    static bool IsDigit(byte c) => char.IsAsciiDigit((char)c);
}
