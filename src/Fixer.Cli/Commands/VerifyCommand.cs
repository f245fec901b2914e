using System.CommandLine;
using Fixer.Verification;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer verify</c>: is it really gone?</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output, scope) = (Options.Config(), Options.Output(), new ScopeOptions());
        var command = new Command("verify", "Look whether what was fixed is really gone, and note it in the ledger.") { config, output };
        scope.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var narrowed = scope.Read(parsed);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var all = await terminal.Progress("Looking", () => session.Pipeline.Verify(cancellation));
            var verified = all.Where(v => narrowed.Includes(v.Entry.Finding)).ToArray();
            if (parsed.GetValue(output) == "json")
                terminal.Json(verified.Select(v => new { v.Entry.Change.Id, v.Entry.Change.Resource, v.Verdict, v.Entry.Outcome }));
            else
                Views.Verified(terminal, verified);
            return verified.All(v => v.Verdict.Kind == VerdictKind.Fixed) ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }
}
