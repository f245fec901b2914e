using System.Collections.Generic;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>Requests, responses, structures and exceptions.</summary>
internal static class TypeEmitter
{
    public static Source Emit(Model model)
    {
        var source = new Source(model.Namespace + ".Model", "System", "System.Collections.Generic", "System.IO", "System.Net", "Amazon.Runtime", "Fixer.AwsSdk");
        foreach (var operation in model.Operations)
        {
            Class(source, $"{operation.Name}Request : Amazon{model.Client}Request", operation.Input?.Members);
            Class(source, $"{operation.Name}Response : AmazonWebServiceResponse", operation.Output?.Members);
        }
        foreach (var shape in Structures(model))
            Class(source, shape.Class, shape.Members);
        foreach (var shape in model.Shapes.Where(shape => shape.IsException))
            Exception(source, model, shape);
        return source;
    }

    /// <summary>The structures that are classes of their own: not those that are only a request or a response.</summary>
    public static IEnumerable<Shape> Structures(Model model)
    {
        var seen = new HashSet<Shape>();
        var todo = new Stack<Shape>(model.Operations.SelectMany(operation => new[] { operation.Input, operation.Output }.Concat(operation.Errors)).OfType<Shape>());
        while (todo.Count > 0)
            foreach (var part in Parts(todo.Pop()))
                if (seen.Add(part))
                    todo.Push(part);
        return model.Shapes.Where(shape => shape.IsStructure && !shape.IsException && seen.Contains(shape));
    }

    /// <summary>The shapes that a shape is made of.</summary>
    public static IEnumerable<Shape> Parts(Shape shape) => shape.Type switch
    {
        "structure" => shape.Members.Select(member => member.Shape),
        "list" => [shape.Item.Shape],
        "map" => [shape.Key.Shape, shape.Value.Shape],
        _ => [],
    };

    /// <summary>The members of an exception besides the message, which every exception has.</summary>
    public static IEnumerable<Member> Details(Shape exception) => exception.Members.Where(member => member.Property != "Message");

    static void Class(Source source, string declaration, IEnumerable<Member>? members) =>
        source.Declaration("public partial class " + declaration, () => Properties(source, members ?? []));

    static void Exception(Source source, Model model, Shape shape) =>
        source.Declaration($"public partial class {shape.Class} : Amazon{model.Client}Exception", () =>
        {
            ClientEmitter.Constructors(source, shape.Class);
            Properties(source, Details(shape));
            if (shape.Retryable is { } retryable)
                source.Line($"public override RetryableDetails Retryable {{ get; }} = new RetryableDetails({(retryable == "throttling" ? "true" : "false")});");
        });

    static void Properties(Source source, IEnumerable<Member> members)
    {
        foreach (var member in members)
            source.Line($"{(member.IsDeprecated ? "[Obsolete] " : "")}public {member.Shape.PropertyType} {member.Property} {{ get; set; }}");
    }
}
