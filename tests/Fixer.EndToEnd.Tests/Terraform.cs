using System.Text.Json.Nodes;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>The real Terraform with the real AWS provider, from a mirror on this machine: nothing is downloaded, and no account is asked.</summary>
internal sealed class Terraform : IDisposable
{
    /// <summary>A provider that believes whatever it is told about its account.</summary>
    private const string Provider = """
        provider "aws" {
          region                      = "us-east-1"
          access_key                  = "test"
          secret_key                  = "test"
          skip_credentials_validation = true
          skip_requesting_account_id  = true
          skip_metadata_api_check     = true
        }
        """;

    private readonly string program = Tool.Find("terraform");
    private readonly TemporaryFolder configuration = new();
    private readonly Dictionary<string, string?> environment;

    private Terraform(string mirror)
    {
        File.WriteAllText(configuration.File("terraformrc"), $"provider_installation {{\n  filesystem_mirror {{\n    path = \"{mirror.Replace('\\', '/')}\"\n  }}\n}}\n");
        environment = new Dictionary<string, string?>
        {
            ["TF_CLI_CONFIG_FILE"] = configuration.File("terraformrc"),
            ["TF_IN_AUTOMATION"] = "1",
            ["TF_INPUT"] = "0",
            ["TF_WORKSPACE"] = null,
            ["TF_PLUGIN_CACHE_DIR"] = null,
            ["TF_CLI_ARGS"] = null,
            ["TF_DATA_DIR"] = null,
            ["CHECKPOINT_DISABLE"] = "1",
            ["AWS_PROFILE"] = null,
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["NO_PROXY"] = "127.0.0.1",
            ["no_proxy"] = "127.0.0.1",
        };
    }

    /// <summary>Skips the test where there is no Terraform, or no mirror with the provider.</summary>
    public static Terraform Find()
    {
        Tool.Find("terraform");
        var mirror = ProviderMirror.Find();
        if (mirror is null)
            Tool.Missing("There is no mirror of Terraform providers with hashicorp/aws in it; name one in " + ProviderMirror.Variable + ".");
        return new Terraform(mirror!);
    }

    /// <summary>Skips the test where there is no Terraform; for configurations of what is built into it.</summary>
    public static Terraform FindBuiltIn() => new(Path.GetTempPath());

    /// <summary>Makes a folder ready for <see cref="Plan"/>.</summary>
    public async Task Init(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "provider_for_tests.tf"), Provider);
        await Run(folder, new Dictionary<string, string?>(), "init", "-backend=false", "-no-color");
    }

    /// <summary>The same without a look at the provider, whose many bytes take their time; for a folder that calls no modules.</summary>
    public static void InitLike(string initialized, string folder)
    {
        foreach (var name in (string[])["provider_for_tests.tf", ".terraform.lock.hcl"])
            File.Copy(Path.Combine(initialized, name), Path.Combine(folder, name));
        Directory.CreateDirectory(Path.Combine(folder, ".terraform"));
        Directory.CreateSymbolicLink(Path.Combine(folder, ".terraform", "providers"), Path.Combine(initialized, ".terraform", "providers"));
    }

    /// <summary>What Terraform would create, each as an element of <c>resource_changes</c>.</summary>
    public async Task<JsonObject[]> Plan(string folder, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        await Run(folder, variables, ["plan", "-refresh=false", "-lock=false", "-no-color", "-out=tfplan", .. arguments]);
        var plan = JsonNode.Parse(await Run(folder, variables, "show", "-json", "-no-color", "tfplan"))!;
        return [.. plan["resource_changes"]!.AsArray().Select(c => c!.AsObject())];
    }

    /// <summary>What Terraform would do, compared with what is there, each as the address and the action of a <c>planned_change</c>.</summary>
    public async Task<IEnumerable<(string Address, string Action)>> PlannedActions(string folder, IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        from line in (await Run(folder, variables, ["plan", "-json", "-lock=false", .. arguments])).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let said = JsonNode.Parse(line)!
        where said["type"]!.GetValue<string>() == "planned_change"
        let change = said["change"]!
        select (change["resource"]!["addr"]!.GetValue<string>(), change["action"]!.GetValue<string>());

    /// <summary>Runs <c>terraform</c>, which has to work, and returns what it printed.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">Environment variables beside the usual ones.</param>
    /// <param name="arguments">Command and options.</param>
    public async Task<string> Run(string folder, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var (code, output, error) = await Tool.Run(program, With(variables), ["-chdir=" + folder, .. arguments]);
        Assert.That(code, Is.Zero, $"terraform {string.Join(' ', arguments)}: {error}{output}");
        return output;
    }

    /// <summary>Environment variables with those that make Terraform work here.</summary>
    public IReadOnlyDictionary<string, string?> With(IReadOnlyDictionary<string, string?> variables)
    {
        var all = new Dictionary<string, string?>(environment);
        foreach (var (name, value) in variables)
            all[name] = value;
        return all;
    }

    public void Dispose() => configuration.Dispose();
}

/// <summary>Where this machine keeps Terraform's providers.</summary>
internal static class ProviderMirror
{
    public const string Variable = "FIXER_TERRAFORM_PLUGINS";

    private const string Wanted = "registry.terraform.io/hashicorp/aws";

    /// <summary>A folder laid out as a filesystem mirror that has the AWS provider; null if there is none.</summary>
    public static string? Find() => Candidates().FirstOrDefault(HasProvider);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            yield return named;
        if (Environment.GetEnvironmentVariable("TF_PLUGIN_CACHE_DIR") is { Length: > 0 } cache)
            yield return cache;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var path in Configured(Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE")).Concat(Configured(Path.Combine(home, ".terraformrc"))))
            yield return path;
        // Terraform's own implied mirrors, then whatever somebody installed for all.
        string[] usual = [Path.Combine(home, ".terraform.d", "plugins"), Path.Combine(home, ".local", "share", "terraform", "plugins"), "/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins"];
        foreach (var path in usual.Concat(((string[])["/opt", "/usr/share", "/usr/local/share", "/usr/lib", "/srv", "/var/lib"]).SelectMany(Below)))
            yield return path;
    }

    /// <summary>The paths in a command line configuration; whatever else is in quotes is no mirror and does no harm.</summary>
    private static IEnumerable<string> Configured(string? file) =>
        File.Exists(file) ? File.ReadAllText(file).Split('"').Where((part, index) => index % 2 == 1 && Path.IsPathRooted(part)) : [];

    private static IEnumerable<string> Below(string root) =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true }) : [];

    private static bool HasProvider(string folder)
    {
        var provider = Path.Combine(folder, Wanted);
        return Directory.Exists(provider) && Directory.EnumerateFiles(provider, "terraform-provider-aws*", SearchOption.AllDirectories).Any();
    }
}
