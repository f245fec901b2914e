using Fixer.Adapters.Checks;
using Fixer.Adapters.Configuration;
using Fixer.Adapters.Embedded;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Adapters.Git;
using Fixer.Adapters.Hcl2Json;
using Fixer.Adapters.Mail;
using Fixer.Adapters.Readings;
using Fixer.Adapters.States;
using Fixer.Adapters.Store;
using Fixer.Adapters.Templates;
using Fixer.Adapters.Terraform;

namespace Fixer.Cli;

/// <summary>One run: the configuration, the adapters it asks for, and the pipeline over them. The only place where adapters are chosen.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly HashiCorpParser parser;

    private Session(FixerConfiguration configuration, Ports ports, IRoles roles, SqliteStore store, EmbeddedForge forge, HashiCorpParser parser, TimeProvider clock)
    {
        (Configuration, Ports, Roles, Store, Forge, this.parser, Clock) = (configuration, ports, roles, store, forge, parser, clock);
        Pipeline = new Pipeline(ports, Playbooks.All.Playbooks, configuration.Settings, clock);
    }

    public FixerConfiguration Configuration { get; }

    public Ports Ports { get; }

    public IRoles Roles { get; }

    public SqliteStore Store { get; }

    public EmbeddedForge Forge { get; }

    public TimeProvider Clock { get; }

    public Pipeline Pipeline { get; }

    /// <summary>Reads the configuration; every error in it is told at once.</summary>
    /// <exception cref="CliException">The configuration is wrong.</exception>
    public static FixerConfiguration Configure(string path)
    {
        var result = ConfigurationFile.Read(path, [.. Playbooks.All.Playbooks.Select(p => p.Id)]);
        return result.Configuration ?? throw new CliException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Opens what <paramref name="configuration"/> names.</summary>
    /// <exception cref="CliException"><paramref name="withTerraform"/> asks for a program that is not there.</exception>
    public static async Task<Session> Open(FixerConfiguration configuration, TimeProvider clock, CancellationToken cancellation, bool withTerraform = false)
    {
        var terraform = withTerraform
            ? TerraformProgram.Find(clock) ?? throw new CliException("terraform is not on PATH; install it, or plan without --with-terraform.")
            : null;
        var file = new OrganizationFile(configuration.OrganizationFile);
        var calls = new EmbeddedCalls(file, clock);
        var forge = new EmbeddedForge(configuration.RepositoriesFolder, clock);
        var copies = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(configuration.StorePath))!, "cache");
        var remotes = forge.Remotes();
        var store = await SqliteStore.Open(configuration.StorePath, clock, cancellation);
        var parser = HashiCorpParser.OfEnvironment();
        var ports = new Ports(
            new EmbeddedInventory(file, calls, clock),
            new EmbeddedTrail(file, calls),
            new GitRepositories(remotes, copies),
            new ConfiguredStates(StateStores.Of(configuration.StateLocations)),
            new GitBranches(remotes, copies, GitIdentity.Fixer),
            forge,
            new EmbeddedApi(file, calls, clock),
            new MailFolder(configuration.MailFolder, configuration.MailSender, clock),
            new LiquidTemplates(),
            store,
            store,
            store)
        {
            Events = store,
            Readings = new ReadingFolder(Path.Combine(copies, "readings")),
            SecondParser = parser,
            DifferentialPlan = terraform is null ? null : new TerraformDifferentialPlan(terraform, remotes, copies, new GitLimits()),
        };
        return new Session(configuration, ports, new EmbeddedRoles(file, calls), store, forge, parser, clock);
    }

    public ValueTask DisposeAsync()
    {
        parser.Dispose();
        return Store.DisposeAsync();
    }
}
