using System.Text.Json;
using Fixer.Adapters.Embedded.Organization;
using Fixer.Inventory;

namespace Fixer.EndToEnd.Tests;

/// <summary>What scripts rely on: exit statuses, JSON alone on standard output, errors that say where.</summary>
public sealed class CommandLineTests
{
    private Story story = null!;

    [SetUp]
    public void SetUp() => story = new Story();

    [TearDown]
    public void TearDown() => story.Dispose();

    [Test]
    public async Task ScanPlanApplyVerify_ExitStatuses_AreThoseOfTerraformPlan()
    {
        Assert.That((await Fixer("scan")).Code, Is.EqualTo(2), "findings");
        Assert.That((await Fixer("plan", "--out", story.PlanPath)).Code, Is.EqualTo(2), "pending changes");
        Assert.That((await Fixer("apply", story.PlanPath)).Code, Is.EqualTo(1), "nobody can be asked and --yes is missing: a dry run is the default");
        Assert.That((await Fixer("apply", story.PlanPath, "--yes")).Code, Is.EqualTo(0), "done");
        Assert.That((await Fixer("apply", story.PlanPath, "--yes")).Code, Is.EqualTo(0), "done before");
        Assert.That((await Fixer("verify")).Code, Is.EqualTo(2), "two pull requests are open");
    }

    [Test]
    public async Task Scan_NothingWrong_IsZero()
    {
        story.Change(o => o with { Buckets = o.Buckets.Add(new Bucket("222222222222", "us-east-1", "assets.example.com")) });

        var (code, output, _) = await Fixer("scan");

        Assert.That((code, output.TrimEnd()), Is.EqualTo((0, "5 records examined, 0 findings.")));
    }

    [TestCase("scan")]
    [TestCase("plan")]
    [TestCase("verify")]
    [TestCase("owner", "cdn.example.net/CNAME")]
    [TestCase("playbooks", "list")]
    [TestCase("playbooks", "show", "dns-dangling-record")]
    [TestCase("query", "select name, type from records order by name")]
    public async Task OutputJson_Always_IsJsonAlone(params string[] command)
    {
        await Fixer("scan");
        var withConfig = command[0] == "playbooks" ? command : [.. command, "--config", story.Config];

        var (_, output, _) = await story.Run([.. withConfig, "--output", "json"]);

        Assert.That(() => JsonDocument.Parse(output), Throws.Nothing);
    }

    [Test]
    public async Task ScanSarif_Findings_CarryFingerprints()
    {
        var (_, output, _) = await Fixer("scan", "--output", "sarif");

        using var sarif = JsonDocument.Parse(output);
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.That(results.GetArrayLength(), Is.EqualTo(3));
        Assert.That(results[0].GetProperty("partialFingerprints").GetProperty("fixer/v1").GetString(), Has.Length.EqualTo(16));
    }

    [Test]
    public async Task Scan_NarrowedToAnAccount_ShowsItsFindingsOnly()
    {
        var (_, output, _) = await Fixer("scan", "--account", "222222222222", "--output", "json");

        using var json = JsonDocument.Parse(output);
        Assert.That(json.RootElement.GetProperty("findings").GetArrayLength(), Is.EqualTo(1));
    }

    /// <summary>A narrowed run sees only some findings; the others must not be closed in the store by it.</summary>
    [Test]
    public async Task Scan_Narrowed_KeepsTheOtherFindingsOpen()
    {
        await Fixer("scan");
        await Fixer("scan", "--account", "222222222222");

        var (_, output, _) = await Fixer("query", "select count(*) as n from findings where status = 'open'", "--output", "json");

        Assert.That(output, Does.Contain("{\"n\":3}"));
    }

    [TestCase("--account", "12345", "an account id is twelve digits")]
    [TestCase("--playbook", "nope", "there is no such playbook")]
    public async Task Scan_WrongScope_SaysWhatIsAllowed(string option, string value, string expected)
    {
        var (code, output, error) = await Fixer("scan", option, value);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.StartWith($"error: {option} {value}: ").And.Contain(expected));
    }

    [Test]
    public async Task Configuration_Wrong_SaysWhereAndWhatIsAllowed()
    {
        await File.AppendAllTextAsync(story.Config, "colour: blue\n");
        var line = (await File.ReadAllLinesAsync(story.Config)).Length;

        var (code, output, error) = await Fixer("scan");

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Contain($"{story.Config}:{line}:1: error CFG002: fixer.yaml has no key 'colour'; allowed: organization, people,"));
    }

    [Test]
    public async Task Configuration_Missing_SaysSo()
    {
        var (code, _, error) = await story.Run("scan", "--config", "nowhere.yaml");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("nowhere.yaml:1:1: error CFG001: The file cannot be read"));
    }

    [TestCase("owner", "nobody.example.com/A", "no hosted zone that could be read has this record")]
    [TestCase("owner", "arn:aws:s3:::x", "NAME/TYPE")]
    [TestCase("owner", "www.example.com", "NAME/TYPE")]
    [TestCase("undo", "no-such-change", "the journal has no such change")]
    [TestCase("query", "delete from journal", "read")]
    [TestCase("query", "select nonsense", "nonsense")]
    [TestCase("apply", "no-such-plan.json", "fixer plan --out")]
    public async Task Command_WrongArgument_IsOneClearError(string command, string argument, string expected)
    {
        await Fixer("scan");

        var (code, output, error) = await Fixer(command, argument);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.StartWith("error: ").And.Contain(expected));
    }

    [Test]
    public async Task Owner_TerraformRecord_NamesFileAndLine()
    {
        var (code, output, _) = await Fixer("owner", "assets.example.com/A");

        Assert.That(code, Is.EqualTo(0));
        Assert.That(output, Does.Contain("owner: Terraform acme/web-infrastructure").And.Contain("records.tf:16"));
    }

    /// <summary>Whoever can write a DNS record must not be able to write to the operator's terminal.</summary>
    [Test]
    public async Task Scan_HostileRecord_CannotControlTheTerminal()
    {
        story.Change(o => o with
        {
            Zones = [.. o.Zones.Select(z => z with { Records = [.. z.Records.Select(r => r.Name == "old-assets.example.net" ? r with { Name = "\u001b[2J[red]evil.example.net" } : r)] })],
        });

        var (_, output, _) = await Fixer("scan");

        Assert.That(output, Does.Contain("\\x1b[2J[red]evil.example.net"));
        Assert.That(output, Does.Not.Contain("\u001b"));
    }

    [Test]
    public async Task Organization_Unreadable_IsOneClearError()
    {
        story.Change(o => o with { Faults = [new Fault("management", "*", "organizations:ListAccounts", FaultKind.AccessDenied)] });

        var (code, _, error) = await Fixer("scan");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("error: The accounts of the organization cannot be listed"));
    }

    [Test]
    public async Task Demo_FolderWithSomethingElse_IsRefused()
    {
        var folder = Path.Combine(story.Folder, "repositories");

        var (code, _, error) = await story.Run("demo", "--keep", folder);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("is not empty and holds no demo"));
    }

    [TestCase("acme/labs-platform#9", "there is no such pull request")]
    [TestCase("acme/nowhere#1", "acme/nowhere")]
    [TestCase("labs", "OWNER/REPOSITORY#NUMBER")]
    [TestCase("../labs#1", "OWNER/REPOSITORY#NUMBER")]
    public async Task Demo_MergeOfNoPullRequest_IsOneClearError(string reference, string expected)
    {
        var (code, _, error) = await story.Run("demo", "--keep", story.Folder, "--merge", reference);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("error: ").And.Contain(expected));
    }

    [Test]
    public async Task Demo_TwiceThenMerge_DoesNothingNewAndVerifies()
    {
        var first = await story.Run("demo", "--keep", story.Folder);
        var second = await story.Run("demo", "--keep", story.Folder);
        var merged = await story.Run("demo", "--keep", story.Folder, "--merge", "acme/labs-platform#1");

        Assert.That(first.Output, Does.EndWith("9 records examined, 5 findings, 4 pull requests, 1 API change, 0 touched otherwise" + Environment.NewLine));
        Assert.That(second.Output, Does.Contain("Nothing new to do.").And.Contain("0 pull requests, 0 API changes"));
        Assert.That(merged.Output, Does.Contain("is merged, and not applied yet").And.Contain("destroyed: CampaignCdn").And.Contain("Fixed Z0333LABS/cdn.example.net/CNAME"));
    }

    private Task<(int Code, string Output, string Error)> Fixer(params string[] args) => story.Run([.. args, "--config", story.Config]);
}
