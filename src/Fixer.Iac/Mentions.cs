using System.Collections.Immutable;
using System.Text;

namespace Fixer.Iac;

/// <summary>
/// Finds infrastructure files that speak of a record set without being understood: data files, programs, broken files, modules that take the name as an
/// input. A mention never makes an owner; it keeps Fixer from calling a resource made by hand.
/// </summary>
public static class Mentions
{
    // Programs and generators: what they declare is spread over the files below, and never read.
    private static readonly string[] ProjectFiles =
        ["cdk.json", "cdktf.json", "Pulumi.yaml", "Pulumi.yml", "serverless.yml", "serverless.yaml", "sst.config.ts", "terragrunt.hcl", "samconfig.toml", "dnsconfig.js"];

    private static readonly string[] Endings = [".tf", ".tf.json", ".tofu", ".tofu.json", ".tfvars", ".tfvars.json"];
    private static readonly string[] Prose = [".md", ".rst", ".adoc"];

    /// <summary>
    /// Places that contain the whole name, or its label in the same folder (or the same program's folders) as the zone's name or id;
    /// at most <paramref name="limit"/>.
    /// </summary>
    public static ImmutableArray<SourceLocation> Of(SourceTree tree, RecordKey key, int limit = 5)
    {
        var code = tree.Files.Where(f => !IsProse(f.Key)).ToArray();
        var roots = Roots(code);
        var programs = tree.Files.Keys.Where(IsProject).Select(SourceTree.FolderOf).ToHashSet(StringComparer.Ordinal);
        var candidates = code.Where(f => Below(f.Key, roots) is not null).ToArray();
        var zoneFolders = candidates.Where(f => SpeaksOfZone(f.Value.Span, key)).Select(f => Scope(f.Key, programs)).ToHashSet(StringComparer.Ordinal);
        List<SourceLocation> found = [];
        foreach (var (path, content) in candidates)
        {
            var at = Find(content.Span, key.Name);
            if (at < 0 && zoneFolders.Contains(Scope(path, programs)))
                at = Find(content.Span, key.Label);
            // A program puts names of several labels together from parts.
            if (at < 0 && zoneFolders.Contains(Scope(path, programs)) && Below(path, programs) is not null)
                at = Find(content.Span, key.Label.Split('.').FirstOrDefault(l => l != "*") ?? "");
            if (at < 0)
                continue;
            var line = content.Span[..at].Count((byte)'\n') + 1;
            found.Add(new SourceLocation(path, line, line));
            if (found.Count == limit)
                break;
        }

        return [.. found];
    }

    /// <summary>Whether any file that is not prose contains the zone's name or id.</summary>
    public static bool OfZone(SourceTree tree, RecordKey key) => tree.Files.Any(f => !IsProse(f.Key) && SpeaksOfZone(f.Value.Span, key));

    /// <summary>Files among the infrastructure code that were not read: they may speak of anything.</summary>
    public static ImmutableArray<string> Unread(SourceTree tree)
    {
        if (tree.LeftOut.IsEmpty)
            return [];
        var roots = Roots(tree.Files.Where(f => !IsProse(f.Key)));
        return [.. tree.LeftOut.Where(p => Endings.Any(e => p.EndsWith(e, StringComparison.Ordinal)) || Below(p, roots) is not null)];
    }

    private static HashSet<string> Roots(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> code) =>
        code.Where(f => IsInfrastructure(f.Key, f.Value.Span)).Select(f => SourceTree.FolderOf(f.Key)).ToHashSet(StringComparer.Ordinal);

    private static bool SpeaksOfZone(ReadOnlySpan<byte> content, RecordKey key) => Find(content, key.ZoneName) >= 0 || Find(content, key.ZoneId) >= 0;

    // Templates, SDK calls, Ansible, Crossplane, octoDNS and others all write Route 53's name somehow.
    private static bool IsInfrastructure(string path, ReadOnlySpan<byte> content) =>
        Endings.Any(e => path.EndsWith(e, StringComparison.Ordinal))
        || IsProject(path)
        || IndexOfIgnoreCase(content, "route53"u8) >= 0
        || IndexOfIgnoreCase(content, "external-dns"u8) >= 0;

    private static bool IsProject(string path) => ProjectFiles.Contains(SourceTree.NameOf(path), StringComparer.Ordinal);

    private static bool IsProse(string path) => Prose.Any(p => path.EndsWith(p, StringComparison.OrdinalIgnoreCase));

    private static string Scope(string path, HashSet<string> programs) => Below(path, programs) ?? SourceTree.FolderOf(path);

    /// <summary>The outermost of <paramref name="roots"/> that <paramref name="path"/> lies in; null if there is none.</summary>
    private static string? Below(string path, HashSet<string> roots)
    {
        string? outermost = null;
        for (var folder = SourceTree.FolderOf(path); ; folder = SourceTree.FolderOf(folder))
        {
            if (roots.Contains(folder))
                outermost = folder;
            if (folder.Length == 0)
                return outermost;
        }
    }

    // A whole word: "api" is not in "rapid" nor in "api-v2", but it is in "api" and in "api.example.com".
    private static int Find(ReadOnlySpan<byte> content, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        if (wanted.Length == 0)
            return -1;
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
