using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>All Terraform files of a repository, parsed, and grouped into modules: a module is a folder.</summary>
sealed class TerraformTree
{
    /// <summary>Far above what people write by hand; bounds the memory that one file can take.</summary>
    const int MaxFileBytes = 16 << 20;

    readonly SourceTree tree;
    readonly ImmutableSortedDictionary<string, TerraformFile> files;

    TerraformTree(SourceTree tree, ImmutableSortedDictionary<string, TerraformFile> files)
    {
        this.tree = tree;
        this.files = files;
        Overrides = new VariableOverrides(tree);
        Modules = files.Values.GroupBy(f => SourceTree.FolderOf(f.Path))
            .ToImmutableSortedDictionary(g => g.Key, g => new TerraformModule(this, g.Key, [.. g]), StringComparer.Ordinal);
        Calls = [.. Modules.Values.SelectMany(m => ModuleCall.In(m, tree))];
    }

    public ImmutableSortedDictionary<string, TerraformModule> Modules { get; }

    /// <summary>Calls of modules that lie in this repository.</summary>
    public ImmutableArray<ModuleCall> Calls { get; }

    public VariableOverrides Overrides { get; }

    public static TerraformTree Parse(SourceTree tree) => new(tree, tree.Files
        .Where(f => IsConfiguration(f.Key) && f.Value.Length <= MaxFileBytes)
        .ToImmutableSortedDictionary(f => f.Key, f => new TerraformFile(f.Key, HclFile.Parse(f.Value)), StringComparer.Ordinal));

    /// <summary>The tree with one file replaced; the others are not parsed again.</summary>
    public TerraformTree With(string path, byte[] content) => new(
        tree with { Files = tree.Files.SetItem(path, content) },
        files.SetItem(path, new TerraformFile(path, HclFile.Parse(content))));

    public TerraformFile? File(string path) => files.GetValueOrDefault(path);

    /// <summary>Files of a folder, and of the folder of tests in it, whose names end like this.</summary>
    public IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Others(string folder, string ending) =>
        from file in tree.Files
        where file.Key.EndsWith(ending, StringComparison.Ordinal) && !IsDownloaded(file.Key)
        let parent = SourceTree.FolderOf(file.Key)
        where parent == folder || parent == (folder.Length == 0 ? "tests" : folder + "/tests")
        select (file.Key, file.Value);

    /// <summary>Files in a syntax that is not read, anywhere in the repository.</summary>
    public IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> OtherSyntax() =>
        from file in tree.Files
        where (file.Key.EndsWith(".tf.json", StringComparison.Ordinal) || file.Key.EndsWith(".tofu", StringComparison.Ordinal) || file.Key.EndsWith(".tofu.json", StringComparison.Ordinal))
            && !IsDownloaded(file.Key)
        select (file.Key, file.Value);

    public IEnumerable<SourceProblem> Problems()
    {
        foreach (var (path, content) in OtherSyntax())
        {
            if (content.Span.IndexOf("aws_route53_record"u8) >= 0 || content.Span.IndexOf("aws_s3_bucket"u8) >= 0)
                yield return TerraformProblems.OtherSyntax(path);
        }

        foreach (var (path, _) in tree.Files.Where(f => IsConfiguration(f.Key) && f.Value.Length > MaxFileBytes))
            yield return TerraformProblems.TooLarge(path);
        foreach (var problem in Modules.Values.SelectMany(m => m.Problems))
            yield return problem;
    }

    static bool IsConfiguration(string path) => path.EndsWith(".tf", StringComparison.Ordinal) && !IsDownloaded(path);

    /// <summary>What <c>terraform init</c> has fetched is not this repository's.</summary>
    static bool IsDownloaded(string path) =>
        path.StartsWith(".terraform/", StringComparison.Ordinal) || path.Contains("/.terraform/", StringComparison.Ordinal);
}
