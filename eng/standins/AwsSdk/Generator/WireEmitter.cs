using System;
using System.Collections.Generic;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>How requests are written and responses read, one static class a service.</summary>
internal static class WireEmitter
{
    public static Source Emit(Model model)
    {
        var source = new Source(
            model.Namespace + ".Model.Internal", "System", "System.Collections.Generic", "Amazon.Runtime", "Amazon.Runtime.Internal", "Fixer.AwsSdk");
        var (writing, reading) = Formats(model.Protocol);
        source.Declaration("internal static class Wire", () =>
        {
            foreach (var operation in model.Operations)
            {
                Options(source, model, operation, reading);
                source.Declaration($"static void Write({operation.Name}Request value, Outgoing request)", () => RequestEmitter.Emit(source, model, operation, writing));
                source.Declaration($"static void Read({operation.Name}Response value, {reading.Response} response)", () => Response(source, model, operation, reading));
                source.Declaration($"static AmazonServiceException {operation.Name}Failure(Failure failure)", () => Failure(source, model, operation));
            }
            foreach (var shape in Reached(model.Operations.Select(operation => operation.Input)))
                source.Declaration($"static void Write{shape.Class}({writing.Body} {writing.Variable}, {shape.Class} value)", () =>
                {
                    foreach (var member in shape.Members)
                        writing.Write(source, member);
                });
            foreach (var shape in Reached(model.Operations.Select(operation => operation.Output).Concat(model.Shapes.Where(shape => shape.IsException))))
                source.Declaration($"static {shape.Class} Read{shape.Class}({reading.Parameter})", () =>
                {
                    source.Line($"var value = new {shape.Class}();");
                    reading.Read(source, shape.Members);
                    source.Line("return value;");
                });
            foreach (var shape in model.Shapes.Where(shape => shape.IsException && TypeEmitter.Details(shape).Any()))
                source.Declaration($"static {shape.Class} Read{shape.Class}(Failure failure)", () => Exception(source, shape, reading));
        });
        return source;
    }

    static (WritingFormat Writing, ReadingFormat Reading) Formats(string protocol) => protocol switch
    {
        "query" => (new FormFormat(ec2: false), new XmlReading()),
        "ec2" => (new FormFormat(ec2: true), new XmlReading()),
        "rest-xml" => (new XmlWriting(), new XmlReading()),
        "rest-json" or "json" => (new JsonWriting(), new JsonReading()),
        _ => throw new NotSupportedException($"The generator does not know the protocol {protocol}."),
    };

    static void Options(Source source, Model model, Operation operation, ReadingFormat reading) =>
        source.Declaration($"public static readonly InvokeOptions {operation.Name} = new InvokeOptions", () =>
        {
            source.Line($"RequestMarshaller = new Marshaller<{operation.Name}Request>({Names.Literal(model.Namespace)}, Write),");
            source.Line($"ResponseUnmarshaller = new {reading.Unmarshaller}<{operation.Name}Response>(Read, {operation.Name}Failure),");
        }, "};");

    static void Response(Source source, Model model, Operation operation, ReadingFormat reading)
    {
        if (operation.Output is not { } output)
            return;
        Headers(source, output, "response");
        var body = output.Members.Where(member => member.Location is null).ToList();
        if (output.Payload is { } payload)
            source.Line($"value.{payload.Property} = {reading.Root(payload)};");
        else if (body.Count > 0)
        {
            source.Line(reading.Start(model.Protocol == "query" ? operation.ResultWrapper : null));
            reading.Read(source, body);
        }
    }

    static void Headers(Source source, Shape shape, string from)
    {
        foreach (var member in shape.Members.Where(member => member.Location is not null))
        {
            var header = $"{from}.Header({Names.Literal(member.WireName)})";
            source.Line((member.Location, member.Shape.Type) switch
            {
                ("header", "string") => $"value.{member.Property} = {header};",
                ("header", "integer") => $"value.{member.Property} = Text.Int({header});",
                _ => throw new NotSupportedException($"The generator does not know how {shape.Name}.{member.Name} is read."),
            });
        }
    }

    static void Failure(Source source, Model model, Operation operation) =>
        source.Block("return failure.Code switch", () =>
        {
            foreach (var error in operation.Errors.GroupBy(error => error.ErrorCode).Select(same => same.First()))
                source.Line($"{Names.Literal(error.ErrorCode)} => {(TypeEmitter.Details(error).Any() ? "Read" : "new ")}{error.Class}(failure),");
            source.Line($"_ => new Amazon{model.Client}Exception(failure),");
        }, "};");

    static void Exception(Source source, Shape shape, ReadingFormat reading)
    {
        source.Line($"var value = new {shape.Class}(failure);");
        Headers(source, shape, "failure");
        if (TypeEmitter.Details(shape).Where(member => member.Location is null).ToList() is { Count: > 0 } body)
        {
            source.Line(reading.StartFailure);
            reading.Read(source, body);
        }
        source.Line("return value;");
    }

    /// <summary>The structures within shapes, which need a method of their own; the shapes themselves do not.</summary>
    static IEnumerable<Shape> Reached(IEnumerable<Shape?> roots)
    {
        var seen = new HashSet<Shape>();
        var todo = new Stack<Shape>(roots.OfType<Shape>());
        while (todo.Count > 0)
            foreach (var part in TypeEmitter.Parts(todo.Pop()))
                if (seen.Add(part))
                    todo.Push(part);
        return seen.Where(shape => shape.IsStructure).OrderBy(shape => shape.Name, StringComparer.Ordinal);
    }
}
