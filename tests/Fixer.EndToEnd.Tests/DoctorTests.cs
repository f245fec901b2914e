using System.Text.Json;
using Fixer.Adapters.Embedded.Organization;

namespace Fixer.EndToEnd.Tests;

/// <summary>What an operator asks before trusting a plan: whether a role, a repository or a folder is missing must be told by name, not found out in mid-run.</summary>
public sealed class DoctorTests
{
    [Test]
    public async Task Doctor_AllIsWell_SaysSoAndExitsWithZero()
    {
        using var story = new Story();

        var (code, output, _) = await story.Run("doctor", "--config", story.Config);

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("accounts: 3 can be read, tagged and fixed: their 9 roles can be assumed and allow what is needed.").And.Contain("forge repositories: 3 repositories can be read."));
    }

    [TestCase("sts:AssumeRole", "Role fixer-security-auditor cannot be assumed: ")]
    [TestCase("route53:ListHostedZones", "Role fixer-security-auditor lacks route53:ListHostedZones.")]
    [TestCase("route53:ChangeTagsForResource", "Role fixer-security-tagger lacks route53:ChangeTagsForResource.")]
    [TestCase("route53:ChangeResourceRecordSets", "Role fixer-playbook-dns-dangling-record lacks route53:ChangeResourceRecordSets.")]
    public async Task Doctor_SomethingIsNotAllowed_NamesAccountRoleAndAction(string operation, string expected)
    {
        using var story = new Story();
        story.Change(o => o with { Faults = [new Fault("333333333333", "*", operation, FaultKind.AccessDenied)] });

        var (code, output, _) = await story.Run("doctor", "--config", story.Config);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain($"fails   account 333333333333 labs: {expected}").And.Contain("accounts: 2 can be read"));
    }

    [Test]
    public async Task Doctor_RepositoryThatIsBroken_IsNamed()
    {
        using var story = new Story();
        Directory.Delete(Path.Combine(story.Folder, "repositories", "acme", "dns.git", "objects"), recursive: true);

        var (code, output, _) = await story.Run("doctor", "--config", story.Config, "--output", "json");

        var failed = JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("outcome").GetString() == "fails");
        Assert.That((code, failed.GetProperty("area").GetString(), failed.GetProperty("subject").GetString()), Is.EqualTo((2, "forge", "acme/dns")));
    }

    [Test]
    public async Task Doctor_Organization_WithoutItsFile_IsToldAndTheRestIsStillChecked()
    {
        using var story = new Story();
        File.WriteAllText(Path.Combine(story.Folder, "organization.json"), "{");

        var (code, output, _) = await story.Run("doctor", "--config", story.Config);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("fails   organization accounts: ").And.Contain("forge repositories: 3 repositories can be read."));
    }
}
