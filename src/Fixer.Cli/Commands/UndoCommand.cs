using System.CommandLine;
using Fixer.Changes;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer undo</c>: restores exactly what a change took away.</summary>
internal static class UndoCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output) = (Options.Config(), Options.Output());
        var id = new Argument<string>("change") { Description = "The change id.", HelpName = "CHANGE-ID" };
        var command = new Command("undo", "Undo one change exactly, from the journal's backup.") { id, config, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(id)!;
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var undone = await terminal.Progress("Undoing", () => session.Pipeline.Undo(wanted, cancellation))
                ?? throw new CliException($"{wanted}: the journal has no such change. fixer query \"select change_id, state, outcome from journal\" lists them.");
            if (parsed.GetValue(output) == "json")
                terminal.Json(undone);
            else
                Views.Undone(terminal, undone);
            return undone.State == AppliedState.Done ? ExitCode.Clean : ExitCode.Error;
        });
        return command;
    }
}
