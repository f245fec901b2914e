using System.Collections.Immutable;

namespace Fixer.Iac.Tests.Terraform;

/// <summary>A folder under Cases/terraform.</summary>
sealed record TerraformCase(string Path)
{
    public static IEnumerable<TestCaseData> All(string area) =>
        from path in Directory.GetDirectories(System.IO.Path.Combine(AppContext.BaseDirectory, "Cases", "terraform", area)).Order(StringComparer.Ordinal)
        select new TestCaseData(new TerraformCase(path)).SetArgDisplayNames(System.IO.Path.GetFileName(path));

    public SourceTree Before => Tree(Files("before"));

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(string folder)
    {
        var root = System.IO.Path.Combine(Path, folder);
        return Directory.Exists(root)
            ? Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(f => System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty;
    }

    /// <summary>A file of the expectations; null if the case has none.</summary>
    public string? Expected(string name) =>
        System.IO.Path.Combine(Path, "expected", name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    public static SourceTree Tree(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files) =>
        new("acme/infra", "0123456789abcdef0123456789abcdef01234567", files);

    public static SourceTree Tree(params (string Path, string Content)[] files) =>
        Tree(files.ToImmutableSortedDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(f.Content), StringComparer.Ordinal));
}
