using System.CommandLine;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer iac</c>: what Fixer makes of source code, without any account or configuration.</summary>
internal static class IacCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) => new("iac", "Look into infrastructure code. Needs no configuration.")
    {
        IacCheckCommand.Create(terminal, clock),
        IacListCommand.Create(terminal),
        IacRemoveCommand.Create(terminal),
    };
}
