using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// What <c>yieldedBy</c> promises: without this piece of source exactly this instance is gone, and no other is changed. Held for every
/// instance of every case, but for those that others refer to, without which the configuration is broken.
/// </summary>
public sealed class TerraformYieldTests
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Cases", "iac-list");

    public static IEnumerable<string> Names => Directory.GetDirectories(Cases).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void YieldedBy_Removed_TakesExactlyThisInstanceAway(string name)
    {
        var files = Files(Path.Combine(Cases, name));
        var before = Evaluate(files);
        var proven = 0;
        Assert.Multiple(() =>
        {
            foreach (var instance in before.Instances.Where(i => i.YieldedBy is not null))
            {
                // What is refused reads the file as a whole too.
                if (Without(files, instance) is not { } less || Evaluate(less) is not { Problems.IsEmpty: true } after)
                    continue;
                proven++;
                var expected = before.Instances.Where(i => i.Address != instance.Address).Select(i => i.Address).Order();
                Assert.That(after.Instances.Select(i => i.Address).Order(), Is.EqualTo(expected), $"{instance.Address} without {instance.YieldedBy}");
                Assert.That(Changed(before, after), Is.Empty, $"{instance.Address} without {instance.YieldedBy}");
            }
        });
        Assert.That(proven > 0, Is.EqualTo(before.Instances.Any(i => i.YieldedBy is not null)), "Nothing was held against anything.");
    }

    private static IEnumerable<string> Changed(RootEvaluation before, RootEvaluation after)
    {
        var known = before.Instances.ToDictionary(i => i.Address);
        return from instance in after.Instances
               where known.TryGetValue(instance.Address, out var old) && !old.Values.IsSame(instance.Values)
               select instance.Address;
    }

    /// <summary>The files without the piece that yields an instance; null if that is refused.</summary>
    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>? Without(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files, ResourceInstance instance)
    {
        var node = instance.YieldedBy!;
        var (path, content) = (node.Text.Path, files[node.Text.Path]);
        if (node is HclNode native)
        {
            var file = HclFile.Parse(content, path);
            return files.SetItem(path, HclEdits.Apply(file, HclEdits.Remove(file, Same(file, native))).ToBytes());
        }

        // YAML and CSV have no edits of their own that could be made here.
        if (node is not JsonNode json)
            return InstanceRemoval.Remove(ModuleFiles.Of(new SourceTree("acme/dns", "0", files)), "", [instance.Address]) is ProvenRemoval proven
                ? files.SetItems(proven.Contents.Select(c => KeyValuePair.Create(c.Key, (ReadOnlyMemory<byte>)c.Value)))
                : null;

        var edit = JsonEdits.Remove(json);
        var bytes = content.Span;
        return files.SetItem(path, (byte[])[.. bytes[..edit.Span.Start], .. Encoding.UTF8.GetBytes(edit.NewText), .. bytes[edit.Span.End..]]);
    }

    /// <summary>The node of another reading of the file.</summary>
    private static HclNode Same(HclFile file, HclNode node) =>
        file.Body.Attributes.Concat<HclNode>(file.Body.Blocks).SelectMany(n => n.DescendantsAndSelf()).Single(n => n.Span == node.Span && n.GetType() == node.GetType());

    private static RootEvaluation Evaluate(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) =>
        TerraformRoot.Evaluate(ModuleFiles.Of(new SourceTree("acme/dns", "0", files)), "");

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
}
