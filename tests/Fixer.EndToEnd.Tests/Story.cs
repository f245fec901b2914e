using System.Text;
using System.Text.Json;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Changes;
using Fixer.Cli;
using Fixer.Cli.Demo;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>One copy of the demo's organization and repositories, to play on. The clock stands still, so that two runs can be compared byte by byte.</summary>
internal sealed class Story : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Story() => DemoFolder.Prepare(Folder, Clock);

    private Story(string original)
    {
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // git needs its empty folders too
        foreach (var empty in Directory.EnumerateDirectories(original, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(Folder, Path.GetRelativePath(original, empty)));
    }

    public FixedClock Clock { get; } = FixedClock.AtStory();

    public string Folder => folder.File("demo");

    public string Config => Path.Combine(Folder, "fixer.yaml");

    public string PlanPath => Path.Combine(Folder, "plan.json");

    private OrganizationFile Organization => new(Path.Combine(Folder, "organization.json"));

    public Story Copy() => new(Folder);

    public Task<Session> Open() => Session.Open(Session.Configure(Config), Clock, default);

    public void Change(Func<OrganizationDocument, OrganizationDocument> change) => Organization.Write(change(Organization.Read()));

    public OrganizationDocument Read() => Organization.Read();

    /// <summary>Runs a command line in this process, as a pipe would see it.</summary>
    public async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await FixerCommand.Run(args, new Terminal(output, error, interactive: false), Clock);
        return (code, output.ToString(), error.ToString());
    }

    public async Task<Plan> MakePlan()
    {
        await using var session = await Open();
        var plan = await session.Pipeline.Plan(Scope.Everything, default);
        await File.WriteAllTextAsync(PlanPath, PlanFile.Write(plan, await session.Store.PlanKey(default)));
        return plan;
    }

    public async Task<ApplyReport> Apply(Crash? crash = null)
    {
        await using var session = await Open();
        var plan = PlanFile.Read(await File.ReadAllTextAsync(PlanPath), await session.Store.PlanKey(default)).Plan;
        return await Pipeline(session, crash).Apply(plan, default);
    }

    public async Task<AppliedChange?> Undo(string changeId, Crash? crash = null)
    {
        await using var session = await Open();
        return await Pipeline(session, crash).Undo(changeId, default);
    }

    /// <summary>Everything that Fixer leaves in the world and in its books, as text.</summary>
    public async Task<string> Snapshot()
    {
        var text = new StringBuilder();
        text.AppendLine(await File.ReadAllTextAsync(Path.Combine(Folder, "organization.json")));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "repositories"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.AppendLine(Path.GetFileName(file)).AppendLine(await File.ReadAllTextAsync(file));
        foreach (var repository in Directory.EnumerateDirectories(Path.Combine(Folder, "repositories", "acme"), "*.git").Order(StringComparer.Ordinal))
        {
            using var git = new LibGit2Sharp.Repository(repository);
            foreach (var reference in git.Refs.OrderBy(r => r.CanonicalName, StringComparer.Ordinal))
                text.AppendLine($"{Path.GetFileName(repository)} {reference.CanonicalName} {reference.TargetIdentifier}");
        }

        var mails = Path.Combine(Folder, "mails");
        Directory.CreateDirectory(mails);
        foreach (var file in Directory.EnumerateFiles(mails).Order(StringComparer.Ordinal))
            text.AppendLine(Path.GetFileName(file)).AppendLine(await File.ReadAllTextAsync(file));
        await using var session = await Open();
        text.AppendLine(JsonSerializer.Serialize(await ((IJournal)session.Store).All(default), Json.Indented));
        text.AppendLine(JsonSerializer.Serialize(await ((ILedger)session.Store).All(default), Json.Indented));
        return text.ToString();
    }

    public void Dispose() => folder.Dispose();

    private Pipeline Pipeline(Session session, Crash? crash) =>
        new(crash?.Arm(session.Ports) ?? session.Ports, Playbooks.All.Playbooks, session.Configuration.Settings, Clock);
}
