using System.Text;
using Fixer.Iac.Terraform.Plans;

namespace Fixer.Iac.Tests.Terraform.Plans;

/// <summary>Runs the folders in Cases/plan-comparison: plans of base and head, what is to be deleted, and what is to be said of them.</summary>
public class PlanComparisonTests
{
    static string Root => Path.Combine(AppContext.BaseDirectory, "Cases", "plan-comparison");

    public static IEnumerable<string> Cases() => Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Compare_Case_MatchesExpectation(string name)
    {
        var folder = Path.Combine(Root, name);

        Assert.That(Say(folder), Is.EqualTo(File.ReadAllText(Path.Combine(folder, "expected.txt"))));
    }

    [Test]
    public void Read_NestedDeeply_IsNoPlan() => AssertUnreadable(new string('[', 2_000_000));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"format_version\":1}")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\"}]}")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":null,\"change\":{\"actions\":[\"delete\"]}}]}")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\",\"change\":{\"actions\":[]}}]}")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\",\"change\":{\"actions\":[null]}}]}")]
    [TestCase("{\"format_version\":\"1.2\",\"errored\":\"no\"}")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[")]
    [TestCase("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"\\ud800\",\"change\":{\"actions\":[\"delete\"]}}]}")]
    public void Read_NoPlan_SaysSo(string json) => AssertUnreadable(json);

    /// <summary>A plan shows secrets in plain text; what is kept of it must not.</summary>
    [Test]
    public void Read_Values_AreKeptAsHashesOnly()
    {
        var plan = TerraformPlan.Read("{\"format_version\":\"1.2\",\"resource_changes\":[{\"address\":\"a.b\",\"change\":{\"actions\":[\"create\"],\"after\":{\"password\":\"hunter2\"}}}]}"u8.ToArray());

        Assert.That(plan.Changes["a.b"].Action, Is.EqualTo("create"));
        Assert.That(plan.Changes["a.b"].ToString(), Does.Not.Contain("hunter2"));
    }

    static void AssertUnreadable(string json) =>
        Assert.That(() => TerraformPlan.Read(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<UnreadablePlanException>());

    static string Say(string folder)
    {
        try
        {
            var comparison = PlanComparison.Of(Plan(folder, "base.json"), Plan(folder, "head.json"), File.ReadAllLines(Path.Combine(folder, "intended.txt")));
            string[] lines =
            [
                $"base {comparison.BaseChanges}, head {comparison.HeadChanges}, deleted {string.Join(", ", comparison.Deleted)}",
                .. comparison.NotInState.Select(a => $"not in state: {a}"),
                .. comparison.Deviations,
            ];
            Assert.That(comparison.IsExact, Is.EqualTo(lines.Length == 1));
            return string.Concat(lines.Select(l => l + "\n"));
        }
        catch (UnreadablePlanException error)
        {
            return $"unreadable: {error.Message}\n";
        }
    }

    static TerraformPlan Plan(string folder, string name) => TerraformPlan.Read(File.ReadAllBytes(Path.Combine(folder, name)));
}
