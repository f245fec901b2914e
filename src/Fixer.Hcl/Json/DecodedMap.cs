using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>Where each byte of a string's value comes from in its source. Knows only the places where the two differ, so it costs nothing for a string without escapes.</summary>
sealed class DecodedMap
{
    readonly ImmutableArray<Piece> pieces;

    DecodedMap(ImmutableArray<Piece> pieces) => this.pieces = pieces;

    public static DecodedMap Of(ReadOnlySpan<byte> raw)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var decoder = new JsonStringDecoder(raw);
        for (var at = 0; decoder.MoveNext();)
        {
            var length = decoder.Character?.Utf8SequenceLength ?? decoder.End - decoder.Start;
            if (decoder.Character is not null)
                pieces.Add(new Piece(at, at + length, decoder.Start, decoder.End));
            at += length;
        }

        return new DecodedMap(pieces.DrainToImmutable());
    }

    /// <summary>Offset in the source of a span that starts at this offset of the value.</summary>
    public int Start(int offset) => PieceBefore(offset) is not { } piece ? offset
        : offset < piece.DecodedEnd ? piece.SourceStart
        : piece.SourceEnd + offset - piece.DecodedEnd;

    /// <summary>Offset in the source of a span that ends at this offset of the value.</summary>
    public int End(int offset) => PieceBefore(offset) is not { } piece ? offset : piece.SourceEnd + Math.Max(0, offset - piece.DecodedEnd);

    /// <summary>The last piece that starts before the offset.</summary>
    Piece? PieceBefore(int offset)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].DecodedStart < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : pieces[low - 1];
    }

    readonly record struct Piece(int DecodedStart, int DecodedEnd, int SourceStart, int SourceEnd);
}
