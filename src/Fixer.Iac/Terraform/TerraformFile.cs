using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>A configuration file.</summary>
sealed record TerraformFile(string Path, HclFile Hcl)
{
    /// <summary>Whether its blocks are merged into those of the other files (Terraform documentation, "Override Files").</summary>
    public bool IsOverride { get; } = FileName(Path) is var name && (name == "override.tf" || name.EndsWith("_override.tf", StringComparison.Ordinal));

    public int LineOf(HclBodyItem item) => Hcl.Text.LineOf(item.Span.Start);

    public SourceLocation LocationOf(HclBodyItem item) => new(Path, LineOf(item), Hcl.Text.LineOf(Math.Max(item.Span.Start, item.Span.End - 1)));

    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
