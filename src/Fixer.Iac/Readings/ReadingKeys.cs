using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Readings;

/// <summary>Names what a reading depends on. Where the name is the same, reading again would give the same.</summary>
public static class ReadingKeys
{
    // Another build may read the same files differently.
    private static readonly string Reader = $"{typeof(SourceReading).Module.ModuleVersionId:N}{typeof(HclFile).Module.ModuleVersionId:N}";

    /// <summary>The files of a repository: every path and every byte, and what could not be read of it. Not the commit: most change nothing that is read.</summary>
    public static string Content(SourceTree tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Reader, tree.Repository);
        Span<byte> blob = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var (path, content) in tree.Files)
        {
            Append(hash, path);
            SHA256.HashData(content.Span, blob);
            hash.AppendData(blob);
        }

        Append(hash, ["left out", .. tree.LeftOut.Order(StringComparer.Ordinal), "unread", .. tree.Unread.Order(StringComparer.Ordinal), "links", .. tree.Links.Order(StringComparer.Ordinal)]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The workspaces of root modules.</summary>
    public static string Deployed(IReadOnlyDictionary<string, ImmutableArray<string>> workspaces) =>
        string.Join('\n', workspaces.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}\t{string.Join('\t', w.Value)}"));

    // With its length in front, no text can be taken for two.
    private static void Append(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text}"));
    }
}
