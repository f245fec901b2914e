using System.Collections.Immutable;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>The files that modules are read from. Paths are relative to a root that nothing leaves, and use <c>/</c>.</summary>
public abstract class ModuleFiles
{
    /// <summary>All folders with files, those that tools have made left out.</summary>
    public abstract IEnumerable<string> Folders { get; }

    /// <summary>The names of the files directly in a folder; null if there is no such folder.</summary>
    public abstract IEnumerable<string>? NamesIn(string folder);

    /// <summary>The content of a file; null if it cannot be read, or is larger than anyone writes by hand.</summary>
    public abstract ReadOnlyMemory<byte>? Read(string path);

    /// <summary>All files that Terraform's functions may read.</summary>
    public abstract SourceTree Tree();

    /// <summary>Whether a path leads to a file that has another place too, by a symbolic link.</summary>
    public virtual bool IsLink(string path) => false;

    /// <summary>Symbolic links that are not followed.</summary>
    public virtual IEnumerable<string> Links => [];

    /// <summary>The files of a repository at a commit.</summary>
    public static ModuleFiles Of(SourceTree tree) => new InTree(tree);

    /// <summary>These files with the content of some replaced.</summary>
    public ModuleFiles With(IReadOnlyDictionary<string, byte[]> contents) => new Replaced(this, contents);

    /// <summary>The folder that a relative path leads to from another; null if it leaves the root.</summary>
    public static string? Resolve(string folder, string relative)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count == 0)
                return null;
            else
                segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    sealed class Replaced(ModuleFiles files, IReadOnlyDictionary<string, byte[]> contents) : ModuleFiles
    {
        public override IEnumerable<string> Folders => files.Folders;

        public override IEnumerable<string>? NamesIn(string folder) => files.NamesIn(folder);

        public override bool IsLink(string path) => files.IsLink(path);

        public override IEnumerable<string> Links => files.Links;

        public override ReadOnlyMemory<byte>? Read(string path) => contents.TryGetValue(path, out var content) ? content : files.Read(path);

        public override SourceTree Tree() =>
            files.Tree() with { Files = files.Tree().Files.SetItems(contents.Select(c => KeyValuePair.Create(c.Key, (ReadOnlyMemory<byte>)c.Value))) };
    }

    sealed class InTree(SourceTree tree) : ModuleFiles
    {
        readonly ImmutableDictionary<string, ImmutableArray<string>> folders = tree.Files.Keys
            .GroupBy(SourceTree.FolderOf, SourceTree.NameOf, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

        public override IEnumerable<string> Folders => folders.Keys.Where(f => !f.Split('/').Contains(".terraform"));

        public override IEnumerable<string>? NamesIn(string folder) => folders.TryGetValue(folder, out var names) ? names : null;

        public override ReadOnlyMemory<byte>? Read(string path) => tree.Files.TryGetValue(path, out var content) ? content : null;

        public override IEnumerable<string> Links => tree.Links;

        public override SourceTree Tree() => tree;
    }
}
