using System.Collections.Immutable;
using Fixer.Adapters.Store;
using Fixer.Changes;

namespace Fixer.Adapters.Checks;

/// <summary>Checks what a run reads and writes besides AWS: repositories, states, mail, HashiCorp's parser.</summary>
public static class PortChecks
{
    /// <summary>Reads each once; writes nothing and sends nothing.</summary>
    /// <param name="ports">What a run would use.</param>
    /// <param name="mailFolder">The folder that mail is put into.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ImmutableArray<Check>> Run(Ports ports, string mailFolder, CancellationToken cancellation) =>
    [
        .. await Repositories(ports, cancellation),
        .. await States(ports, cancellation),
        await Store(ports, cancellation),
        Mail(mailFolder),
        await Parser(ports, cancellation),
    ];

    private static async Task<IEnumerable<Check>> Repositories(Ports ports, CancellationToken cancellation)
    {
        var readings = await ports.Repositories.ReadAll(cancellation);
        return
        [
            readings.Trees.IsEmpty
                ? new Check("forge", "repositories", CheckOutcome.Warning, "No repository could be read: nothing can be told to be owned by code.")
                : new Check("forge", "repositories", CheckOutcome.Works, $"{readings.Trees.Length} repositories can be read."),
            .. readings.Failures.Select(f => new Check("forge", f.Repository, CheckOutcome.Fails, f.Reason)),
        ];
    }

    private static async Task<IEnumerable<Check>> States(Ports ports, CancellationToken cancellation)
    {
        var readings = await ports.States.ReadAll(cancellation);
        return
        [
            .. readings.States.IsEmpty ? [] : new[] { new Check("states", "Terraform states", CheckOutcome.Works, $"{readings.States.Length} states can be read.") },
            .. readings.Failures.Select(f => new Check("states", f.Location, CheckOutcome.Fails, f.Reason)),
        ];
    }

    private static async Task<Check> Store(Ports ports, CancellationToken cancellation)
    {
        try
        {
            var entries = await ports.Journal.All(cancellation);
            var open = entries.Count(e => e.State is JournalState.Begun or JournalState.Undoing);
            return new Check("store", "journal", CheckOutcome.Works, $"{entries.Length} changes in the journal{(open == 0 ? "." : $", {open} of them open: apply or undo finishes them.")}");
        }
        catch (StoreUnavailableException error)
        {
            return new Check("store", "journal", CheckOutcome.Fails, error.Message);
        }
    }

    private static Check Mail(string folder)
    {
        // The nearest folder that exists is where the rest would be made.
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } above)
            existing = above;
        var probe = Path.Combine(existing, $".fixer-{Environment.ProcessId}");
        try
        {
            using (new FileStream(probe, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose }))
                return new Check("mail", folder, CheckOutcome.Works, "Mail can be put there.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Check("mail", folder, CheckOutcome.Fails, $"Mail cannot be put there: {error.Message}");
        }
    }

    private static async Task<Check> Parser(Ports ports, CancellationToken cancellation)
    {
        var reading = await ports.SecondParser.Read(["a = 1\n"u8.ToArray()], cancellation);
        return reading.Unavailable is null
            ? new Check("parser", "hcl2json", CheckOutcome.Works, "HashiCorp's parser answers.")
            : new Check("parser", "hcl2json", CheckOutcome.Warning, $"Edits of Terraform code get no second opinion: {reading.Unavailable}");
    }
}
