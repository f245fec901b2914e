using System.CommandLine;
using Fixer.Adapters.Store;
using Fixer.Cli;
using Fixer.Cli.Commands;
using Fixer.Inventory;

return await FixerCommand.Run(args, Terminal.OfProcess(), TimeProvider.System);

namespace Fixer.Cli
{
    /// <summary>The <c>fixer</c> command.</summary>
    internal static class FixerCommand
    {
        public static RootCommand Create(Terminal terminal, TimeProvider clock) => new("Finds what is wrong across an AWS organization and fixes it where it is owned.")
        {
            DemoCommand.Create(terminal, clock),
            DoctorCommand.Create(terminal, clock),
            ScanCommand.Create(terminal, clock),
            PlanCommand.Create(terminal, clock),
            ApplyCommand.Create(terminal, clock),
            VerifyCommand.Create(terminal, clock),
            EventsCommand.Create(terminal, clock),
            OwnerCommand.Create(terminal, clock),
            UndoCommand.Create(terminal, clock),
            QueryCommand.Create(terminal),
            PlaybooksCommand.Create(terminal),
            IacCommand.Create(terminal, clock),
        };

        /// <summary>Runs a command line; every expected error becomes one message and exit status 1.</summary>
        public static async Task<int> Run(string[] args, Terminal terminal, TimeProvider clock, CancellationToken cancellation = default)
        {
            try
            {
                var parsed = Create(terminal, clock).Parse(args);
                return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellation);
            }
            catch (OperationCanceledException)
            {
                terminal.Fail("Stopped. What was begun is in the journal; the next apply finishes it.");
            }
            catch (Exception error) when (error is CliException or StoreUnavailableException or QueryException or OrganizationUnreadableException or Changes.PlanFileException
                or Changes.RepositoryUnavailableException or Adapters.Embedded.UnmergeableException or IOException or UnauthorizedAccessException)
            {
                terminal.Fail(error.Message);
            }

            return ExitCode.Error;
        }
    }
}
