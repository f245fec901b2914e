using System.Collections.Immutable;
using System.Text;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Tests.Terraform.Removal;

/// <summary>
/// Runs the folders in Cases/iac-remove: before/ and addresses.txt; then either after/ (the files that change) and risks.txt (a fragment of
/// each) and compared.txt (the other deployments that the proof names), or refusal.txt (code: start of the message). The root module is the folder named in root.txt, or the topmost. What else is deployed is
/// in others.txt, as <c>folder|workspace|file of values|address that goes from it too</c>; in the place of a folder, <c>given</c> says it of the root module itself.
/// </summary>
public class InstanceRemovalCaseTests
{
    static string Root => Path.Combine(AppContext.BaseDirectory, "Cases", "iac-remove");

    public static IEnumerable<string> Cases() => Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Remove_Case_MatchesExpectation(string name)
    {
        var folder = Path.Combine(Root, name);
        var before = Files(Path.Combine(folder, "before"));
        var addresses = File.ReadAllLines(Path.Combine(folder, "addresses.txt"));
        var root = Lines(folder, "root.txt").FirstOrDefault("");
        var deployed = Lines(folder, "others.txt").Select(l => l.Split('|')).ToLookup(p => p[0] == "given", Deployment);
        var options = deployed[true].FirstOrDefault()?.Deployment.Options ?? new RootOptions();

        var result = InstanceRemoval.Remove(Modules(before), root, addresses, options, [.. deployed[false]]);

        if (Lines(folder, "refusal.txt") is [var refusal, ..])
            AssertRefused(result, refusal);
        else
            AssertRemoved(result, folder, before, root, addresses, options);
    }

    [Test]
    public void Remove_FromALinkedFile_IsRefused()
    {
        var result = InstanceRemoval.Remove(new Linked(), "", ["aws_eip.x"]);

        Assert.That(((RefusedRemoval)result).Refusal, Is.EqualTo(new EditRefusal(EditRefusalCode.SharedByManyInstances, "main.tf is reached by a symbolic link: other modules may be made of the same file. Edit it by hand.")));
    }

    [Test]
    public void Remove_WithALinkOfTheSameName_IsRefused()
    {
        var files = new SourceTree("acme/infra", "0", ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty.Add("a/dns.tf", "resource \"aws_eip\" \"x\" {}\n"u8.ToArray())) { Links = ["b/dns.tf"] };

        var result = InstanceRemoval.Remove(ModuleFiles.Of(files), "a", ["aws_eip.x"]);

        Assert.That(((RefusedRemoval)result).Refusal, Is.EqualTo(new EditRefusal(EditRefusalCode.SharedByManyInstances, "Something else is made of the same source: b/dns.tf is a symbolic link, perhaps to what is edited.")));
    }

    [Test]
    public void Remove_Nothing_Throws() => Assert.Throws<ArgumentException>(() => InstanceRemoval.Remove(new Linked(), "", []));

    sealed class Linked : ModuleFiles
    {
        public override IEnumerable<string> Folders => [""];

        public override IEnumerable<string> NamesIn(string folder) => ["main.tf"];

        public override ReadOnlyMemory<byte>? Read(string path) => "resource \"aws_eip\" \"x\" {}\n"u8.ToArray();

        public override bool IsLink(string path) => true;

        public override SourceTree Tree() => new("", "", ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
    }

    static OtherDeployment Deployment(string[] parts)
    {
        var options = new RootOptions
        {
            Workspace = parts.ElementAtOrDefault(1) is { Length: > 0 } workspace ? workspace : "default",
            VarFiles = parts.ElementAtOrDefault(2) is { Length: > 0 } values ? [values] : [],
        };
        return new(new RootDeployment(parts[0].Trim('.'), options)) { Removed = parts.ElementAtOrDefault(3) is { } removed ? [removed] : [] };
    }

    static void AssertRefused(InstanceRemovalResult result, string expected)
    {
        Assert.That(result, Is.TypeOf<RefusedRemoval>());
        var refusal = ((RefusedRemoval)result).Refusal;
        Assert.That($"{refusal.Code}: {refusal.Message}", Does.StartWith(expected));
    }

    static void AssertRemoved(InstanceRemovalResult result, string folder, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> before, string root, string[] addresses, RootOptions options)
    {
        Assert.That(result, Is.TypeOf<ProvenRemoval>(), (result as RefusedRemoval)?.Refusal.ToString());
        var proven = (ProvenRemoval)result;
        var after = Files(Path.Combine(folder, "after"));
        Assert.That(proven.Contents.Keys.Order(StringComparer.Ordinal), Is.EqualTo(after.Keys.Order(StringComparer.Ordinal)), "the files that change");
        foreach (var (path, bytes) in after)
            Assert.That(Encoding.UTF8.GetString(proven.Contents[path]), Is.EqualTo(Encoding.UTF8.GetString(bytes.Span)), path);
        Assert.That(proven.Proof.Removed, Is.EquivalentTo(addresses));
        Assert.That(proven.Proof.RepeatingChangesNothing, Is.True);
        Assert.That(proven.Proof.OtherDeployments.Select(d => d.ToString()), Is.EquivalentTo(Lines(folder, "compared.txt")), "the deployments compared");
        var changed = before.SetItems(proven.Contents.Select(c => KeyValuePair.Create(c.Key, (ReadOnlyMemory<byte>)c.Value)));
        foreach (var address in addresses)
            Assert.That((InstanceRemoval.Remove(Modules(changed), root, [address], options) as RefusedRemoval)?.Refusal.Code, Is.EqualTo(EditRefusalCode.DeclarationNotFound), "removing it again");
        var risks = Lines(folder, "risks.txt");
        Assert.That(proven.Risks, Has.Length.EqualTo(risks.Length), string.Join('\n', proven.Risks));
        foreach (var (risk, fragment) in proven.Risks.Zip(risks))
            Assert.That(risk, Does.Contain(fragment));
    }

    static string[] Lines(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    static ModuleFiles Modules(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) => ModuleFiles.Of(new SourceTree("acme/infra", "0", files));

    static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
}
