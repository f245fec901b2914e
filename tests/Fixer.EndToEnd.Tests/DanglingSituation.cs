using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fixer.Cli;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// One way to declare a record in Terraform code: a folder of <c>Cases/dangling</c>, applied for real. Every zone of it has a record <c>assets</c> that
/// points at the website of the bucket of that name.
/// </summary>
/// <param name="Name">The folder; the repository is <c>acme/NAME</c>.</param>
/// <param name="Address">The record whose bucket gets deleted, as Terraform writes it.</param>
/// <param name="Workspaces">In the first of these; none for Terraform's own.</param>
internal sealed record DanglingSituation(string Name, string Address, params string[] Workspaces)
{
    public static readonly DanglingSituation[] All =
    [
        new("root-block", "aws_route53_record.assets"),
        new("declared-bucket", "aws_route53_record.assets"),
        new("for-each-map", "aws_route53_record.this[\"assets\"]"),
        new("module-list", "module.zone.aws_route53_record.this[\"assets_CNAME\"]"),
        new("tfvars", "aws_route53_record.website[\"assets\"]"),
        new("workspaces", "aws_route53_record.this[\"assets\"]", "stage", "prod"),
        new("s3-state", "aws_route53_record.assets"),
    ];

    public string Repository => "acme/" + Name;

    /// <summary>The buckets that are there before; the first is the one that gets deleted.</summary>
    public IEnumerable<string> Buckets => Zones.Select(z => "assets." + z);

    /// <summary>Whether the code declares the bucket too.</summary>
    public bool DeclaresBucket => Name == "declared-bucket";

    private IEnumerable<string> Zones => Workspaces.Length == 0 ? [$"{Name}.example"] : Workspaces.Select(w => $"{w}.{Name}.example");

    /// <summary>The code, made ready and applied in <paramref name="folder"/>.</summary>
    public async Task<AppliedSituation> Apply(Terraform terraform, Moto moto, string folder)
    {
        TestFiles.Copy(Path.Combine(AppContext.BaseDirectory, "Cases", "dangling", Name), folder);
        var applied = new AppliedSituation(this, terraform, moto, folder);
        await applied.Apply();
        return applied;
    }
}

/// <summary>Code that was applied: the folder also holds what Terraform leaves there, which is not the repository's.</summary>
internal sealed class AppliedSituation
{
    /// <summary>A name of a bucket cannot be a subdomain of the address that moto answers at.</summary>
    private const string Provider = """
        provider "aws" {
          region            = "us-east-1"
          s3_use_path_style = true
        }
        """;

    private readonly Terraform terraform;
    private readonly Moto moto;
    private readonly string folder;
    private readonly ConcurrentDictionary<string, Lazy<Task<PlannedChanges>>> plans = new(StringComparer.Ordinal);

    public AppliedSituation(DanglingSituation situation, Terraform terraform, Moto moto, string folder) =>
        (Situation, this.terraform, this.moto, this.folder) = (situation, terraform, moto, folder);

    public DanglingSituation Situation { get; }

    /// <summary>What Terraform would do as the code stands, now.</summary>
    public Task<PlannedChanges> BasePlan => Plan(folder);

    /// <summary>The files that a team would commit, the dependency lock among them.</summary>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Committed => CodeIn(folder);

    public async Task Apply()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "providers.tf"), Provider);
        await terraform.Run(folder, moto.Environment, "init", "-no-color");
        foreach (var workspace in Situation.Workspaces)
            await terraform.Run(folder, moto.Environment, "workspace", "new", "-no-color", workspace);
        await Task.WhenAll(InEachWorkspace().Select(w => terraform.Run(folder, w.Environment, "apply", "-auto-approve", "-no-color")));
    }

    /// <summary>The committed files in a folder of their own, with the state that this one has.</summary>
    public void CopyTo(string other)
    {
        foreach (var (path, content) in Committed)
        {
            var file = Path.Combine(other, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content.ToArray());
        }

        CopyState(other);
    }

    /// <summary>A branch of the repository in a folder of its own, with the state that this one has.</summary>
    public async Task CheckOut(string repository, string branch, string other)
    {
        Directory.CreateDirectory(other);
        var (code, _, error) = await Tool.Run(Tool.Find("git"), new Dictionary<string, string?>(), "--git-dir", repository, "--work-tree", other, "-c", "core.bare=false", "restore", "--source", branch, "--worktree", "--", ":/");
        Assert.That(code, Is.Zero, error);
        CopyState(other);
    }

    /// <summary>What Terraform would do with the code in <paramref name="other"/>, a folder with this one's state.</summary>
    /// <remarks>The same code, with the same state and the same AWS, has the same plan: it is made once.</remarks>
    public Task<PlannedChanges> Plan(string other)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in CodeIn(other).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{path}\0{content.Length}\0"));
            hash.AppendData(content.Span);
        }

        return plans.GetOrAdd(Convert.ToHexString(hash.GetHashAndReset()), _ => new(() => MakePlan(other))).Value;
    }

    private async Task<PlannedChanges> MakePlan(string other)
    {
        var changes = new List<PlannedChange>();
        foreach (var (workspace, environment) in InEachWorkspace())
        {
            // Its own folder for what init has made: the provider is not looked at again.
            var variables = new Dictionary<string, string?>(environment) { ["TF_DATA_DIR"] = Path.Combine(folder, ".terraform") };
            changes.AddRange((await terraform.PlannedActions(other, variables)).Select(c => new PlannedChange(workspace, c.Address, c.Action)));
        }

        return new PlannedChanges(changes);
    }

    /// <summary>Takes the record out with <c>fixer iac remove --write</c>.</summary>
    public async Task Remove(string other)
    {
        string[] workspace = Situation.Workspaces is [var first, ..] ? ["--workspace", first] : [];
        using StringWriter output = new(), error = new();
        var code = await FixerCommand.Run(
            ["iac", "remove", other, "--address", Situation.Address, "--write", .. workspace], new Terminal(output, error, interactive: false), FixedClock.AtStory());
        Assert.That(code, Is.Zero, $"{output}{error}");
    }

    private IEnumerable<(string Workspace, IReadOnlyDictionary<string, string?> Environment)> InEachWorkspace() =>
        Situation.Workspaces.DefaultIfEmpty("default").Select(w => (w, (IReadOnlyDictionary<string, string?>)new Dictionary<string, string?>(moto.Environment) { ["TF_WORKSPACE"] = w }));

    private static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> CodeIn(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(folder, path).Replace('\\', '/')
        where !name.StartsWith(".terraform/", StringComparison.Ordinal) && !name.StartsWith("terraform.tfstate", StringComparison.Ordinal)
        select KeyValuePair.Create(name, (ReadOnlyMemory<byte>)File.ReadAllBytes(path));

    private void CopyState(string other)
    {
        if (File.Exists(Path.Combine(folder, "terraform.tfstate")))
            File.Copy(Path.Combine(folder, "terraform.tfstate"), Path.Combine(other, "terraform.tfstate"));
    }
}

/// <summary>One line of a plan.</summary>
internal sealed record PlannedChange(string Workspace, string Address, string Action);

/// <summary>What a plan would do, in all workspaces.</summary>
internal sealed record PlannedChanges(IReadOnlyCollection<PlannedChange> All)
{
    /// <summary>What is planned here and not in <paramref name="other"/>.</summary>
    public IEnumerable<PlannedChange> Without(PlannedChanges other) => All.Except(other.All);
}
