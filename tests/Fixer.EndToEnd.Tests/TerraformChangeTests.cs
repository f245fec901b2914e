using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Iac;
using Fixer.Iac.Terraform.Changing;
using Fixer.Iac.Terraform.Modules;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// Changes of attributes against <c>terraform plan</c>: what the proof says differs is what the plan of the real provider shows differently, with
/// these values, and nothing else. The cases are modules of one configuration.
/// </summary>
public sealed class TerraformChangeTests
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Cases", "iac-change");

    private static string[] Names => [.. Directory.GetDirectories(Cases).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Test]
    public async Task Apply_ProvenChanges_AreExactlyWhatThePlanShows()
    {
        using var terraform = Terraform.Find();
        using var folder = new TemporaryFolder();
        var changes = new List<AttributeChange>();
        foreach (var name in Names)
        {
            TestFiles.Copy(Path.Combine(Cases, name), folder.File(name));
            await File.AppendAllTextAsync(folder.File("main.tf"), $"module \"{name}\" {{\n  source = \"./{name}\"\n}}\n");
            changes.AddRange((await File.ReadAllLinesAsync(folder.File(Path.Combine(name, "changes.txt")))).Select(l => Change(l, $"module.{name}.")));
        }

        var result = InstanceChange.Apply(Files(folder.Path), "", changes);
        Assert.That(result, Is.TypeOf<ProvenChange>(), (result as RefusedChange)?.Refusal.ToString());
        var proven = (ProvenChange)result;
        await terraform.Init(folder.Path);
        var before = await terraform.Plan(folder.Path, new Dictionary<string, string?>());
        foreach (var (path, content) in proven.Contents)
            await File.WriteAllBytesAsync(folder.File(path), content);
        var after = await terraform.Plan(folder.Path, new Dictionary<string, string?>());

        var shown = Leaves(after);
        var planned = Differences(Leaves(before), shown).ToArray();
        Assert.Multiple(() =>
        {
            foreach (var difference in proven.Changed)
                Assert.That(planned.Any(p => IsWithin(p, $"{difference.Address} {difference.Path}")), $"{difference.Address} {difference.Path} is not planned to change");
            foreach (var path in planned)
                Assert.That(proven.Changed.Any(d => IsWithin(path, $"{d.Address} {d.Path}")), $"{path} is planned to change");
            foreach (var difference in proven.Changed.Where(d => d.After is not null))
                Assert.That(Leaves(difference.After!, $"{difference.Address} {difference.Path}").Select(l => (l.Key, l.Value)), Is.SubsetOf(shown.Select(l => (l.Key, l.Value))));
        });
    }

    private static AttributeChange Change(string line, string module)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var parts = line[(space + 1)..].Split(" | ");
        return line[..space] switch
        {
            "set" => new SetAttribute(module + parts[0], parts[1], JsonNode.Parse(parts[2])!),
            "remove" => new RemoveAttribute(module + parts[0], parts[1]),
            _ => new RemoveElements(module + parts[0], parts[1], JsonNode.Parse(parts[2])!),
        };
    }

    /// <summary>Every value that Terraform plans, by address and path. The provider says tags twice, and only the plan says what is known later.</summary>
    private static Dictionary<string, string> Leaves(JsonObject[] plan) => plan
        .Where(c => c["mode"]!.GetValue<string>() == "managed")
        .SelectMany(c => c["change"]!["after"]!.AsObject().Where(a => a.Key != "tags_all").SelectMany(a => Leaves(a.Value, $"{c["address"]!.GetValue<string>()} {a.Key}")))
        .ToDictionary(l => l.Key, l => l.Value);

    private static IEnumerable<KeyValuePair<string, string>> Leaves(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonObject structure => structure.SelectMany(p => Leaves(p.Value, $"{path}{(p.Key.Contains(':', StringComparison.Ordinal) ? $"[\"{p.Key}\"]" : $".{p.Key}")}")),
        JsonArray array => array.SelectMany((e, i) => Leaves(e, $"{path}[{i}]")),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is ['{', ..] text =>
            Leaves(JsonNode.Parse(text), path.Insert(path.LastIndexOf(' ') + 1, "jsondecode(") + ")"),
        _ => [new(path, node.ToJsonString())],
    };

    /// <summary>In a block that is new the provider may show an empty string for an argument that is not set.</summary>
    private static IEnumerable<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k, "\"\"") != after.GetValueOrDefault(k, "\"\""));

    private static bool IsWithin(string path, string around) => path.StartsWith(around, StringComparison.Ordinal) && (path.Length == around.Length || path[around.Length] is '.' or '[');

    private static ModuleFiles Files(string folder) => ModuleFiles.Of(new SourceTree("acme/infra", "0", Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal)));
}
