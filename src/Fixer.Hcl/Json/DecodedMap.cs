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
    public int Start(int offset)
    {
        var index = CountBefore(offset + 1) - 1;
        if (index < 0)
            return offset;
        var piece = pieces[index];
        return offset < piece.DecodedEnd ? piece.SourceStart : piece.SourceEnd + offset - piece.DecodedEnd;
    }

    /// <summary>Offset in the source of a span that ends at this offset of the value.</summary>
    public int End(int offset)
    {
        var index = CountBefore(offset) - 1;
        return index < 0 ? offset : pieces[index].SourceEnd + Math.Max(0, offset - pieces[index].DecodedEnd);
    }

    /// <summary>Number of pieces that start before the offset.</summary>
    int CountBefore(int offset)
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

        return low;
    }

    readonly record struct Piece(int DecodedStart, int DecodedEnd, int SourceStart, int SourceEnd);
}
