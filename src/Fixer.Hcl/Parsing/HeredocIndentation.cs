using System.Collections.Immutable;
using System.Globalization;

namespace Fixer.Hcl;

/// <summary>
/// Takes from the lines of an indented heredoc the white space that all of them start with: HCL specification, "Heredocs". Counts
/// characters, be they spaces or tabs; a line of white space does not count and stays; one that starts with a sequence has none.
/// </summary>
static class HeredocIndentation
{
    public static void Remove(ImmutableArray<TemplatePart> parts)
    {
        var pieces = new List<TemplateText?>();
        Flatten(parts, pieces);
        var shared = int.MaxValue;
        var starts = new List<TemplateText>();
        var atLineStart = true;
        foreach (var piece in pieces)
        {
            if (atLineStart)
            {
                var blank = piece is not null && piece.Value.EndsWith('\n') && string.IsNullOrWhiteSpace(piece.Value);
                if (piece is null)
                    shared = 0;
                else if (!blank)
                {
                    shared = Math.Min(shared, LeadingSpace(piece.Value));
                    starts.Add(piece);
                }
            }

            atLineStart = piece is not null && piece.Value.EndsWith('\n');
        }

        foreach (var text in starts)
            text.Value = text.Value[PrefixLength(text.Value, shared)..];
    }

    /// <summary>Text, and null for each sequence, in the order of the source.</summary>
    static void Flatten(ImmutableArray<TemplatePart> parts, List<TemplateText?> pieces)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TemplateText text:
                    pieces.Add(text);
                    break;
                case TemplateIf branch:
                    pieces.Add(null);
                    Flatten(branch.Then, pieces);
                    if (!branch.Else.IsEmpty)
                        pieces.Add(null);
                    Flatten(branch.Else, pieces);
                    pieces.Add(null);
                    break;
                case TemplateFor loop:
                    pieces.Add(null);
                    Flatten(loop.Body, pieces);
                    pieces.Add(null);
                    break;
                default:
                    pieces.Add(null);
                    break;
            }
        }
    }

    static int LeadingSpace(string value)
    {
        var space = value.AsSpan(0, value.Length - value.AsSpan().TrimStart().Length);
        return space.ContainsAnyExcept(' ', '\t') ? new StringInfo(space.ToString()).LengthInTextElements : space.Length;
    }

    /// <summary>Length of the first <paramref name="characters"/> characters as they are perceived.</summary>
    static int PrefixLength(string value, int characters)
    {
        var length = 0;
        for (var i = 0; i < characters && length < value.Length; i++)
            length += IsSpaceBeforeAscii(value, length) ? 1 : StringInfo.GetNextTextElementLength(value, length);
        return length;
    }

    /// <summary>Whether there is a space or a tab with nothing behind it that could combine with it, as nearly always.</summary>
    static bool IsSpaceBeforeAscii(string value, int index) =>
        value[index] is ' ' or '\t' && index + 1 < value.Length && char.IsAscii(value[index + 1]);
}
