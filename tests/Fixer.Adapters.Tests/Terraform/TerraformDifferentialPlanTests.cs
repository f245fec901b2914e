using Fixer.Adapters.Git;
using Fixer.Adapters.Terraform;
using Fixer.Adapters.Tests.Git;
using Fixer.Changes;
using Fixer.Hcl;
using Fixer.Iac;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Roots;
using Fixer.Inventory;
using Fixer.Testing;
using LibGit2Sharp;

namespace Fixer.Adapters.Tests.Terraform;

/// <summary>What is written out for Terraform, and how it is called; a script stands for it, which keeps a log.</summary>
[Platform(Exclude = "Win")]
sealed class TerraformDifferentialPlanTests
{
    private const string Code = "resource \"aws_eip\" \"x\" {}\n";

    /// <summary>Its plan is the code, and shows a delete where the code has no resource.</summary>
    private const string Script = """
        #!/usr/bin/env bash
        echo "$* | ws=$TF_WORKSPACE data=$TF_DATA_DIR" >> 'LOG'
        case $1 in
          init) [ -e fail-init ] && { echo 'noise' >&2; printf '\nError: No such bucket\n\n  it is not\n  there\n' >&2; exit 1; }
            [ -e "$TF_DATA_DIR/../base/dns/.terraform.lock.hcl" ] || echo 'locked' > .terraform.lock.hcl ;;
          plan) for a; do case $a in -out=*) cp main.tf "${a#-out=}" ;; esac; done; ls -l >> 'LOG' ;;
          show) if grep -q aws_eip "$4"; then echo '{"format_version":"1.2"}'
            else echo '{"format_version":"1.2","resource_changes":[{"address":"aws_eip.x","change":{"actions":["delete"]}}]}'; fi ;;
        esac
        """;

    private TemporaryFolder folder = null!;
    private BareRepository repository = null!;

    private string Log => File.ReadAllText(folder.File("log"));

    [SetUp]
    public void GivenARepository()
    {
        folder = new TemporaryFolder();
        repository = new BareRepository(folder.File("dns.git"));
        Program(Script.Replace("LOG", folder.File("log"), StringComparison.Ordinal));
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Of_Removal_ComparesThePlansOfBaseAndHead()
    {
        var answer = await Of(repository.Commit("main", "alice", ("dns/main.tf", Code)), In("dns"));

        Assert.That(answer.Failure, Is.Null);
        Assert.That((answer.Comparison!.IsExact, answer.Comparison.HeadChanges), Is.EqualTo((true, 1)));
        Assert.That(answer.Comparison.Deleted, Is.EqualTo(new[] { "aws_eip.x" }));
    }

    [Test]
    public async Task Of_Deployment_IsPlannedInItsWorkspaceWithItsFilesAndNeverApplied()
    {
        await Of(repository.Commit("main", "alice", ("dns/main.tf", Code), ("dns/stage.tfvars", "")), In("dns", "stage", "dns/stage.tfvars"));

        var calls = Log.Split('\n').Where(l => l.Contains(" | ws=", StringComparison.Ordinal)).ToArray();
        Assert.That(calls.Select(c => c.Split(' ')[0]), Is.EqualTo(new[] { "init", "plan", "show", "init", "plan", "show" }));
        Assert.That(calls.Where(c => c.StartsWith("plan", StringComparison.Ordinal)), Has.All.Contains("-refresh=false -lock=false").And.All.Contains("ws=stage").And.All.Contains("/dns/stage.tfvars"));
        var data = calls[0].Split("data=")[1];
        Assert.That(Path.Exists(Path.GetDirectoryName(data)), Is.False, "what was written out is gone");
    }

    /// <summary>Base and head get the same providers: those that the repository has chosen, or those that were found for the base.</summary>
    [Test]
    public async Task Of_LockFile_IsKeptOrTakenFromTheBase([Values] bool isCommitted)
    {
        await Of(
            isCommitted ? repository.Commit("main", "alice", ("dns/main.tf", Code), ("dns/.terraform.lock.hcl", "")) : repository.Commit("main", "alice", ("dns/main.tf", Code)),
            In("dns"));

        Assert.That(Log.Split('\n').Where(l => l.StartsWith("init", StringComparison.Ordinal)).Select(l => l.Contains("-lockfile=readonly", StringComparison.Ordinal)), Is.EqualTo(new[] { isCommitted, true }));
    }

    [Test]
    public async Task Of_ProgramInTheRepository_StaysOne()
    {
        await Of(repository.Commit("main", "alice", (git, tree) =>
        {
            tree.Add("dns/main.tf", BareRepository.Blob(git, System.Text.Encoding.UTF8.GetBytes(Code)), Mode.NonExecutableFile);
            tree.Add("dns/look-up", BareRepository.Blob(git, "#!/bin/sh\n"u8.ToArray()), Mode.ExecutableFile);
        }), In("dns"));

        Assert.That(Log, Does.Match(@"-rwx------.* look-up").And.Match(@"-rw-[r-].* main\.tf"));
    }

    [Test]
    public async Task Of_TerragruntUnit_IsAFailureAndNothingIsRun()
    {
        var unit = new PlannedDeployment(new RootDeployment("dns", new RootOptions { Unit = "live/terragrunt.hcl" }), ["aws_eip.x"]);
        var answer = await Of(repository.Commit("main", "alice", ("dns/main.tf", Code)), unit);

        Assert.That((answer.Failure, File.Exists(folder.File("log"))), Is.EqualTo(("live/terragrunt.hcl runs it by Terragrunt, with values and a backend that terraform is not given.", false)));
    }

    [Test]
    public async Task Of_InitFails_IsAFailureWithTerraformsOwnReason()
    {
        var answer = await Of(repository.Commit("main", "alice", ("dns/main.tf", Code), ("dns/fail-init", "")), In("dns"));

        Assert.That((answer.Comparison, answer.Failure), Is.EqualTo(((object?)null, "terraform init failed: Error: No such bucket it is not there")));
    }

    [Test]
    public async Task Of_SymbolicLink_IsAFailureAndNothingIsRun()
    {
        var commit = repository.Commit("main", "alice", (git, tree) =>
        {
            tree.Add("dns/main.tf", BareRepository.Blob(git, System.Text.Encoding.UTF8.GetBytes(Code)), Mode.NonExecutableFile);
            tree.Add("dns/passwd", BareRepository.Blob(git, "/etc/passwd"u8.ToArray()), Mode.SymbolicLink);
        });

        var answer = await Of(commit, In("dns"));

        Assert.That(answer.Failure, Does.StartWith("dns/passwd is a symbolic link or a submodule"));
        Assert.That(File.Exists(folder.File("log")), Is.False);
    }

    [TestCase("../escape")]
    [TestCase(".git")]
    [TestCase("C:x")]
    public async Task Of_NameThatLeadsElsewhere_IsAFailure(string name)
    {
        var commit = repository.CommitRawTree("main", ("100644", name, "x"), ("100644", "main.tf", Code));

        var answer = await Of(commit, In(""), "main.tf");

        Assert.That(answer.Failure, Does.StartWith($"{name} is no name"));
    }

    [Test]
    public async Task Of_OutputWithoutEnd_IsAFailure()
    {
        Program("#!/usr/bin/env bash\nyes\n");

        var answer = await Of(repository.Commit("main", "alice", ("dns/main.tf", Code)), In("dns"));

        Assert.That(answer.Failure, Does.StartWith("terraform init printed more than "));
    }

    [Test]
    public async Task Of_Cancelled_EndsWhatItHasStarted()
    {
        Program($"#!/usr/bin/env bash\necho $$ > '{folder.File("pid")}'\nexec sleep 600\n");
        using var cancel = new CancellationTokenSource();
        var commit = repository.Commit("main", "alice", ("dns/main.tf", Code));
        var running = Of(commit, In("dns"), cancellation: cancel.Token);
        while (!File.Exists(folder.File("pid")) || new FileInfo(folder.File("pid")).Length == 0)
            await Task.Delay(10);

        await cancel.CancelAsync();

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        var pid = int.Parse(await File.ReadAllTextAsync(folder.File("pid")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(() => System.Diagnostics.Process.GetProcessById(pid), Throws.ArgumentException.After(10_000, 50));
    }

    private void Program(string script)
    {
        var path = folder.File("terraform");
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static PlannedDeployment In(string folder, string? workspace = null, params string[] files) =>
        new(new RootDeployment(folder, new RootOptions { Workspace = workspace, VarFiles = [.. files] }), ["aws_eip.x"]);

    /// <summary>What it says of taking the resource out of the code at a commit.</summary>
    private async Task<DeploymentAnswer> Of(string commit, PlannedDeployment deployment, string path = "dns/main.tf", CancellationToken cancellation = default)
    {
        GitRemote[] remotes = [new("acme/dns", repository.Path)];
        await new GitRepositories(remotes, folder.File("cache")).ReadAll(cancellation);
        var plan = new TerraformDifferentialPlan(TerraformProgram.At(folder.File("terraform"), TimeProvider.System), remotes, folder.File("cache"), new GitLimits());
        var change = new PullRequestChange("1", "f", "p", new ResourceId("1", "r", "t", "i"), "acme/dns", commit, [new FileEdit(path, [new TextEdit(new TextSpan(0, Code.Length), "")])], null!);
        return (await plan.Of(change, [deployment], cancellation)).Single();
    }
}
