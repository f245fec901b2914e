using System;
using System.Collections.Generic;

namespace AwsSdk.Generator;

/// <summary>A JSON object.</summary>
internal sealed class JsonWriting : WritingFormat
{
    public override string Body => "JsonBody";

    public override string Variable => "json";

    public override void Write(Source source, Member member) =>
        source.Line($"json.{Kind(member.Shape) ?? "Member"}({Names.Literal(member.WireName)}, {Arguments(member, "value." + member.Property)});");

    public override string Start(string? element, string? xmlNamespace) => "using var json = request.Json();";

    public override void Payload(Source source, Member member) => source.Line($"request.Json(value.{member.Property}, Write{member.Shape.Class});");

    static string? Kind(Shape shape) => shape.Type switch { "structure" => "Structure", "list" => "List", "map" => "Map", _ => null };

    static string Arguments(Member member, string value) => member.Shape.Type switch
    {
        "structure" => $"{value}, Write{member.Shape.Class}",
        "list" => $"{value}, {Delegate(member.Shape.Item)}",
        "map" => $"{value}, {Delegate(member.Shape.Value)}",
        "timestamp" when member.TimestampFormat is null or "unixTimestamp" => value,
        "timestamp" => Text(member, value, "iso8601"),
        "string" when member.IsIdempotencyToken => Text(member, value, "iso8601"),
        _ => value,
    };

    static string Delegate(Member item) => $"static (json, item) => json.{Kind(item.Shape)}Item({Arguments(item, "item")})";
}

/// <summary>A JSON object, read value by value.</summary>
internal sealed class JsonReading : ReadingFormat
{
    public override string Response => "JsonIncoming";

    public override string Unmarshaller => "JsonUnmarshaller";

    public override string Parameter => "ref JsonCursor json";

    public override string StartFailure => "var json = failure.Json();";

    public override string Start(string? wrapper) => "var json = response.Root();";

    public override string Root(Member payload) => throw new NotSupportedException($"The generator cannot read the payload {payload.Name}.");

    public override void Read(Source source, IReadOnlyList<Member> members)
    {
        source.Line("json.Enter();");
        source.Line("while (json.Next())");
        source.Indented(() => source.Block("switch (json.Name)", () =>
        {
            foreach (var member in members)
                source.Line($"case {Names.Literal(member.WireName)}: value.{member.Property} = {Value(member.Shape)}; break;");
            source.Line("default: json.Skip(); break;");
        }));
    }

    static string Value(Shape shape) => shape.Type switch
    {
        "structure" => $"Read{shape.Class}(ref json)",
        "list" => $"json.List({Delegate(shape.Item.Shape)})",
        "map" => $"json.Map({Delegate(shape.Value.Shape)})",
        _ => "json." + Scalar(shape),
    };

    static string Delegate(Shape shape) => shape.IsStructure ? "Read" + shape.Class : $"static (ref JsonCursor json) => {Value(shape)}";
}
