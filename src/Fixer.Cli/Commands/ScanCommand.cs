using System.CommandLine;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer scan</c>: what is wrong. Writes nothing outside the store.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output, scope) = (Options.Config(), Options.Output("sarif"), new ScopeOptions());
        var command = new Command("scan", "Find what is wrong. Changes nothing.") { config, output };
        scope.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var narrowed = scope.Read(parsed);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var survey = await terminal.Progress("Collecting the inventory", () => session.Pipeline.Scan(narrowed, cancellation));
            switch (parsed.GetValue(output))
            {
                case "json":
                    terminal.Json(new { survey.Examined, survey.Findings, survey.Inventory.Gaps });
                    break;
                case "sarif":
                    terminal.Raw(Sarif.Of(survey));
                    break;
                default:
                    Views.Survey(terminal, survey);
                    break;
            }

            return survey.Findings.IsEmpty && survey.Inventory.Gaps.IsEmpty ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }
}
