using Fixer.Adapters.Embedded.Organization;
using Fixer.Changes;
using Fixer.Findings;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Organization;

/// <summary>The embedded organization is where steps are rehearsed: each must take effect once, be undone exactly, and leave alone what has moved.</summary>
sealed class EmbeddedApiTests : IDisposable
{
    private const string Account = "222222222222";
    private const string Policy = "arn:aws:iam::222222222222:policy/p";
    private static readonly PolicyHolder Role = new(PolicyHolderKind.Role, "r");

    private readonly TemporaryFolder folder = new();
    private readonly OrganizationFile file;
    private readonly EmbeddedApi api;

    public EmbeddedApiTests()
    {
        file = new OrganizationFile(folder.File("organization.json"));
        file.Write(OrganizationDocument.Empty with
        {
            Distributions = [new DistributionDocument(Account, "E1", true, "ab")],
            Policies = [new PolicyDocument(Account, Policy, "{}", [])],
        });
        api = new EmbeddedApi(file, new EmbeddedCalls(file, TimeProvider.System), TimeProvider.System);
    }

    private static IEnumerable<ApiStep> Steps() =>
    [
        new DisableDistribution(Account, "E1", "ab"),
        new ReplacePolicyDocument(Account, Policy, "{}", "{ }"),
        new AttachPolicy(Account, Role, Policy),
    ];

    private static IEnumerable<ApiStep> Moved() =>
    [
        new DisableDistribution(Account, "E1", "other settings"),
        new DisableDistribution(Account, "E2", "ab"),
        new ReplacePolicyDocument(Account, Policy, "{ }", "{  }"),
        new DetachPolicy("333333333333", Role, Policy),
    ];

    public void Dispose() => folder.Dispose();

    [TestCaseSource(nameof(Steps))]
    public async Task Run_Step_TakesEffectOnceAndItsInverseRestores(ApiStep step)
    {
        var before = File.ReadAllText(folder.File("organization.json"));
        Assert.That(await api.HasTakenEffect(step, default), Is.False);

        await api.Run("p", step, default);
        var after = File.ReadAllText(folder.File("organization.json"));
        await api.Run("p", step, default);

        Assert.That(await api.HasTakenEffect(step, default), Is.True);
        Assert.That(after, Is.Not.EqualTo(before));
        Assert.That(File.ReadAllText(folder.File("organization.json")), Is.EqualTo(after), "a second run does nothing");

        await api.Run("p", step.Inverse, default);
        Assert.That(File.ReadAllText(folder.File("organization.json")), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Moved))]
    public async Task Run_WhereTheResourceMoved_IsRefusedByName(ApiStep step)
    {
        var refused = await Assert.ThrowsAsync<StepRefusedException>(() => api.Run("p", step, default));

        Assert.That(refused!.Refusal.Code, Is.EqualTo(RefusalCode.PreconditionMoved));
        Assert.That(await api.HasTakenEffect(step, default), Is.False);
    }
}
