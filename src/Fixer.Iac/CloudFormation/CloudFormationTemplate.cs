using System.Collections.Immutable;
using System.Text;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>A CloudFormation template, read without evaluating anything in it.</summary>
public sealed class CloudFormationTemplate
{
    /// <summary>Largest file that is read, in bytes. CloudFormation itself takes templates of up to 1 MB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = DocumentNode.MaxDepth;

    readonly Dictionary<string, TemplateResource> byId;

    internal CloudFormationTemplate(string path, DocumentText text, DocumentMapping root, ResourceSection section)
    {
        Path = path;
        Text = text;
        Root = root;
        Resources = section.Resources;
        Problems = section.Problems;
        Parameters = root.Find("Parameters") is DocumentMapping parameters ? [.. parameters.Entries.Select(Parameter)] : [];
        // A logical id may occur twice: in the section itself and in a loop. The section's own counts.
        byId = Resources.GroupBy(r => r.LogicalId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.InForEach).First(), StringComparer.Ordinal);
    }

    /// <summary>Path relative to the repository's root.</summary>
    public string Path { get; }

    /// <summary>The whole template.</summary>
    public DocumentMapping Root { get; }

    /// <summary>The resources, in the order of the file.</summary>
    public ImmutableArray<TemplateResource> Resources { get; }

    /// <summary>The parameters, in the order of the file.</summary>
    public ImmutableArray<TemplateParameter> Parameters { get; }

    /// <summary>Entries of <c>Resources</c> that could not be understood.</summary>
    public ImmutableArray<SourceProblem> Problems { get; }

    internal DocumentText Text { get; }

    /// <summary>Reads a file. Whatever the bytes are, the outcome is a value.</summary>
    /// <param name="path">Path relative to the repository's root, for messages.</param>
    /// <param name="bytes">The file's content.</param>
    public static TemplateParse Parse(string path, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return new TemplateParse(null, TemplateProblems.OfFile(path, TemplateProblems.TooLarge, $"The file has {bytes.Length} bytes; templates are read up to {MaxBytes}."));
        if (DocumentText.Decode(bytes) is not { } text)
            return new TemplateParse(null, TemplateProblems.OfFile(path, TemplateProblems.NotUtf8, "The file is not UTF-8."));
        try
        {
            var root = ReadRoot(path, text);
            var template = root is DocumentMapping mapping && mapping.Find("Resources") is DocumentMapping resources
                ? Recognize(path, text, mapping, resources)
                : null;
            return new TemplateParse(template, null) { Root = root, Text = text };
        }
        catch (DocumentException e)
        {
            return new TemplateParse(null, TemplateProblems.At(path, text, e.Offset, TemplateProblems.CodeOf(e.Fault), e.Message));
        }
    }

    /// <summary>The resource with this logical id, or null.</summary>
    public static TemplateResource? FindResource(CloudFormationTemplate template, string logicalId) => template.byId.GetValueOrDefault(logicalId);

    /// <summary>
    /// Whether a file and a deployed stack's template body (GetTemplate, stage Original) say the same:
    /// byte order mark, line endings, and white space at the end of the file do not count.
    /// </summary>
    public static bool SameContent(ReadOnlySpan<byte> file, ReadOnlySpan<byte> deployed) =>
        Canonical(file).AsSpan().SequenceEqual(Canonical(deployed));

    /// <inheritdoc cref="SameContent(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public static bool SameContent(ReadOnlySpan<byte> file, string deployed) => SameContent(file, Encoding.UTF8.GetBytes(deployed));

    static DocumentNode? ReadRoot(string path, DocumentText text)
    {
        if (!JsonTemplateReader.Applies(text))
            return YamlReader.Read(text);
        try
        {
            return JsonTemplateReader.Read(text);
        }
        catch (DocumentException json) when (json.Fault == DocumentFault.Syntax)
        {
            try
            {
                return YamlReader.Read(text);
            }
            catch (DocumentException) when (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                throw json;
            }
        }
    }

    static CloudFormationTemplate? Recognize(string path, DocumentText text, DocumentMapping root, DocumentMapping resources)
    {
        var section = ResourceSection.Read(path, text, resources);
        var isTemplate = root.Find("AWSTemplateFormatVersion") is not null || section.Resources.Any(r => r.Type.Contains("::", StringComparison.Ordinal));
        return isTemplate ? new CloudFormationTemplate(path, text, root, section) : null;
    }

    static TemplateParameter Parameter(DocumentEntry entry)
    {
        var body = entry.Value as DocumentMapping;
        return new TemplateParameter(entry.Key.Value, (body?.Find("Type") as DocumentScalar)?.Value, (body?.Find("Default") as DocumentScalar)?.Value);
    }

    static byte[] Canonical(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        bytes = bytes.TrimEnd(" \t\r\n"u8);
        var result = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r')
                result.Add(bytes[i]);
            else if (i + 1 == bytes.Length || bytes[i + 1] != '\n')
                result.Add((byte)'\n');
        }

        return [.. result];
    }
}
