using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>The files that complete the backends of root modules: by their name, or because a script or a pipeline passes them to <c>terraform init</c>.</summary>
sealed class BackendFiles
{
    /// <summary>More paths than anybody passes; with more, none is taken.</summary>
    const int MaxPassed = 500;

    const string Argument = "-backend-config";

    static readonly SearchValues<byte> EndOfPath = SearchValues.Create(" \t\r\n\"'`,;)]$"u8);

    readonly SourceTree tree;
    readonly Lazy<ILookup<string, string>> named;
    readonly Lazy<ImmutableSortedSet<string>> passed;

    public BackendFiles(SourceTree tree)
    {
        this.tree = tree;
        named = new(() => tree.Files.Keys.Where(p => p.EndsWith(".tfbackend", StringComparison.Ordinal) || p.EndsWith(".tfbackend.json", StringComparison.Ordinal)).ToLookup(SourceTree.FolderOf, StringComparer.Ordinal));
        passed = new(() => tree.Files.SelectMany(f => Passed(f.Value)).ToImmutableSortedSet(StringComparer.Ordinal) is { Count: <= MaxPassed } paths ? paths : []);
    }

    /// <summary>Those for the root module in a folder, in the order of their paths. A path that is passed starts in the folder that Terraform runs in.</summary>
    public IEnumerable<BackendConfig> For(string folder) =>
        from path in named.Value[folder].Concat(passed.Value.Select(p => ModuleFiles.Resolve(folder, p)).OfType<string>().Where(tree.Files.ContainsKey)).Distinct().Order(StringComparer.Ordinal)
        let config = BackendConfig.OfFile(tree.Files[path], path)
        where config.Problems.IsEmpty
        select config;

    /// <summary>The paths in a text that are passed so; where a variable is in one, no file has that name.</summary>
    static List<string> Passed(ReadOnlyMemory<byte> content)
    {
        var paths = new List<string>();
        for (var rest = content.Span; rest.IndexOf("-backend-config"u8) is var at and >= 0;)
        {
            rest = rest[(at + Argument.Length)..].TrimStart(" =\"'"u8);
            var length = rest.IndexOfAny(EndOfPath);
            paths.Add(Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]));
        }

        return paths;
    }
}
