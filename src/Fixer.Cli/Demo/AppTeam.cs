using Fixer.Adapters.Embedded.Organization;
using Fixer.Adapters.Git;
using static Fixer.Cli.Terminal;

namespace Fixer.Cli.Demo;

/// <summary>Plays the app team: merges or closes a pull request, and lets the team's pipeline apply what was merged.</summary>
internal sealed class AppTeam(Terminal terminal, Session session)
{
    private const string Reviewer = "riley";

    public async Task<int> Merge(string reference, CancellationToken cancellation)
    {
        var (repository, number) = await Find(reference, cancellation);
        var merged = await session.Forge.Merge(repository, number, Reviewer, cancellation);
        terminal.Line($"{Reviewer} merged {Safe(merged.Reference)}: {Safe(merged.Title)}");
        Views.Verified(terminal, await session.Pipeline.Verify(cancellation));

        var readings = await session.Ports.Repositories.ReadAll(cancellation);
        var tree = readings.Trees.First(t => t.Repository == repository);
        var destroyed = new EmbeddedPipeline(new OrganizationFile(session.Configuration.OrganizationFile), session.Clock).Deploy(tree);
        terminal.Line($"The team's pipeline applied {tree.Commit[..12]}; destroyed: {(destroyed.Count == 0 ? "nothing" : Safe(string.Join(", ", destroyed)))}");
        Views.Verified(terminal, await session.Pipeline.Verify(cancellation));
        return ExitCode.Clean;
    }

    public async Task<int> Reject(string reference, string reason, CancellationToken cancellation)
    {
        var (repository, number) = await Find(reference, cancellation);
        var closed = await session.Forge.Close(repository, number, reason, Reviewer, cancellation);
        terminal.Line($"{Reviewer} closed {Safe(closed.Reference)}: {Safe(reason)}");
        Views.Plan(terminal, await session.Pipeline.Plan(Scope.Everything, cancellation), null);
        return ExitCode.Clean;
    }

    private async Task<(string Repository, int Number)> Find(string reference, CancellationToken cancellation)
    {
        var parts = reference.Split('#');
        if (parts is not [var repository, var text] || !RepositoryName.IsValid(repository) || !int.TryParse(text, out var number))
            throw new CliException($"{reference}: name a pull request as OWNER/REPOSITORY#NUMBER.");
        return (await session.Forge.List(repository, cancellation)).Any(p => p.Number == number)
            ? (repository, number)
            : throw new CliException($"{reference}: there is no such pull request; fixer demo --keep DIR opens them.");
    }
}
