using System.Text.Json.Nodes;
using Fixer.Cli;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>
/// <c>fixer iac list</c> against <c>terraform plan</c>: the same instances, and no value that is not the plan's. Most cases are modules of one
/// configuration, as a plan with the real provider takes seconds; those with a file <c>arguments</c> are configurations of their own.
/// </summary>
public sealed class TerraformListTests
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Cases", "iac-list");

    private Terraform terraform = null!;
    private TemporaryFolder folder = null!;
    private Listing listing = null!;
    private JsonObject[] plan = null!;

    public static IEnumerable<string> AsModule => Names.Where(n => !IsOwnRoot(n));

    public static IEnumerable<string> AsRoot => Names.Where(IsOwnRoot);

    private static IEnumerable<string> Names => Directory.GetDirectories(Cases).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal);

    private static bool IsOwnRoot(string name) => File.Exists(Path.Combine(Cases, name, "arguments"));

    [OneTimeSetUp]
    public async Task PlanAll()
    {
        terraform = Terraform.Find();
        folder = new TemporaryFolder();
        foreach (var name in AsModule)
        {
            TestFiles.Copy(Path.Combine(Cases, name), folder.File(name));
            await File.AppendAllTextAsync(folder.File("main.tf"), $"module \"{name}\" {{\n  source = \"./{name}\"\n}}\n");
        }

        await terraform.Init(folder.Path);
        plan = await terraform.Plan(folder.Path, new Dictionary<string, string?>());
        listing = await Listing.Of(folder.Path);
    }

    [OneTimeTearDown]
    public void CleanUp()
    {
        terraform?.Dispose();
        folder?.Dispose();
    }

    [TestCaseSource(nameof(AsModule))]
    public void List_Module_AgreesWithThePlan(string name) =>
        Assert.That(listing.Within($"module.{name}.").DifferencesFrom(plan.Where(c => Address(c).StartsWith($"module.{name}.", StringComparison.Ordinal))), Is.Empty);

    [TestCaseSource(nameof(AsRoot))]
    public async Task List_Root_AgreesWithThePlan(string name)
    {
        using var own = new TemporaryFolder();
        TestFiles.Copy(Path.Combine(Cases, name), own.Path);
        Terraform.InitLike(folder.Path, own.Path);
        var arguments = (await File.ReadAllTextAsync(own.File("arguments"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var variables = new Dictionary<string, string?>();
        var files = new List<string>();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            if (arguments[i] == "--workspace")
                variables["TF_WORKSPACE"] = arguments[i + 1];
            else
                files.Add("-var-file=" + arguments[i + 1]);
        }

        using var moto = name.StartsWith("data", StringComparison.Ordinal) ? await Moto.Start() : null;
        foreach (var (variable, value) in moto?.Environment ?? new Dictionary<string, string?>())
            variables[variable] = value;

        var planned = await terraform.Plan(own.Path, variables, [.. files]);
        var listed = await Listing.Of(own.Path, [.. arguments.Select(a => a.Contains(".tfvars", StringComparison.Ordinal) ? own.File(a) : a)]);

        Assert.That(listed.DifferencesFrom(planned, dataIsRead: moto is not null), Is.Empty);
    }

    private static string Address(JsonObject change) => change["address"]!.GetValue<string>();
}

/// <summary>What <c>fixer iac list --output json</c> says.</summary>
internal sealed record Listing(JsonObject[] Instances, string[] Incomplete)
{
    public static async Task<Listing> Of(string folder, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = await FixerCommand.Run(["iac", "list", folder, "--output", "json", .. arguments], new Terminal(output, error, interactive: false), FixedClock.AtStory());
        Assert.That((code, error.ToString()), Is.EqualTo((0, "")));
        var json = JsonNode.Parse(output.ToString())!;
        return new(
            [.. json["instances"]!.AsArray().Select(i => i!.AsObject()).Where(i => i["mode"]!.GetValue<string>() == "managed")],
            [.. json["incomplete"]!.AsArray().Select(i => i!["address"]!.GetValue<string>())]);
    }

    public Listing Within(string prefix) => new(
        [.. Instances.Where(i => Address(i).StartsWith(prefix, StringComparison.Ordinal))],
        [.. Incomplete.Where(i => i.StartsWith(prefix, StringComparison.Ordinal))]);

    /// <summary>What this says otherwise than a plan. What it calls incomplete may be anything.</summary>
    /// <param name="plan">Resource changes.</param>
    /// <param name="dataIsRead">Whether the plan may know what is unknown here, because it has asked AWS.</param>
    public IEnumerable<string> DifferencesFrom(IEnumerable<JsonObject> plan, bool dataIsRead = false)
    {
        var planned = plan.Where(c => c["mode"]!.GetValue<string>() == "managed").ToDictionary(Address);
        var listed = Instances.ToDictionary(Address);
        foreach (var address in planned.Keys.Except(listed.Keys).Where(a => !Incomplete.Any(i => a.StartsWith(i, StringComparison.Ordinal))))
            yield return $"{address} is not listed";
        foreach (var address in listed.Keys.Except(planned.Keys))
            yield return $"{address} is not planned";
        foreach (var (address, instance) in listed)
        {
            if (!planned.TryGetValue(address, out var change))
                continue;
            foreach (var name in (string[])["type", "name", "index"])
            {
                if (!JsonNode.DeepEquals(instance[name], change[name]))
                    yield return $"{address}: {name} is {Text(instance[name])}, planned {Text(change[name])}";
            }

            if (instance["module"]!.GetValue<string>() is var module && module != (change["module_address"]?.GetValue<string>() ?? ""))
                yield return $"{address}: module is {module}";
            foreach (var difference in Values(instance, change["change"]!.AsObject(), dataIsRead))
                yield return $"{address}: {difference}";
        }
    }

    private static IEnumerable<string> Values(JsonObject instance, JsonObject change, bool dataIsRead)
    {
        var (after, unknown) = (change["after"]!.AsObject(), change["after_unknown"]!.AsObject());
        var notKnown = instance["unknown"]!.AsArray().Select(u => u!.GetValue<string>()).ToArray();
        foreach (var (name, value) in instance["values"]!.AsObject())
        {
            // The provider may know nothing of a map of which something is not known.
            if (unknown[name] is JsonValue && notKnown.Any(u => u.StartsWith(name + ".", StringComparison.Ordinal)))
                continue;
            if (!IsPartOf(value, after[name]))
                yield return $"{name} is {Text(value)}, planned {Text(after[name])}";
        }

        foreach (var path in dataIsRead ? [] : notKnown)
        {
            var name = path.Split('.', '[')[0];
            if (unknown[name] is null || (unknown[name] is JsonValue flag && !flag.GetValue<bool>()))
                yield return $"{path} is unknown, planned {Text(after[name])}";
        }
    }

    /// <summary>A plan has every attribute of a block, where a configuration has those that are set.</summary>
    private static bool IsPartOf(JsonNode? listed, JsonNode? planned) => (listed, planned) switch
    {
        (JsonArray some, JsonArray all) => some.Count == all.Count && (some.Zip(all).All(p => IsPartOf(p.First, p.Second)) || IsSameSet(some, all)),
        (JsonObject some, JsonObject all) => some.All(p => IsPartOf(p.Value, all[p.Key])),
        _ => JsonNode.DeepEquals(listed, planned),
    };

    /// <summary>Blocks that are a set: the provider decides in which order a plan has them.</summary>
    private static bool IsSameSet(JsonArray some, JsonArray all)
    {
        var rest = all.ToList();
        return some.All(s => s is JsonObject && rest.FindIndex(a => IsPartOf(s, a)) is var at and >= 0 && rest.Remove(rest[at]));
    }

    private static string Address(JsonObject of) => of["address"]!.GetValue<string>();

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}

/// <summary>Files of a case.</summary>
internal static class TestFiles
{
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
