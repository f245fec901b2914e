using System.CommandLine;
using Fixer.Adapters.Checks;
using Fixer.Planning;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer doctor</c>: can every account be read, tagged and fixed, and is everything else there? Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output) = (Options.Config(), Options.Output());
        var command = new Command("doctor", "Check that every account can be read, tagged and fixed, and that repositories, states, store and mail can be reached. Changes nothing.") { config, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var settings = session.Configuration.Settings;
            var checks = await terminal.Progress("Looking", async () => (Check[])
            [
                .. await RoleChecks.Run(session.Roles, Playbooks.All.Playbooks, p => settings.For(p.Id).Mode == PlaybookMode.Enforce, cancellation),
                .. await PortChecks.Run(session.Ports, session.Configuration.MailFolder, cancellation),
            ]);
            if (parsed.GetValue(output) == "json")
                terminal.Json(new { Checks = checks });
            else
                Views.Checks(terminal, checks);
            return checks.All(c => c.Outcome != CheckOutcome.Fails) ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }
}
