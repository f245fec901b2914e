using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;

namespace Fixer.AwsSdk;

/// <summary>A JSON body, which is the request's when this is disposed.</summary>
internal sealed class JsonBody : IDisposable
{
    readonly Outgoing outgoing;
    readonly ArrayBufferWriter<byte> bytes = new();
    readonly Utf8JsonWriter writer;

    public JsonBody(Outgoing outgoing)
    {
        this.outgoing = outgoing;
        writer = new(bytes);
        writer.WriteStartObject();
    }

    public void Member(string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public void Member(string name, ConstantClass? value) => Member(name, value?.Value);

    public void Member(string name, bool? value)
    {
        if (value is { } set)
            writer.WriteBoolean(name, set);
    }

    public void Member(string name, int? value) => Member(name, (long?)value);

    public void Member(string name, long? value)
    {
        if (value is { } set)
            writer.WriteNumber(name, set);
    }

    public void Member(string name, float? value)
    {
        if (value is { } set)
            writer.WriteNumber(name, set);
    }

    public void Member(string name, double? value)
    {
        if (value is { } set)
            writer.WriteNumber(name, set);
    }

    /// <summary>Seconds since 1970.</summary>
    public void Member(string name, DateTime? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(StringUtils.FromDateTimeToUnixTimestamp(value.Value));
    }

    public void Member(string name, MemoryStream? value) => Member(name, AwsSdk.Text.Of(value));

    public void Structure<T>(string name, T? value, Action<JsonBody, T> write) where T : class
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        StructureItem(value, write);
    }

    /// <summary>A list; <paramref name="write"/> writes a whole item.</summary>
    public void List<T>(string name, List<T>? values, Action<JsonBody, T> write)
    {
        if (values is null)
            return;
        writer.WritePropertyName(name);
        ListItem(values, write);
    }

    /// <summary>A map; <paramref name="write"/> writes a whole value.</summary>
    public void Map<T>(string name, Dictionary<string, T>? values, Action<JsonBody, T> write)
    {
        if (values is null)
            return;
        writer.WritePropertyName(name);
        MapItem(values, write);
    }

    public void Item(string? value) => writer.WriteStringValue(value);

    public void Item(int value) => writer.WriteNumberValue(value);

    public void Item(long value) => writer.WriteNumberValue(value);

    public void Item(double value) => writer.WriteNumberValue(value);

    public void Item(bool value) => writer.WriteBooleanValue(value);

    public void Item(MemoryStream? value) => writer.WriteStringValue(AwsSdk.Text.Of(value));

    public void StructureItem<T>(T value, Action<JsonBody, T> write) where T : class
    {
        writer.WriteStartObject();
        write(this, value);
        writer.WriteEndObject();
    }

    public void ListItem<T>(List<T> values, Action<JsonBody, T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            write(this, value);
        writer.WriteEndArray();
    }

    public void MapItem<T>(Dictionary<string, T> values, Action<JsonBody, T> write)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            write(this, value);
        }
        writer.WriteEndObject();
    }

    public void Dispose()
    {
        writer.WriteEndObject();
        writer.Dispose();
        outgoing.Request.Content = bytes.WrittenSpan.ToArray();
    }
}
