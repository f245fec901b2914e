using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>Makes a commit in the object database, without a work tree: every byte outside the edits is the base's own.</summary>
internal static class EditedCommit
{
    /// <summary>One commit on top of <paramref name="parent"/>. The same arguments make the same object id.</summary>
    /// <exception cref="ArgumentException">There is nothing to edit, or an edit does not fit the base: a defect of the caller.</exception>
    public static Commit Make(Repository git, Commit parent, ImmutableArray<FileEdit> edits, string message, GitIdentity identity, DateTimeOffset date)
    {
        if (edits.IsDefaultOrEmpty)
            throw new ArgumentException("There are no edits to commit.", nameof(edits));
        var tree = TreeDefinition.From(parent.Tree);
        foreach (var file in edits.GroupBy(e => e.Path, StringComparer.Ordinal))
            Replace(git, parent, tree, file.Key, file.SelectMany(e => e.Edits));
        var signature = identity.At(date);
        return git.ObjectDatabase.CreateCommit(signature, signature, Normal(message), git.ObjectDatabase.CreateTree(tree), [parent], prettifyMessage: false);
    }

    private static void Replace(Repository git, Commit parent, TreeDefinition tree, string path, IEnumerable<TextEdit> edits)
    {
        if (parent[path] is not { Target: Blob blob } entry || !TreeReader.IsFile(entry.Mode))
            throw new ArgumentException($"{path} is not a file of commit {parent.Sha}.", nameof(path));
        var content = new byte[blob.Size];
        using (var stream = blob.GetContentStream())
            stream.ReadExactly(content);
        using var edited = new MemoryStream(TextEdits.Apply(content, edits));
        // Without a path git applies no filter and no line ending conversion.
        tree.Add(path, git.ObjectDatabase.CreateBlob(edited), entry.Mode);
    }

    private static string Normal(string message) => message.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
