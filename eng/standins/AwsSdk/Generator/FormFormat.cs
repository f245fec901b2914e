using System;

namespace AwsSdk.Generator;

/// <summary>Form fields, as the query protocol and EC2's variant of it have them.</summary>
internal sealed class FormFormat(bool ec2) : WritingFormat
{
    public override string Body => "Form";

    public override string Variable => "form";

    public override void Write(Source source, Member member) => source.Line(Field(member, "value." + member.Property) + ";");

    public override string Start(string? element, string? xmlNamespace) => throw new NotSupportedException("A form has no element.");

    public override void Payload(Source source, Member member) => throw new NotSupportedException("A form has no payload.");

    string Name(Member member) => ec2 ? member.QueryName ?? (member.LocationName is { } name ? Names.Pascal(name) : member.Name) : member.WireName;

    string Field(Member member, string value) => member.Shape.Type switch
    {
        "structure" => $"form.Structure({Names.Literal(Name(member))}, {value}, Write{member.Shape.Class})",
        "list" => $"form.List({Names.Literal(ListName(member))}, {value}, {Item(member.Shape.Item)})",
        "map" => throw new NotSupportedException($"The generator cannot write the map {member.Shape.Name} to a form."),
        _ => $"form.Text({Names.Literal(Name(member))}, {Text(member, value, "iso8601")})",
    };

    /// <summary>What comes before an item's number: a flattened list's items have their own name, or the list's.</summary>
    string ListName(Member member)
    {
        var item = member.Shape.Item.LocationName;
        return ec2 ? Name(member) : member.IsFlattened ? item ?? Name(member) : $"{Name(member)}.{item ?? "member"}";
    }

    static string Item(Member item) => item.Shape.IsStructure ? "Write" + item.Shape.Class : $"static item => {Text(item, "item", "iso8601")}";
}
