using System.Text;
using System.Text.Json;
using Amazon.Runtime.Internal.Util;

namespace Fixer.AwsSdk;

/// <summary>Reads a value at the cursor, and leaves the cursor at the value's last token.</summary>
internal delegate T JsonRead<out T>(ref JsonCursor json);

/// <summary>Reads JSON values one after the other from a stream.</summary>
internal ref struct JsonCursor
{
    StreamingUtf8JsonReader reader;
    char[] name = new char[64];
    int nameLength;

    /// <exception cref="JsonException">The stream holds no JSON.</exception>
    public JsonCursor(Stream stream)
    {
        reader = new(stream);
        reader.Read();
    }

    /// <summary>The name of the member that <see cref="Next"/> found.</summary>
    public readonly ReadOnlySpan<char> Name => name.AsSpan(0, nameLength);

    readonly bool IsNull => reader.TokenType == JsonTokenType.Null;

    /// <summary>Goes into an object.</summary>
    /// <exception cref="JsonException">The value is no object.</exception>
    public readonly void Enter() => Expect(JsonTokenType.StartObject);

    /// <summary>Goes to the value of the object's next member that is not null, or to its end.</summary>
    public bool Next()
    {
        while (Read() != JsonTokenType.EndObject)
        {
            Expect(JsonTokenType.PropertyName);
            KeepName();
            if (Read() != JsonTokenType.Null)
                return true;
        }
        return false;
    }

    public void Skip()
    {
        for (var depth = 0; ;)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                depth++;
            else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                depth--;
            if (depth == 0)
                return;
            Read();
        }
    }

    public string Text() => Expect(JsonTokenType.String) ? reader.GetString() : "";

    public bool Bool() => reader.GetBoolean();

    public int Int() => reader.TryGetInt32(out var value) ? value : throw Mismatch("a number");

    public long Long() => reader.TryGetInt64(out var value) ? value : throw Mismatch("a number");

    public float Float() => (float)Double();

    public double Double() => reader.TryGetDouble(out var value) ? value : throw Mismatch("a number");

    /// <summary>Seconds since 1970 as a number, or a moment as text.</summary>
    public DateTime Timestamp() =>
        reader.TokenType == JsonTokenType.String ? AwsSdk.Text.Timestamp(Text())
        : reader.TryGetDecimal(out var seconds) ? AwsSdk.Text.Timestamp(seconds)
        : throw Mismatch("a timestamp");

    public MemoryStream Blob() => reader.TryGetBytesFromBase64(out var bytes) ? new(bytes) : throw Mismatch("base64");

    public List<T> List<T>(JsonRead<T> read)
    {
        Expect(JsonTokenType.StartArray);
        var items = new List<T>();
        while (Read() != JsonTokenType.EndArray)
            items.Add(IsNull ? default! : read(ref this));
        return items;
    }

    public Dictionary<string, T> Map<T>(JsonRead<T> read)
    {
        Enter();
        var entries = new Dictionary<string, T>();
        while (Next())
            entries[Name.ToString()] = read(ref this);
        return entries;
    }

    JsonTokenType Read() => reader.Read() ? reader.TokenType : throw new JsonException("The document ends within a value.");

    readonly bool Expect(JsonTokenType type) => reader.TokenType == type ? true : throw new JsonException($"{type} was expected, not {reader.TokenType}.");

    readonly JsonException Mismatch(string expected) => new($"{expected} was expected, not {reader.TokenType}.");

    void KeepName()
    {
        var bytes = reader.ValueSpan;
        if (bytes.Contains((byte)'\\'))
        {
            var text = reader.GetString();
            name = text.ToCharArray();
            nameLength = text.Length;
            return;
        }
        if (name.Length < bytes.Length)
            name = new char[bytes.Length];
        nameLength = Encoding.UTF8.GetChars(bytes, name);
    }
}
