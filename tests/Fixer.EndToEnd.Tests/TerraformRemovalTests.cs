using System.Collections.Immutable;
using System.Text;
using Fixer.Iac;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// Removals against <c>terraform plan</c>: many generated configurations are applied, one instance of each is removed, and where that was proven the
/// plan must show that exactly this instance is destroyed. Nothing but Terraform itself is needed.
/// </summary>
public sealed class TerraformRemovalTests
{
    private const int Configurations = 100;

    [TestCase(1)]
    [TestCase(2)]
    public async Task Remove_ProvenInstances_AreExactlyWhatThePlanDestroys(int seed)
    {
        using var terraform = Terraform.FindBuiltIn();
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var made = Enumerable.Range(0, Configurations).Select(i => RemovalConfigurations.Make(random, i)).ToArray();
        Write(folder, made.SelectMany(m => m).Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value))));
        var none = new Dictionary<string, string?>();
        await terraform.Run(folder.Path, none, "init", "-no-color");
        await terraform.Run(folder.Path, none, "apply", "-auto-approve", "-no-color", "-parallelism=50");
        Assert.That(await terraform.PlannedActions(folder.Path, none, "-refresh=false"), Is.Empty, "what was applied");

        var (proven, refused) = (0, 0);
        var wrong = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            var results = made.Select(m => Remove(m, random)).OfType<(string Address, InstanceRemovalResult Result)>().ToArray();
            var removals = results.Where(r => r.Result is ProvenRemoval).Select(r => (r.Address, Proven: (ProvenRemoval)r.Result)).ToArray();
            (proven, refused) = (proven + removals.Length, refused + results.Length - removals.Length);
            Write(folder, removals.SelectMany(r => r.Proven.Contents).Select(c => (c.Key, c.Value)));
            var planned = (await terraform.PlannedActions(folder.Path, none, "-refresh=false")).ToHashSet();
            wrong.AddRange(removals.Where(r => !planned.Remove((r.Address, "delete"))).Select(r => $"{r.Address} is not destroyed"));
            // What is said to change is no surprise.
            planned.RemoveWhere(p => removals.Any(r => r.Proven.Risks.Any(x => x.StartsWith($"{p.Address} ", StringComparison.Ordinal))));
            wrong.AddRange(planned.Select(p => $"{p.Address}: {p.Action}, after {string.Join(" or ", removals.Select(r => r.Address).Where(a => Number(a) == Number(p.Address)))}"));
            Write(folder, made.SelectMany(m => m).Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value))));
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
        Assert.That(proven, Is.GreaterThan(refused / 3), "A refusal is never wrong, but proves nothing.");
        Assert.That(refused, Is.GreaterThan(proven / 3), "Nothing was tried that must be refused.");
    }

    private static (string Address, InstanceRemovalResult Result)? Remove(IReadOnlyDictionary<string, string> files, Random random)
    {
        var modules = ModuleFiles.Of(new SourceTree("acme/infra", "0", files.ToImmutableSortedDictionary(f => f.Key, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal)));
        var evaluation = TerraformRoot.Evaluate(modules, "");
        Assert.That(evaluation.Problems, Is.Empty, string.Join('\n', files.Values));
        var addresses = evaluation.Instances.Select(i => i.Address).Where(a => a.Contains(".t", StringComparison.Ordinal)).ToArray();
        if (addresses.Length == 0)
            return null;
        var address = addresses[random.Next(addresses.Length)];
        return (address, InstanceRemoval.Remove(modules, "", [address]));
    }

    private static string Number(string address) => new([.. address.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);

    private static void Write(TemporaryFolder folder, IEnumerable<(string Path, byte[] Content)> files)
    {
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
            File.WriteAllBytes(folder.File(path), content);
        }
    }
}
