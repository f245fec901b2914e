using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac;
using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>
/// Writes the files of one commit into an empty folder, straight from the object database: no hook, filter or LFS pointer of the repository
/// is acted on. The tree was written by strangers: what cannot be written as what it is, is a failure, never left out.
/// </summary>
internal sealed class TreeWriter(Repository git, GitLimits limits, CancellationToken cancellation)
{
    private int entries;
    private long bytes;

    /// <exception cref="UnreadableRepositoryException">The tree has links or submodules, names that are no file names, or more than the limits.</exception>
    public void Write(Tree tree, string folder) => Visit(tree, folder, "", 0);

    /// <summary>Edits files that were written.</summary>
    public static void Edit(string folder, ImmutableArray<FileEdit> edits)
    {
        foreach (var file in edits.GroupBy(e => e.Path, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, file.Key);
            File.WriteAllBytes(path, TextEdits.Apply(File.ReadAllBytes(path), file.SelectMany(e => e.Edits)));
        }
    }

    private void Visit(Tree tree, string folder, string path, int depth)
    {
        if (depth > limits.MaxDepth)
            throw new UnreadableRepositoryException($"Folders are nested deeper than {limits.MaxDepth}, the limit.");
        Directory.CreateDirectory(Path.Combine(folder, path));
        foreach (var entry in tree)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = path + entry.Name;
            if (++entries > limits.MaxEntries)
                throw new UnreadableRepositoryException($"There are more than {limits.MaxEntries} files and folders, the limit.");
            if (!TreeReader.IsSafeName(entry.Name) || entry.Name.Contains(':', StringComparison.Ordinal))
                throw new UnreadableRepositoryException($"{name} is no name that every system can have a file by.");
            if (entry.Target is Tree inner)
                Visit(inner, folder, name + "/", depth + 1);
            else if (entry.Target is Blob blob && TreeReader.IsFile(entry.Mode))
                Write(blob, Path.Combine(folder, name), isProgram: entry.Mode == Mode.ExecutableFile);
            else
                throw new UnreadableRepositoryException($"{name} is a symbolic link or a submodule, which is not followed: without it, the code would not be what it is.");
        }
    }

    private void Write(Blob blob, string path, bool isProgram)
    {
        if ((bytes += git.ObjectDatabase.RetrieveObjectMetadata(blob.Id).Size) > limits.MaxTotalBytes)
            throw new UnreadableRepositoryException($"The files have more than {limits.MaxTotalBytes} bytes, the limit.");
        using (var content = blob.GetContentStream())
        using (var file = new FileStream(path, FileMode.CreateNew)) // never over another of the same name, whatever letters a file system tells apart
            content.CopyTo(file);
        if (isProgram && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
