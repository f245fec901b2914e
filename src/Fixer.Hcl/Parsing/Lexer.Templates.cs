using System.Buffers;
using System.Text;

namespace Fixer.Hcl;

/// <summary>Quoted templates and heredocs.</summary>
ref partial struct Lexer
{
    static readonly SearchValues<byte> QuotedSpecials = SearchValues.Create("\"\\\n\r$%"u8);

    void OpenTemplate(TokenKind kind, int length, LexerModeKind mode, TextSpan marker = default)
    {
        modes.Push(new LexerMode { Kind = mode, Opener = new TextSpan(at, at + length), Marker = marker, AtLineStart = true });
        Emit(kind, length);
    }

    void LexQuoted()
    {
        var end = at;
        while (true)
        {
            var special = source[end..].IndexOfAny(QuotedSpecials);
            end = special < 0 ? source.Length : end + special;
            if (end == source.Length || source[end] is (byte)'"' or (byte)'\n' or (byte)'\r')
                break;
            if (source[end] == '\\')
                end += EscapeLength(end);
            else if (StartsTemplate(end))
                break;
            else
                end += LiteralSignLength(end);
        }

        EmitText(end);
        if (at == source.Length)
            return;
        switch (source[at])
        {
            case (byte)'"':
                modes.Pop();
                Emit(TokenKind.CloseQuote, 1);
                break;
            case (byte)'$' or (byte)'%':
                OpenSequence();
                break;
            default:
                diagnostics.Add(HclDiagnostics.UnterminatedString, modes.Current.Opener);
                modes.UnwindString();
                break;
        }
    }

    /// <summary>One line of a heredoc, or its part up to a template sequence.</summary>
    void LexHeredoc()
    {
        if (modes.Current.AtLineStart && modes.Current.Kind == LexerModeKind.Heredoc && TryHeredocEnd())
            return;
        var end = at;
        var endsLine = false;
        while (true)
        {
            var special = source[end..].IndexOfAny((byte)'$', (byte)'%', (byte)'\n');
            end = special < 0 ? source.Length : end + special;
            if (end == source.Length)
                break;
            endsLine = source[end] == '\n';
            if (endsLine)
            {
                end++;
                break;
            }

            if (StartsTemplate(end))
                break;
            end += LiteralSignLength(end);
        }

        modes.Current.AtLineStart = endsLine;
        var bare = source[at..end].IndexOf((byte)'\r');
        if (bare >= 0 && modes.Current.Kind == LexerModeKind.Heredoc && (at + bare + 1 == source.Length || source[at + bare + 1] != '\n'))
            diagnostics.Add(HclDiagnostics.InvalidCharacter, new TextSpan(at + bare, at + bare + 1));
        EmitText(end);
        if (!endsLine && at < source.Length)
            OpenSequence();
    }

    /// <summary>The closing marker alone on its line; like HashiCorp's scanner, the line must end with a newline, and white space is Unicode's.</summary>
    bool TryHeredocEnd()
    {
        var newline = source[at..].IndexOf((byte)'\n');
        var line = newline < 0 ? [] : source.Slice(at, newline);
        if (line.EndsWith((byte)'\r'))
            line = line[..^1];
        var marker = source[modes.Current.Marker.Start..modes.Current.Marker.End];
        var marked = line.IndexOf(marker);
        if (marked < 0 || !IsBlank(line[..marked]) || !IsBlank(line[(marked + marker.Length)..]))
            return false;
        modes.Pop();
        Emit(TokenKind.HeredocEnd, line.Length);
        return true;
    }

    /// <summary>Whether there is only white space; a bare carriage return is not.</summary>
    static bool IsBlank(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune) || rune.Value == '\r')
                return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>Tries <c>&lt;&lt;MARKER</c> or <c>&lt;&lt;-MARKER</c>, which must end its line.</summary>
    bool HeredocStart()
    {
        var offset = Peek(2) == '-' ? 3 : 2;
        var length = IdentifierLength(offset);
        if (length == 0)
            return false;
        var newline = Peek(offset + length) == '\r' ? 1 : 0;
        if (Peek(offset + length + newline) != '\n')
            return false;
        var marker = new TextSpan(at + offset, at + offset + length);
        OpenTemplate(TokenKind.HeredocStart, offset + length + newline + 1, LexerModeKind.Heredoc, marker);
        return true;
    }

    void OpenSequence()
    {
        var kind = source[at] == '$' ? TokenKind.TemplateStart : TokenKind.DirectiveStart;
        OpenTemplate(kind, Peek(2) == '~' ? 3 : 2, LexerModeKind.Code);
    }

    readonly bool StartsTemplate(int index) => index + 1 < source.Length && source[index + 1] == '{';

    /// <summary>A dollar or percent sign that starts nothing: 3 bytes for the escapes <c>$${</c> and <c>%%{</c>, else 1.</summary>
    readonly int LiteralSignLength(int index) =>
        index + 2 < source.Length && source[index + 1] == source[index] && source[index + 2] == '{' ? 3 : 1;

    readonly int EscapeLength(int index)
    {
        var length = StringDecoder.EscapeLength(source[index..]);
        if (length > 0)
            return length;
        diagnostics.Add(HclDiagnostics.InvalidEscape, new TextSpan(index, Math.Min(index + 2, source.Length)));
        return 1;
    }

    void EmitText(int end)
    {
        if (end == at)
            return;
        if (!validUtf8 && InvalidRun(at, end) is { Length: > 0 } invalid)
            diagnostics.Add(HclDiagnostics.InvalidUtf8, invalid);
        Emit(TokenKind.StringText, end - at);
    }
}
