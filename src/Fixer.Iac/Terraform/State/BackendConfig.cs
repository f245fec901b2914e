using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.State;

/// <summary>What <c>terraform init -backend-config=…</c> is given to complete a partial configuration.</summary>
/// <param name="Settings">The arguments that it sets.</param>
/// <param name="Problems">What could not be understood.</param>
public sealed record BackendConfig(ImmutableSortedDictionary<string, BackendSetting> Settings, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>A file of arguments, usually <c>*.tfbackend</c> or <c>*.hcl</c>; in JSON if its name ends so.</summary>
    public static BackendConfig OfFile(ReadOnlyMemory<byte> content, string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            var json = JsonFile.Parse(content, path);
            return Of(path, new JsonSyntaxBody(json.Body), json.Diagnostics);
        }

        var file = HclFile.Parse(content, path);
        return Of(path, new NativeBody(file.Body), file.Diagnostics);
    }

    static BackendConfig Of(string path, ConfigurationBody body, ImmutableArray<HclDiagnostic> diagnostics) =>
        new(BackendBlock.SettingsOf(body), [.. diagnostics.Select(d => BackendProblems.Syntax(path, d))]);

    /// <summary>An argument on the command line, <c>name=value</c>; the value is text as it is.</summary>
    /// <exception cref="ArgumentException">There is no name or no equals sign: it would be the path of a file.</exception>
    public static BackendConfig OfArgument(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            throw new ArgumentException("An argument for a backend is written as name=value.", nameof(argument));
        var setting = new BackendSetting(argument[(equals + 1)..]);
        return new BackendConfig(StateBackend.Local.Settings.Add(argument[..equals], setting), []);
    }
}
