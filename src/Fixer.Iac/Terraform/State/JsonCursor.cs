using System.Text.Json;

namespace Fixer.Iac.Terraform.State;

/// <summary>
/// Reads JSON from a stream token by token. Memory holds the piece of the stream that is being read, at least one token, and never the whole.
/// It needs no stack for nested values.
/// </summary>
ref struct JsonCursor
{
    /// <summary>Bytes of a string or number. Terraform has no such limit; no service of AWS takes or gives a value of this length.</summary>
    public const int LongestToken = 64 << 20;

    /// <summary>Levels; those of Go's JSON decoder, which Terraform reads states with.</summary>
    public const int MaxDepth = 10_000;

    const int FirstBuffer = 64 << 10;

    readonly Stream stream;
    byte[] buffer = new byte[FirstBuffer];
    char[] characters = new char[256];
    int filled;
    long consumedBefore;
    Utf8JsonReader reader;

    public JsonCursor(Stream stream)
    {
        this.stream = stream;
        reader = new Utf8JsonReader([], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
    }

    public readonly JsonTokenType Token => reader.TokenType;

    /// <summary>The start of the token, in bytes from the start of the stream.</summary>
    public readonly long Offset => consumedBefore + reader.TokenStartIndex;

    /// <summary>The next token.</summary>
    /// <exception cref="StateFault">There is none.</exception>
    public void Read()
    {
        if (!TryRead())
            throw Token == JsonTokenType.None ? StateFault.Empty(consumedBefore + filled) : StateFault.Truncated(consumedBefore + filled);
    }

    /// <summary>Reads on to the end of the stream, behind the one value in it.</summary>
    /// <exception cref="StateFault">There is anything but white space.</exception>
    public void ReadEnd()
    {
        while (TryRead())
            ;
    }

    /// <summary>The next token; false if it is the end of the object or array that is being read.</summary>
    public bool ReadUnless(JsonTokenType end)
    {
        Read();
        return Token != end;
    }

    /// <summary>Passes over the value whose first token was read last.</summary>
    public void Skip()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = reader.CurrentDepth;
        do
            Read();
        while (reader.CurrentDepth > depth);
    }

    /// <summary>Whether the name or string is this.</summary>
    public readonly bool Is(ReadOnlySpan<byte> text) => reader.ValueTextEquals(text);

    /// <summary>Bytes of the token as it is written.</summary>
    public readonly int Length => reader.ValueSpan.Length;

    /// <summary>The name or string; good until the next call.</summary>
    public ReadOnlySpan<char> Characters()
    {
        if (characters.Length < Length)
            characters = new char[Length];
        try
        {
            return characters.AsSpan(0, reader.CopyString(characters));
        }
        catch (InvalidOperationException)
        {
            throw StateFault.NotUnicode(Offset);
        }
    }

    /// <summary>The number, if it is a whole one of 64 bits.</summary>
    public readonly bool TryNumber(out long number)
    {
        number = 0;
        return Token == JsonTokenType.Number && reader.TryGetInt64(out number);
    }

    bool TryRead()
    {
        try
        {
            while (!reader.Read())
            {
                if (!Fill())
                    return false;
            }

            return true;
        }
        catch (JsonException)
        {
            var offset = consumedBefore + reader.BytesConsumed;
            // At an opening bracket it does not count itself.
            throw reader.CurrentDepth >= MaxDepth - 1 ? StateFault.TooDeep(offset) : StateFault.Syntax(offset);
        }
    }

    /// <summary>Makes room, and reads until there is none: a stream that gives a byte at a time must not make us look at a long string for each.</summary>
    bool Fill()
    {
        var rest = filled - (int)reader.BytesConsumed;
        consumedBefore += reader.BytesConsumed;
        if (rest == LongestToken)
            throw StateFault.TooLong(consumedBefore);
        var next = rest > buffer.Length / 2 ? new byte[Math.Min(buffer.Length * 2, LongestToken)] : buffer;
        buffer.AsSpan(filled - rest, rest).CopyTo(next);
        buffer = next;
        var read = stream.ReadAtLeast(buffer.AsSpan(rest), buffer.Length - rest, throwOnEndOfStream: false);
        filled = rest + read;
        reader = new Utf8JsonReader(buffer.AsSpan(0, filled), isFinalBlock: false, reader.CurrentState);
        return read > 0;
    }
}
