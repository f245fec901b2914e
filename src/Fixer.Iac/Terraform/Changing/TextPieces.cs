using System.Buffers;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>A text that was put together, and where in a file each of its bytes is written.</summary>
sealed class TextPieces
{
    enum Writing
    {
        Plain,
        Bare,
        Quoted,
    }

    /// <summary>A piece of the text: written as it is, or if it has another length there, as an escape sequence; without source where it is interpolated.</summary>
    readonly record struct Piece(TextSpan Text, TextSpan? Source);

    readonly List<Piece> pieces = [];
    readonly ArrayBufferWriter<byte> text = new();
    Writing writing;
    string indentation = "";
    bool isEscaped;

    /// <summary>Whether a string of JSON is open where the text ends.</summary>
    public bool IsInString { get; private set; }

    public byte[] ToBytes() => text.WrittenSpan.ToArray();

    /// <summary>Text that stands for itself.</summary>
    public bool AddPlain(SourceText source, TextSpan span)
    {
        writing = Writing.Plain;
        Add(source.Slice(span), span);
        return true;
    }

    public void AddInterpolated(string value) => Add(Encoding.UTF8.GetBytes(value), null);

    /// <summary>Text of a quoted string; false if it has another value than is written here.</summary>
    public bool AddQuoted(SourceText source, TextSpan span, string value)
    {
        writing = Writing.Quoted;
        return AddEscaped(source, span, value);
    }

    /// <summary>Text of a heredoc or of a template file, perhaps without the start of the line; false if it has another value than is written here.</summary>
    public bool AddBare(SourceText source, TextSpan span, string value)
    {
        writing = Writing.Bare;
        if (AddEscaped(source, span, value))
            return true;
        var raw = source.GetString(span);
        var skipped = raw.Length - raw.TrimStart(' ', '\t').Length;
        for (var i = 1; i <= skipped; i++)
        {
            if (!AddEscaped(source, span with { Start = span.Start + i }, value))
                continue;
            indentation = raw[..i];
            return true;
        }

        return false;
    }

    bool AddEscaped(SourceText source, TextSpan span, string value)
    {
        var parts = new List<(byte[] Text, TextSpan Source)>();
        var raw = source.Slice(span);
        for (var at = 0; at < raw.Length;)
        {
            var length = SequenceLength(raw[at..]);
            if (length > 0)
            {
                parts.Add((Decoded(raw.Slice(at, length)), new TextSpan(span.Start + at, span.Start + at + length)));
                at += length;
                continue;
            }

            var end = at + 1;
            while (end < raw.Length && SequenceLength(raw[end..]) == 0)
                end++;
            parts.Add((raw[at..end].ToArray(), new TextSpan(span.Start + at, span.Start + end)));
            at = end;
        }

        if (Encoding.UTF8.GetString([.. parts.SelectMany(p => p.Text)]) != value)
            return false;
        foreach (var (bytes, place) in parts)
            Add(bytes, place);
        return true;
    }

    int SequenceLength(ReadOnlySpan<byte> raw) => raw switch
    {
        [(byte)'$', (byte)'$', (byte)'{', ..] or [(byte)'%', (byte)'%', (byte)'{', ..] => 3,
        [(byte)'\\', (byte)'n' or (byte)'r' or (byte)'t' or (byte)'"' or (byte)'\\', ..] when writing == Writing.Quoted => 2,
        _ => 0,
    };

    static byte[] Decoded(ReadOnlySpan<byte> sequence) => sequence switch
    {
        [_, (byte)'n'] => "\n"u8.ToArray(),
        [_, (byte)'r'] => "\r"u8.ToArray(),
        [_, (byte)'t'] => "\t"u8.ToArray(),
        _ => sequence[1..].ToArray(),
    };

    void Add(ReadOnlySpan<byte> bytes, TextSpan? source)
    {
        var start = text.WrittenCount;
        text.Write(bytes);
        pieces.Add(new Piece(new TextSpan(start, text.WrittenCount), source));
        foreach (var b in bytes)
        {
            IsInString ^= b == '"' && !isEscaped;
            isEscaped = IsInString && b == '\\' && !isEscaped;
        }
    }

    /// <summary>The edit of the file that does what an edit of the text does; null if it would reach into something interpolated, or replace it.</summary>
    public TextEdit? InSource(ReadOnlySpan<byte> all, TextEdit edit)
    {
        var (start, end) = (edit.Span.Start, edit.Span.End);
        if (edit.NewText.Length > 0 && pieces.Any(p => p.Source is null && p.Text.Start < end && start < p.Text.End))
            return null;
        var goesWithLine = start > 0 && (start == end || (all[end - 1] == '\n' && all[start - 1] == '\n'));
        var first = goesWithLine ? After(start - 1) : Before(start);
        var last = start == end ? first : After(end - 1);
        return first is { } from && last is { } to ? new TextEdit(new TextSpan(from, to), Written(edit.NewText)) : null;
    }

    int? Before(int offset) => Find(offset) is { Source: { } source } piece ? (source.Length == piece.Text.Length ? source.Start + offset - piece.Text.Start : source.Start) : null;

    int? After(int offset) => Find(offset) is { Source: { } source } piece ? (source.Length == piece.Text.Length ? source.Start + offset - piece.Text.Start + 1 : source.End) : null;

    Piece? Find(int offset)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].Text.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low < pieces.Count ? pieces[low] : null;
    }

    string Written(string value) => writing switch
    {
        Writing.Quoted => HclEdits.Quoted(value)[1..^1],
        Writing.Bare => value.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal).Replace("\n", "\n" + indentation, StringComparison.Ordinal),
        _ => value,
    };
}
