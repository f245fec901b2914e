using System.Text;
using Fixer.Iac.CloudFormation;

namespace Fixer.Iac.Tests.CloudFormation;

/// <summary>Runs the folders in Cases/cloudformation: before/, remove.txt (the address) and either after/ or expected.txt (code: fragment), and risks.txt.</summary>
public class RemovalCaseTests
{
    static string Root => Path.Combine(TestContext.CurrentContext.TestDirectory, "Cases", "cloudformation");

    public static IEnumerable<string> Cases()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "Cases", "cloudformation");
        return Directory.GetDirectories(root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);
    }

    [TestCaseSource(nameof(Cases))]
    public void Remove_Case_MatchesExpectation(string name)
    {
        var folder = Path.Combine(Root, name);
        var tree = Load(Path.Combine(folder, "before"));
        var address = File.ReadAllText(Path.Combine(folder, "remove.txt")).Trim();
        var record = Templates.RecordAt(tree, address);

        var outcome = CloudFormationRemoval.Remove(tree, record);

        var expected = Path.Combine(folder, "expected.txt");
        if (File.Exists(expected))
            AssertRefused(outcome, File.ReadAllText(expected).Trim());
        else
            AssertRemoved(outcome, folder, tree, record);
    }

    static void AssertRefused(SourceEdit outcome, string expected)
    {
        var colon = expected.IndexOf(": ", StringComparison.Ordinal);
        Assert.That(outcome, Is.TypeOf<EditRefusal>());
        var refusal = (EditRefusal)outcome;
        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code.ToString(), Is.EqualTo(expected[..colon]), refusal.Message);
            Assert.That(refusal.Message, Does.Contain(expected[(colon + 2)..]));
        });
    }

    static void AssertRemoved(SourceEdit outcome, string folder, SourceTree tree, DeclaredRecord record)
    {
        Assert.That(outcome, Is.TypeOf<ProvenEdit>(), outcome.ToString());
        var edit = (ProvenEdit)outcome;
        var result = Templates.Apply(tree, edit);
        foreach (var (path, bytes) in Load(Path.Combine(folder, "after")).Files)
            Assert.That(Encoding.UTF8.GetString(result.Files[path].Span), Is.EqualTo(Encoding.UTF8.GetString(bytes.Span)));
        Assert.Multiple(() =>
        {
            Assert.That(edit.Proof.Removed, Is.EqualTo(new[] { record.Address }));
            Assert.That(edit.Proof.DeclarationsAfter, Is.EqualTo(edit.Proof.DeclarationsBefore - 1));
            Assert.That((CloudFormationRemoval.Remove(result, record) as EditRefusal)?.Code, Is.EqualTo(EditRefusalCode.DeclarationNotFound), "removing twice");
        });
        var risks = Path.Combine(folder, "risks.txt");
        var fragments = File.Exists(risks) ? File.ReadAllLines(risks) : [];
        Assert.That(edit.Risks, Has.Length.EqualTo(fragments.Length));
        foreach (var (risk, fragment) in edit.Risks.Zip(fragments))
            Assert.That(risk, Does.Contain(fragment));
    }

    static SourceTree Load(string folder) => Templates.Tree([.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f)))]);
}
