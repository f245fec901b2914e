using System.CommandLine;
using Fixer.Changes;
using Spectre.Console;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer apply</c>: does exactly what a plan says, after checking that it still holds.</summary>
internal static class ApplyCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output, yes, scope) = (Options.Config(), Options.Output(), Options.Yes(), new ScopeOptions());
        var file = new Argument<string>("plan") { Description = "The plan file that fixer plan --out wrote.", HelpName = "plan.json" };
        var command = new Command("apply", "Carry out a plan; finish first what an earlier run left open.") { file, config, output, yes };
        scope.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var narrowed = scope.Read(parsed);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var read = PlanFile.Read(await Text(parsed.GetValue(file)!, cancellation), await session.Store.PlanKey(cancellation));
            var plan = read.Plan with { Items = [.. read.Plan.Items.Where(i => narrowed.Includes(i.Fix.Owned.Finding))] };
            Confirm(terminal, plan, parsed.GetValue(yes));
            var report = await terminal.Progress("Applying", () => session.Pipeline.Apply(plan, cancellation));
            var changes = read.Tampered.Select(t => new AppliedChange(t.Change, AppliedState.Refused, t.Refusal.Message, t.Refusal)).Concat(report.Changes).ToArray();
            if (parsed.GetValue(output) == "json")
                terminal.Json(new { changes, report.Warnings });
            else
                Views.Applied(terminal, changes, report.Warnings);
            if (!read.Tampered.IsEmpty || changes.Any(c => c.State == AppliedState.Failed))
                return ExitCode.Error;
            return changes.Any(c => c.State == AppliedState.Refused) ? ExitCode.Pending : ExitCode.Clean;
        });
        return command;
    }

    private static async Task<string> Text(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {error.Message} Make a plan with: fixer plan --out {path}");
        }
    }

    private static void Confirm(Terminal terminal, Plan plan, bool yes)
    {
        var count = plan.Changes.Count();
        if (yes || count == 0)
            return;
        if (!terminal.IsInteractive)
            throw new CliException($"The plan holds {count} changes and nobody can be asked; pass --yes to carry them out.");
        Views.Plan(terminal, plan, null);
        if (!terminal.Error.Prompt(new ConfirmationPrompt($"Carry out {count} changes?") { DefaultValue = false }))
            throw new CliException("Not confirmed; nothing was changed.");
    }
}
