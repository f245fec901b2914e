using System.CommandLine;
using Fixer.Iac.Checking;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer iac check</c>: can every file be read, and is nothing of it lost?</summary>
internal static class IacCheckCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var output = Options.Output();
        var path = new Argument<string>("path") { Description = "A folder, of any depth.", HelpName = "PATH" };
        var command = new Command("check", "Read all Terraform code and CloudFormation templates in a folder, and list what is wrong.") { path, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(path)!;
            if (!Directory.Exists(folder))
                throw new CliException($"{folder}: there is no such folder.");
            var report = await terminal.Progress("Reading", () => CheckReport.Make(folder, clock, cancellation));
            if (parsed.GetValue(output) == "json")
                terminal.Json(report);
            else
                Show(terminal, report);
            return report.Diagnostics.Any(d => d.Severity == CheckSeverity.Error) ? ExitCode.Pending : ExitCode.Clean;
        });
        return command;
    }

    private static void Show(Terminal terminal, CheckReport report)
    {
        foreach (var d in report.Diagnostics)
            terminal.Line($"{OneLine(d.Path)}:{d.Line}:{d.Column}: [{(d.Severity == CheckSeverity.Error ? "red" : "yellow")}]{d.Code}[/] {OneLine(d.Message)}");
        terminal.Line(FormattableString.Invariant(
            $"{report.Files} files, {report.Bytes} bytes, {report.Parsed} without errors, {report.RoundTripIdentical} written back byte for byte, {report.Seconds:0.00} s."));
    }

    private static string OneLine(string text) => Terminal.Safe(text).Replace("\n", "\\n", StringComparison.Ordinal);
}
