using System.Text;
using System.Text.Json;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Encodings;

/// <summary><c>jsondecode</c>: objects and tuples, never maps or lists.</summary>
static class JsonDecoding
{
    /// <summary>Deeper values are refused, so that what walks through them needs no more stack than there is.</summary>
    const int MaxDepth = 250;

    public static HclFunction JsonDecode { get; } = Function(HclType.Dynamic, [Text("str")], call =>
    {
        call.Budget.Spend(call.Text(0).Length / 2);
        var bytes = Encoding.UTF8.GetBytes(call.Text(0));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var value = Value(ref reader, call);

            // Terraform asks the JSON reader whether more elements follow, which a closing bracket denies.
            var rest = bytes.AsSpan((int)reader.BytesConsumed).TrimStart(" \t\r\n"u8);
            return rest is [] or [(byte)'}' or (byte)']', ..] ? value : throw new HclFunctionException("There is more than one JSON value.", 0);
        }
        catch (JsonException e)
        {
            throw new HclFunctionException($"This is not JSON, in line {e.LineNumber + 1}.", 0);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape: valid JSON, but no text.
            return call.Unknown(HclType.Dynamic);
        }
    });

    static HclValue Value(ref Utf8JsonReader reader, in HclCall call) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader, call),
        JsonTokenType.StartArray => Tuple(ref reader, call),
        JsonTokenType.String => call.Result(reader.GetString()!),
        JsonTokenType.Number => call.Result(HclNumber.Parse(Encoding.ASCII.GetString(reader.ValueSpan))),
        JsonTokenType.Null => HclValue.Null(HclType.Dynamic, call.Origin),
        var other => call.Result(other == JsonTokenType.True),
    };

    static HclValue Tuple(ref Utf8JsonReader reader, in HclCall call)
    {
        var elements = new List<HclElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(new(Value(ref reader, call)));
        return HclValue.Tuple(elements, call.Origin);
    }

    /// <summary>Of equal keys the last one counts; if their values are of several types, Terraform may convert or reject them.</summary>
    static HclValue Object(ref Utf8JsonReader reader, in HclCall call)
    {
        var attributes = new Dictionary<string, HclElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = NormalForm.C(reader.GetString()!);
            reader.Read();
            var value = Value(ref reader, call);
            var isAmbiguous = attributes.TryGetValue(key, out var before) && before.Value.Type != value.Type;
            attributes[key] = new(key, isAmbiguous ? call.Unknown(HclType.Dynamic) : value, call.Origin);
        }

        return HclValue.Object(attributes.Values, call.Origin);
    }
}
