using System.Collections.Immutable;
using System.Text;

namespace Fixer.Iac;

/// <summary>
/// Finds infrastructure files that speak of a record set without being understood: data files, programs, broken files, modules that take the name as an
/// input. A mention never makes an owner; it keeps Fixer from calling a resource made by hand.
/// </summary>
public static class Mentions
{
    private static readonly string[] ProjectFiles = ["cdk.json", "Pulumi.yaml", "Pulumi.yml", "serverless.yml", "serverless.yaml", "terragrunt.hcl", "samconfig.toml"];
    private static readonly string[] Prose = [".md", ".rst", ".adoc"];

    /// <summary>Places that contain the whole name, or its label beside the zone's name in the same folder; at most <paramref name="limit"/>.</summary>
    public static ImmutableArray<SourceLocation> Of(SourceTree tree, RecordKey key, int limit = 5)
    {
        var roots = tree.Files.Keys.Where(p => IsInfrastructure(p, tree.Files[p].Span)).Select(SourceTree.FolderOf).ToHashSet(StringComparer.Ordinal);
        var candidates = tree.Files.Where(f => !Prose.Any(p => f.Key.EndsWith(p, StringComparison.OrdinalIgnoreCase)) && IsBelow(f.Key, roots)).ToArray();
        var zoneFolders = candidates.Where(f => Find(f.Value.Span, key.ZoneName) >= 0).Select(f => SourceTree.FolderOf(f.Key)).ToHashSet(StringComparer.Ordinal);
        List<SourceLocation> found = [];
        foreach (var (path, content) in candidates)
        {
            var at = Find(content.Span, key.Name);
            if (at < 0 && key.Label.Length > 0 && zoneFolders.Contains(SourceTree.FolderOf(path)))
                at = Find(content.Span, key.Label);
            if (at < 0)
                continue;
            var line = content.Span[..at].Count((byte)'\n') + 1;
            found.Add(new SourceLocation(path, line, line));
            if (found.Count == limit)
                break;
        }

        return [.. found];
    }

    private static bool IsInfrastructure(string path, ReadOnlySpan<byte> content)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".tf", StringComparison.Ordinal)
            || name.EndsWith(".tf.json", StringComparison.Ordinal)
            || ProjectFiles.Contains(name, StringComparer.Ordinal)
            || content.IndexOf("AWS::Route53"u8) >= 0;
    }

    private static bool IsBelow(string path, HashSet<string> roots)
    {
        for (var folder = SourceTree.FolderOf(path); ; folder = SourceTree.FolderOf(folder))
        {
            if (roots.Contains(folder))
                return true;
            if (folder.Length == 0)
                return false;
        }
    }

    // A whole word: "api" is not in "rapid" nor in "api-v2", but it is in "api" and in "api.example.com".
    private static int Find(ReadOnlySpan<byte> content, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var from = 0; from <= content.Length - wanted.Length;)
        {
            var at = IndexOfIgnoreCase(content[from..], wanted);
            if (at < 0)
                return -1;
            at += from;
            if ((at == 0 || !IsWord(content[at - 1])) && (at + wanted.Length == content.Length || !IsWord(content[at + wanted.Length])))
                return at;
            from = at + 1;
        }

        return -1;
    }

    private static int IndexOfIgnoreCase(ReadOnlySpan<byte> content, ReadOnlySpan<byte> wanted)
    {
        var (lower, upper) = ((byte)char.ToLowerInvariant((char)wanted[0]), (byte)char.ToUpperInvariant((char)wanted[0]));
        for (var from = 0; from <= content.Length - wanted.Length;)
        {
            var at = content[from..].IndexOfAny(lower, upper);
            if (at < 0 || from + at > content.Length - wanted.Length)
                return -1;
            if (Ascii.EqualsIgnoreCase(content.Slice(from + at, wanted.Length), wanted))
                return from + at;
            from += at + 1;
        }

        return -1;
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_';
}
