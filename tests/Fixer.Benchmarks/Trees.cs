using System.Collections.Immutable;
using System.Text;
using Fixer.Iac;

namespace Fixer.Benchmarks;

/// <summary>Repositories in memory.</summary>
static class Trees
{
    public static SourceTree Of(string repository, params (string Path, string Text)[] files) => new(
        repository,
        "",
        files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));

    /// <summary>Writes one into a folder, as a checkout.</summary>
    public static void Write(SourceTree tree, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        foreach (var (path, content) in tree.Files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content.Span);
        }
    }
}
