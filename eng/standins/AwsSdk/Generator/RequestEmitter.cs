using System;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>How one request is written: its path, query string, headers and body.</summary>
internal static class RequestEmitter
{
    public static void Emit(Source source, Model model, Operation operation, WritingFormat format)
    {
        foreach (var header in model.Headers)
            source.Line($"request.Header({Names.Literal(header.Key)}, {Names.Literal(header.Value.Text)});");
        switch (model.Protocol)
        {
            case "query" or "ec2":
                source.Line($"var form = request.Form({Names.Literal(operation.Name)}, {Names.Literal(model["apiVersion"])});");
                Body(source, operation, format);
                break;
            case "json":
                source.Line($"using var json = request.Json({Names.Literal($"{model["targetPrefix"]}.{operation.Name}")}, {Names.Literal(model["jsonVersion"])});");
                Body(source, operation, format);
                break;
            default:
                Rest(source, model, operation, format);
                break;
        }
    }

    static void Body(Source source, Operation operation, WritingFormat format)
    {
        foreach (var member in operation.Input?.Members ?? [])
            format.Write(source, member);
    }

    static void Rest(Source source, Model model, Operation operation, WritingFormat format)
    {
        var uri = operation.Path.Split('?');
        source.Line($"request.Rest({Names.Literal(operation.Method)}, {Names.Literal(uri[0])});");
        foreach (var pair in uri.Skip(1).SelectMany(query => query.Split('&')))
            source.Line($"request.Query({string.Join(", ", pair.Split('=').Select(Names.Literal))});");
        if (operation.Input is not { } input)
            return;
        foreach (var member in input.Members.Where(member => member.Location is not null))
            Bind(source, model, operation, member);
        var body = input.Members.Where(member => member.Location is null).ToList();
        if (input.Payload is { } payload)
            format.Payload(source, payload);
        else if (body.Count > 0)
        {
            source.Line(format.Start(operation.InputReference["locationName"].Text, operation.InputReference["xmlNamespace"].Text));
            foreach (var member in body)
                format.Write(source, member);
        }
    }

    static void Bind(Source source, Model model, Operation operation, Member member)
    {
        var name = Names.Literal(member.WireName);
        var text = member.Shape.Type == "list" ? "" : WritingFormat.Text(member, "value." + member.Property, member.Location == "header" ? "rfc822" : "iso8601");
        source.Line((member.Location, member.Shape.Type) switch
        {
            ("uri", not "list") => $"request.Path({Names.Literal(Placeholder(operation, member.WireName))}, {Names.Literal(member.Property)}, {text});",
            ("querystring", "list") when member.Shape.Item.Shape.Type == "string" => $"request.Query({name}, value.{member.Property});",
            ("querystring", not "list") => $"request.Query({name}, {text});",
            ("header", not "list") => $"request.Header({name}, {text});",
            _ => throw new NotSupportedException($"The generator does not know how {operation.Name}'s {member.Name} is sent."),
        });
    }

    static string Placeholder(Operation operation, string name) => operation.Path.Contains($"{{{name}+}}") ? $"{{{name}+}}" : $"{{{name}}}";
}
