using System.CommandLine;
using Fixer.Changes;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer plan</c>: what would be done, with evidence and diffs. Writes nothing outside the store and the plan file.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output, scope) = (Options.Config(), Options.Output(), new ScopeOptions());
        var file = new Option<string?>("--out") { Description = "Write the plan to this file, for fixer apply.", HelpName = "FILE" };
        var terraform = new Option<bool>("--with-terraform")
        {
            Description = "Let terraform plan each change too, before and after the edit; what differs by more than the delete is not planned. "
                + "Runs terraform init and plan on the repositories' code, with your credentials: providers and external data sources of that code are run. Never applies.",
        };
        var command = new Command("plan", "Find, prove who owns it, and plan the fix. Changes nothing.") { config, output, file, terraform };
        scope.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var narrowed = scope.Read(parsed);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation, withTerraform: parsed.GetValue(terraform));
            var plan = await terminal.Progress("Planning", () => session.Pipeline.Plan(narrowed, cancellation));
            var text = PlanFile.Write(plan, await session.Store.PlanKey(cancellation));
            if (parsed.GetValue(file) is { } path)
                await File.WriteAllTextAsync(path, text, cancellation);
            if (parsed.GetValue(output) == "json")
                terminal.Raw(text);
            else
                Views.Plan(terminal, plan, parsed.GetValue(file));
            return plan.Items.IsEmpty && plan.Gaps.IsEmpty ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }
}
