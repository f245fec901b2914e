using System.CommandLine;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer playbooks</c>: what Fixer knows how to fix.</summary>
internal static class PlaybooksCommand
{
    public static Command Create(Terminal terminal) => new("playbooks", "Show the playbooks.") { List(terminal), Show(terminal) };

    private static Command List(Terminal terminal)
    {
        var output = Options.Output();
        var command = new Command("list", "List the playbooks.") { output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) == "json")
                terminal.Json(Playbooks.All.Playbooks.Select(Data));
            else
                Views.Playbooks(terminal);
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var output = Options.Output();
        var id = new Argument<string>("id") { Description = "The playbook's id.", HelpName = "ID" };
        var command = new Command("show", "Show one playbook: risk, fix, undo, refusals, permissions.") { id, output };
        command.SetAction(parsed =>
        {
            var playbook = Playbooks.All.Find(parsed.GetValue(id)!)
                ?? throw new CliException($"{parsed.GetValue(id)}: there is no such playbook; fixer playbooks list shows them.");
            if (parsed.GetValue(output) == "json")
                terminal.Json(Data(playbook));
            else
                Views.Playbook(terminal, playbook);
            return ExitCode.Clean;
        });
        return command;
    }

    private static object Data(Playbook playbook) => new { playbook.Id, playbook.Title, playbook.Impact, playbook.Triggers, playbook.Permissions };
}
