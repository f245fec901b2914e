using Fixer.Adapters.Embedded;
using Fixer.Adapters.Git;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// The whole way, with the real Terraform and the real AWS provider against a simulated AWS: code is applied, the bucket that a record points at is
/// deleted behind Terraform's back, and an edit takes the record out of the code. Judged by what <c>terraform plan</c> then says: what it said
/// before, and one delete. All ways to declare a record share one account, one snapshot and one run of Fixer.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class DanglingRecordTests
{
    private const string StateBucket = "acme-terraform-state";

    private const string Ranges = """
        {
          "prefixes": [{"ip_prefix": "198.51.100.0/24", "region": "us-east-1", "service": "EC2"}],
          "ipv6_prefixes": [{"ipv6_prefix": "2001:db8::/32", "region": "us-east-1", "service": "EC2"}]
        }
        """;

    private const string Configuration = """
        organization:
          embedded: organization.json
        people:
          emailDomains: [example.com]
        sources:
          embedded: repositories
          terraformStates: [s3://acme-terraform-state/]
        playbooks:
          dns-dangling-record:
            mode: enforce
        notify:
          folder: mails
          from: fixer@example.com
        """;

    private Terraform terraform = null!;
    private Moto moto = null!;
    private TemporaryFolder folder = null!;
    private EmbeddedForge forge = null!;
    private Dictionary<string, AppliedSituation> situations = null!;

    private static IEnumerable<string> Situations => DanglingSituation.All.Select(s => s.Name);

    [OneTimeSetUp]
    public async Task BucketsAreDeletedBehindTerraformsBack()
    {
        terraform = Terraform.Find();
        moto = await Moto.Start();
        folder = new TemporaryFolder();
        string[] outside = [StateBucket, .. DanglingSituation.All.Where(s => !s.DeclaresBucket).SelectMany(s => s.Buckets)];
        await Task.WhenAll(outside.Select(b => moto.Aws("s3api", "create-bucket", "--bucket", b)));
        situations = (await Task.WhenAll(DanglingSituation.All.Select(s => s.Apply(terraform, moto, folder.File(s.Name))))).ToDictionary(s => s.Situation.Name);
        await Task.WhenAll(DanglingSituation.All.Select(s => moto.Aws("s3api", "delete-bucket", "--bucket", s.Buckets.First())));

        forge = new EmbeddedForge(folder.File("repositories"), FixedClock.AtStory());
        foreach (var situation in situations.Values)
            forge.CreateRepository(situation.Situation.Repository, situation.Committed, new GitIdentity("App team", "team@example.com"), FixedClock.AtStory().GetUtcNow());
        await File.WriteAllTextAsync(folder.File("fixer.yaml"), Configuration);
        await File.WriteAllTextAsync(folder.File("ranges.json"), Ranges);
        await File.WriteAllTextAsync(folder.File("organization.json"), await moto.Snapshot("--ip-ranges", folder.File("ranges.json")));
        await Fixer(2, folder.File("fixer.yaml"), "plan", "--out", folder.File("plan.json"));
        await Fixer(0, folder.File("fixer.yaml"), "apply", folder.File("plan.json"), "--yes");
    }

    [OneTimeTearDown]
    public void CleanUp()
    {
        moto?.Dispose();
        terraform?.Dispose();
        folder?.Dispose();
    }

    [TestCaseSource(nameof(Situations))]
    public async Task IacRemove_Record_PlanIsTheBasesAndOneDelete(string name)
    {
        var situation = situations[name];
        var edited = folder.File($"edited/{name}");
        situation.CopyTo(edited);

        await situation.Remove(edited);

        await OnlyTheRecordIsDeleted(situation, edited);
    }

    [TestCaseSource(nameof(Situations))]
    public async Task PlanAndApply_Record_PlanOfThePullRequestIsTheBasesAndOneDelete(string name)
    {
        var situation = situations[name];
        var pull = (await forge.List(situation.Situation.Repository, default)).Single();
        var branch = folder.File($"pull-requests/{name}");

        await situation.CheckOut(folder.File($"repositories/{situation.Situation.Repository}.git"), pull.Branch, branch);

        await OnlyTheRecordIsDeleted(situation, branch);
    }

    /// <summary>Terraform makes the bucket again, whatever becomes of the record.</summary>
    [Test]
    public async Task PlanAndApply_BucketDeclaredByTheCode_IsRecreatedAndThePullRequestSaysSo()
    {
        var basePlan = await situations["declared-bucket"].BasePlan;
        var pull = (await forge.List("acme/declared-bucket", default)).Single();

        Assert.That(basePlan.All, Does.Contain(new PlannedChange("default", "aws_s3_bucket.assets", "create")));
        Assert.That(pull.Body, Does.Contain("still declares bucket assets").And.Contain("the next apply there creates it again"));
    }

    /// <summary>Terraform plans both workspaces: nothing goes in the one that the change is not about.</summary>
    [Test]
    public async Task PlanWithTerraform_Workspaces_ShowsTheDifferenceOfThePlansInEach()
    {
        var said = await Fixer(2, await ConfigurationFor("workspaces"), "plan", "--with-terraform");

        Assert.That(said, Does.Contain("terraform plan: base 0 changes, head 1; the difference is: delete aws_route53_record.this[\"assets\"] (in . in workspace stage)"));
        Assert.That(said, Does.Contain("terraform plan: base 0 changes, head 0; the difference is: none (in . in workspace prod)"));
    }

    /// <summary>A configuration of its own, with one repository of those that there are.</summary>
    private async Task<string> ConfigurationFor(string name)
    {
        var own = folder.File($"only/{name}");
        Directory.CreateDirectory(own);
        new EmbeddedForge(Path.Combine(own, "repositories"), FixedClock.AtStory())
            .CreateRepository(situations[name].Situation.Repository, situations[name].Committed, new GitIdentity("App team", "team@example.com"), FixedClock.AtStory().GetUtcNow());
        File.Copy(folder.File("organization.json"), Path.Combine(own, "organization.json"));
        await File.WriteAllTextAsync(Path.Combine(own, "fixer.yaml"), Configuration);
        return Path.Combine(own, "fixer.yaml");
    }

    private static async Task OnlyTheRecordIsDeleted(AppliedSituation situation, string edited)
    {
        var (before, after) = (await situation.BasePlan, await situation.Plan(edited));
        var record = new PlannedChange(situation.Situation.Workspaces.FirstOrDefault("default"), situation.Situation.Address, "delete");

        Assert.That(after.Without(before), Is.EqualTo([record]));
        Assert.That(before.Without(after), Is.Empty);
    }

    /// <summary>As a process of its own, for it asks the simulated AWS for states, and Terraform does.</summary>
    private async Task<string> Fixer(int expected, string configuration, params string[] arguments)
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Fixer.Cli.dll"), .. arguments, "--config", configuration];
        var (code, output, error) = await Tool.Run(Tool.Find("dotnet"), terraform.With(moto.Environment), command);
        Assert.That(code, Is.EqualTo(expected), $"{output}{error}");
        return output;
    }
}
