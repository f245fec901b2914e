using System;
using System.Collections.Generic;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>Paginators: the pages of an operation, and what the pages list, as asynchronous sequences.</summary>
internal static class PaginatorEmitter
{
    public static bool IsNeeded(Model model) => Paged(model).Any();

    public static string Factory(Model model) => $"I{model.Client}PaginatorFactory";

    public static Source Emit(Model model)
    {
        var source = new Source(
            model.Namespace + ".Model", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Amazon.Runtime", "Fixer.AwsSdk");
        var factory = Factory(model);
        source.Declaration($"public interface {factory}", () =>
        {
            foreach (var operation in Paged(model))
                source.Line($"I{operation.Name}Paginator {operation.Name}({operation.Name}Request request);");
        });
        source.Declaration($"public partial class {factory.Substring(1)} : {factory}", () =>
        {
            source.Line($"readonly IAmazon{model.Client} client;");
            source.Line($"internal {factory.Substring(1)}(IAmazon{model.Client} client) => this.client = client;");
            foreach (var operation in Paged(model))
                source.Line($"public I{operation.Name}Paginator {operation.Name}({operation.Name}Request request) => new {operation.Name}Paginator(client, request);");
        });
        foreach (var operation in Paged(model))
            Paginator(source, model, operation);
        return source;
    }

    static IEnumerable<Operation> Paged(Model model) => model.Operations.Where(operation => operation.Pages.IsSet);

    static void Paginator(Source source, Model model, Operation operation)
    {
        var response = operation.Name + "Response";
        var lists = Names(operation.Pages["result_key"]).Select(path => (Path: path, Shape: End(operation.Output!, path))).Where(list => list.Shape.Type == "list").ToList();
        source.Declaration($"public interface I{operation.Name}Paginator", () =>
        {
            source.Line($"IPaginatedEnumerable<{response}> Responses {{ get; }}");
            foreach (var (path, shape) in lists)
                source.Line($"IPaginatedEnumerable<{shape.Item.Shape.ItemType}> {AwsSdk.Generator.Names.Pascal(path.Split('.').Last())} {{ get; }}");
        });
        source.Declaration($"internal sealed class {operation.Name}Paginator : Pages<{response}>, I{operation.Name}Paginator", () =>
        {
            source.Line($"readonly IAmazon{model.Client} client;");
            source.Line($"readonly {operation.Name}Request request;");
            source.Block($"internal {operation.Name}Paginator(IAmazon{model.Client} client, {operation.Name}Request request)", () =>
            {
                source.Line("this.client = client;");
                source.Line("this.request = request;");
            });
            source.Line($"public IPaginatedEnumerable<{response}> Responses => new PaginatedResponse<{response}>(this);");
            foreach (var (path, shape) in lists)
            {
                source.Line($"public IPaginatedEnumerable<{shape.Item.Shape.ItemType}> {AwsSdk.Generator.Names.Pascal(path.Split('.').Last())} =>");
                source.Indented(() => source.Line(
                    $"new PaginatedResultKeyResponse<{response}, {shape.Item.Shape.ItemType}>(this, page => {Access(operation.Output!, path)} ?? new());"));
            }
            source.Line($"protected override Task<{response}> Get(CancellationToken cancellationToken) => client.{operation.Name}Async(request, cancellationToken);");
            source.Block($"protected override bool Turn({response} page)", () =>
            {
                var inputs = Names(operation.Pages["input_token"]);
                var outputs = Names(operation.Pages["output_token"]);
                for (var n = 0; n < inputs.Count; n++)
                    source.Line($"request.{Property(operation.Input!, inputs[n])} = {Access(operation.Output!, outputs[n])};");
                source.Line(operation.Pages["more_results"].Text is { } more ? $"return {Access(operation.Output!, more)} == true;"
                    : $"return !string.IsNullOrEmpty(request.{Property(operation.Input!, inputs[0])});");
            });
        });
    }

    static List<string> Names(Json value) => value.IsArray ? [.. value.Items.Select(item => item.Text!)] : value.Text is { } one ? [one] : [];

    static string Access(Shape shape, string path)
    {
        var made = "page";
        foreach (var part in path.Split('.'))
        {
            made += (made == "page" ? "." : "?.") + Property(shape, part);
            shape = Member(shape, part).Shape;
        }
        return made;
    }

    static Shape End(Shape shape, string path) => path.Split('.').Aggregate(shape, (at, part) => Member(at, part).Shape);

    static string Property(Shape shape, string name) => Member(shape, name).Property;

    static Member Member(Shape shape, string name) =>
        shape.Members.FirstOrDefault(member => member.Name == name) ?? throw new NotSupportedException($"Paging asks for {name}, which {shape.Name} does not have.");
}
