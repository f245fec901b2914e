using System;
using System.Collections.Generic;

namespace AwsSdk.Generator;

/// <summary>XML elements, as REST services with XML bodies take them.</summary>
internal sealed class XmlWriting : WritingFormat
{
    public override string Body => "XmlBody";

    public override string Variable => "xml";

    public override void Write(Source source, Member member)
    {
        var name = Names.Literal(member.WireName);
        var value = "value." + member.Property;
        source.Line(member.Shape.Type switch
        {
            "structure" => $"xml.Structure({name}, {value}, Write{member.Shape.Class});",
            "list" when member.IsFlattened => throw new NotSupportedException($"The generator cannot write the flattened list {member.Shape.Name}."),
            "list" => $"xml.List({name}, {Names.Literal(member.Shape.Item.LocationName ?? "member")}, {value}, {Item(member.Shape.Item)});",
            "map" => throw new NotSupportedException($"The generator cannot write the map {member.Shape.Name} to XML."),
            _ => $"xml.Text({name}, {Text(member, value, "iso8601")});",
        });
    }

    public override string Start(string? element, string? xmlNamespace) => $"using var xml = request.Xml({Names.Literal(element)}, {Names.Literal(xmlNamespace)});";

    public override void Payload(Source source, Member member) =>
        source.Line($"request.Xml({Names.Literal(member.WireName)}, {Names.Literal(member.XmlNamespace)}, value.{member.Property}, Write{member.Shape.Class});");

    static string Item(Member item) => item.Shape.IsStructure ? "Write" + item.Shape.Class : $"static item => {Text(item, "item", "iso8601")}";
}

/// <summary>XML elements, as responses of REST services with XML bodies, of query services and of EC2 have them.</summary>
internal sealed class XmlReading : ReadingFormat
{
    public override string Response => "XmlIncoming";

    public override string Unmarshaller => "XmlUnmarshaller";

    public override string Parameter => "XmlCursor xml";

    public override string StartFailure => "var xml = failure.Xml();";

    public override string Start(string? wrapper) => wrapper is null ? "var xml = response.Root();" : $"var xml = response.Result({Names.Literal(wrapper)});";

    public override string Root(Member payload) =>
        payload.Shape.IsStructure ? $"Read{payload.Shape.Class}(response.Root())" : throw new NotSupportedException($"The generator cannot read the payload {payload.Name}.");

    public override void Read(Source source, IReadOnlyList<Member> members)
    {
        source.Line("for (var at = xml.Enter(); xml.Next(at);)");
        source.Indented(() => source.Block("switch (xml.Name)", () =>
        {
            foreach (var member in members)
                source.Line($"case {Names.Literal(Name(member))}: {Member(member, "value." + member.Property)}; break;");
            source.Line("default: xml.Skip(); break;");
        }));
    }

    /// <summary>The element of a member: a flattened list's items have their own name, or the list's.</summary>
    static string Name(Member member) => member is { IsFlattened: true, Shape.Type: "list" } ? member.Shape.Item.LocationName ?? member.WireName : member.WireName;

    static string Member(Member member, string value) => member.Shape.Type switch
    {
        "list" when member.IsFlattened => $"({value} ??= new()).Add({Value(member.Shape.Item.Shape)})",
        "map" when member.IsFlattened => throw new NotSupportedException($"The generator cannot read the flattened map {member.Shape.Name}."),
        _ => $"{value} = {Value(member.Shape)}",
    };

    static string Value(Shape shape) => shape.Type switch
    {
        "structure" => $"Read{shape.Class}(xml)",
        "list" => $"xml.List({Names.Literal(shape.Item.LocationName ?? "member")}, {Delegate(shape.Item.Shape)})",
        "map" => $"xml.Map({Names.Literal(shape.Key.LocationName ?? "key")}, {Names.Literal(shape.Value.LocationName ?? "value")}, {Delegate(shape.Value.Shape)})",
        _ => "xml." + Scalar(shape),
    };

    static string Delegate(Shape shape) => shape.IsStructure ? "Read" + shape.Class : "static xml => " + Value(shape);
}
