using Fixer.Hcl;
using Fixer.Iac.Documents;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary>A YAML file as it was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its tree.</param>
sealed record YamlFile(DocumentText Text, DocumentNode Root);

/// <summary>An element of a list, or an entry of a mapping, in a YAML file.</summary>
/// <param name="text">The file.</param>
/// <param name="span">Its bytes.</param>
/// <param name="file">The file as it was read.</param>
/// <param name="container">The list or mapping.</param>
/// <param name="index">Its place there.</param>
sealed class YamlElement(SourceText text, TextSpan span, YamlFile file, DocumentNode container, int index) : DataNode(text, span)
{
    public YamlFile File { get; } = file;

    public DocumentNode Container { get; } = container;

    public int Index { get; } = index;
}
