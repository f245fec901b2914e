using System.Collections.Immutable;
using Fixer.Iac;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Cli;

/// <summary>
/// The modules around a folder on this machine, read when they are asked for. Inside a git repository nothing outside of it is read; links
/// are followed only where they lead to something inside.
/// </summary>
internal sealed class ModuleFolder : ModuleFiles
{
    private const int MaxFileBytes = 16 << 20;
    private const int MaxDataBytes = 1 << 20;
    private const int MaxTreeBytes = 256 << 20;

    private readonly string root;

    private readonly bool isRepository;
    private SourceTree? tree;

    private ModuleFolder(string root, string folder, bool isRepository) => (this.root, Folder, this.isRepository) = (root, folder, isRepository);

    /// <summary>The folder that was asked for, relative to the root.</summary>
    public string Folder { get; }

    /// <exception cref="CliException">There is no such folder.</exception>
    public static ModuleFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new CliException($"{path}: there is no such folder.");
        var full = Real(new DirectoryInfo(path)).FullName;
        var (root, isRepository) = (Path.GetPathRoot(full)!, false);
        for (var above = new DirectoryInfo(full); above is not null; above = above.Parent)
        {
            if (!Path.Exists(Path.Combine(above.FullName, ".git")))
                continue;
            (root, isRepository) = (above.FullName, true);
            break;
        }

        return new(root, Slashes(Path.GetRelativePath(root, full)), isRepository);
    }

    /// <summary>Those of the repository; without one, those in the folder.</summary>
    public override IEnumerable<string> Folders
    {
        get
        {
            var open = new Stack<string>([isRepository ? "" : Folder]);
            while (open.TryPop(out var folder))
            {
                yield return folder;
                foreach (var inner in new DirectoryInfo(Full(folder)).EnumerateDirectories().Where(d => d.LinkTarget is null && d.Name is not (".git" or ".terraform" or "node_modules")))
                    open.Push(folder.Length == 0 ? inner.Name : $"{folder}/{inner.Name}");
            }
        }
    }

    /// <summary>A path of this, as seen from the folder that was asked for.</summary>
    public string Relative(string path) => Slashes(Path.GetRelativePath(Full(Folder), Full(path)));

    /// <summary>A file given on the command line, as a path of this.</summary>
    /// <exception cref="CliException">There is no such file, or it is outside the repository.</exception>
    public string Locate(string file)
    {
        if (!File.Exists(file))
            throw new CliException($"{file}: there is no such file.");
        var path = Slashes(Path.GetRelativePath(root, Path.Combine(Real(new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(file))!)).FullName, Path.GetFileName(file))));
        return path.StartsWith("../", StringComparison.Ordinal) ? throw new CliException($"{file}: the file is outside the repository in {root}.") : path;
    }

    /// <summary>Writes files, all or none: each beside its place first, then all are moved there, and back if one cannot be.</summary>
    public void WriteAll(IReadOnlyDictionary<string, byte[]> contents)
    {
        var written = new List<(string Path, string New, string Old)>();
        var moved = 0;
        try
        {
            foreach (var (path, content) in contents)
            {
                var full = Full(path);
                var file = (full, $"{full}.fixer-new", $"{full}.fixer-old");
                written.Add(file);
                File.WriteAllBytes(file.Item2, content);
            }

            for (; moved < written.Count; moved++)
                File.Replace(written[moved].New, written[moved].Path, written[moved].Old);
        }
        catch
        {
            foreach (var (path, _, old) in written[..moved])
                File.Move(old, path, overwrite: true);
            throw;
        }
        finally
        {
            foreach (var (_, added, old) in written)
            {
                File.Delete(added);
                File.Delete(old);
            }
        }
    }

    public override IEnumerable<string>? NamesIn(string folder)
    {
        var info = new DirectoryInfo(Full(folder));
        return info.Exists && IsInside(Real(info).FullName) ? [.. info.EnumerateFiles().Select(f => f.Name)] : null;
    }

    public override ReadOnlyMemory<byte>? Read(string path)
    {
        try
        {
            var file = new FileInfo(Full(path));
            var real = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.Combine(Real(file.Directory!).FullName, file.Name);
            return file.Exists && IsInside(real) && new FileInfo(real).Length <= MaxFileBytes ? File.ReadAllBytes(real) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override SourceTree Tree() => tree ??= ReadTree();

    /// <summary>What is too large, or beyond the total, is there and unread: what is asked of it is unknown.</summary>
    private SourceTree ReadTree()
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var unread = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var links = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var folder in Folders)
        {
            foreach (var entry in new DirectoryInfo(Full(folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry.LinkTarget is not null)
                    links.Add(path);
                else if (entry is FileInfo { Length: <= MaxDataBytes } file && (total += file.Length) <= MaxTreeBytes && Read(path) is { } content)
                    files[path] = content;
                else if (entry is FileInfo)
                    unread.Add(path);
            }
        }

        return new SourceTree("", "", files.ToImmutable()) { Unread = unread.ToImmutable(), Links = links.ToImmutable() };
    }

    public override bool IsLink(string path) => new FileInfo(Full(path)) is var file && (file.LinkTarget is not null || Real(file.Directory!).FullName != file.DirectoryName);

    private bool IsInside(string path) => path == root || path.StartsWith(root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Full(string path) => Path.GetFullPath(Path.Combine(root, path));

    /// <summary>The folder with all links on the way to it followed.</summary>
    private static DirectoryInfo Real(DirectoryInfo folder)
    {
        if (folder.Parent is null)
            return folder;
        var here = new DirectoryInfo(Path.Combine(Real(folder.Parent).FullName, folder.Name));
        return here.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? here;
    }

    private static string Slashes(string path) => path == "." ? "" : path.Replace(Path.DirectorySeparatorChar, '/');
}
