using System.CommandLine;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer iac list</c>: what a root module declares, and which source yields each instance.</summary>
internal static class IacListCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = Options.Output();
        var path = new Argument<string>("path") { Description = "The folder of a root module.", HelpName = "PATH" };
        var type = new Option<string?>("--type") { Description = "Only resources of this type.", HelpName = "TYPE" };
        var root = new RootArguments();
        var command = new Command("list", "List every resource that a Terraform root module declares, and which source yields it.") { path, type, output };
        root.AddTo(command);
        command.SetAction(parsed =>
        {
            var folder = ModuleFolder.Open(parsed.GetValue(path)!);
            var evaluation = TerraformRoot.Evaluate(folder, folder.Folder, root.Read(parsed, folder));
            var wanted = parsed.GetValue(type);
            var instances = evaluation.Instances.Where(i => wanted is null || i.Type == wanted).ToArray();
            foreach (var problem in evaluation.Problems)
                terminal.Note($"{Terminal.Safe(folder.Relative(problem.Path))}:{problem.Line}:{problem.Column}: [yellow]{problem.Code}[/] {Terminal.Safe(problem.Message)}");
            if (parsed.GetValue(output) == "json")
                terminal.Json(new { Instances = instances.Select(i => Data(folder, i)), Incomplete = evaluation.Incomplete.Select(i => new { i.Address, i.Reason }) });
            else
                Show(terminal, folder, instances, evaluation);
            return evaluation.Problems.IsEmpty ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }

    private static object Data(ModuleFolder folder, ResourceInstance instance)
    {
        var (values, unknown) = KnownValues.Of(instance.Values);
        return new
        {
            instance.Address,
            instance.Mode,
            instance.Type,
            instance.Name,
            instance.Index,
            instance.Module,
            Values = values,
            Unknown = unknown,
            Source = Location(folder, instance.Source),
            YieldedBy = instance.YieldedBy is { } node ? Location(folder, node) : null,
        };
    }

    private static SourceLocation Location(ModuleFolder folder, SyntaxNode node)
    {
        var location = SourceLocation.Of(node);
        return location with { Path = folder.Relative(location.Path) };
    }

    private static void Show(Terminal terminal, ModuleFolder folder, ResourceInstance[] instances, RootEvaluation evaluation)
    {
        foreach (var instance in instances)
            terminal.Line($"{Terminal.Safe(instance.Address)}  [grey]{Terminal.Safe(instance.YieldedBy is { } node ? Location(folder, node).ToString() : "no source alone yields it")}[/]");
        foreach (var block in evaluation.Incomplete)
            terminal.Line($"{Terminal.Safe(block.Address)}  [yellow]not known: {Terminal.Safe(block.Reason)}[/] [grey]{Terminal.Safe(folder.Relative(block.Source.Path))}:{block.Source.StartLine}[/]");
        terminal.Line($"{instances.Length} instances, {evaluation.Incomplete.Length} blocks not known, {evaluation.Problems.Length} problems.");
    }
}

/// <summary>What Terraform is told besides the configuration, on the command line.</summary>
internal sealed class RootArguments
{
    private readonly Option<string[]> files = new("--var-file") { Description = "A file of values; may be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
    private readonly Option<string> workspace = new("--workspace") { Description = "The workspace.", HelpName = "NAME", DefaultValueFactory = _ => "default" };

    public void AddTo(Command command)
    {
        command.Options.Add(files);
        command.Options.Add(workspace);
    }

    public RootOptions Read(ParseResult parsed, ModuleFolder folder) => new()
    {
        VarFiles = [.. (parsed.GetValue(files) ?? []).Select(folder.Locate)],
        Workspace = parsed.GetValue(workspace)!,
    };
}
