using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Reads the <c>Resources</c> of a template, loops included.</summary>
sealed class ResourceSection
{
    const string ForEach = "Fn::ForEach::";

    readonly string path;
    readonly DocumentText text;
    readonly ImmutableArray<TemplateResource>.Builder resources = ImmutableArray.CreateBuilder<TemplateResource>();
    readonly ImmutableArray<SourceProblem>.Builder problems = ImmutableArray.CreateBuilder<SourceProblem>();

    ResourceSection(string path, DocumentText text) => (this.path, this.text) = (path, text);

    public ImmutableArray<TemplateResource> Resources { get; private set; }

    public ImmutableArray<SourceProblem> Problems { get; private set; }

    public static ResourceSection Read(string path, DocumentText text, DocumentMapping section)
    {
        var result = new ResourceSection(path, text);
        result.ReadEntries(section, inForEach: false);
        result.Resources = result.resources.ToImmutable();
        result.Problems = result.problems.ToImmutable();
        return result;
    }

    public static SourceLocation Lines(string path, DocumentText text, TextSpan span) =>
        new(path, text.LineOf(span.Start) + 1, text.LineOf(Math.Max(span.Start, span.End - 1)) + 1);

    void ReadEntries(DocumentMapping section, bool inForEach)
    {
        foreach (var entry in section.Entries)
            ReadEntry(entry, inForEach);
    }

    void ReadEntry(DocumentEntry entry, bool inForEach)
    {
        var key = entry.Key.Value;
        if (key.StartsWith(ForEach, StringComparison.Ordinal))
            ReadForEach(entry);
        else if (key == "<<" || entry.Value is DocumentAlias)
            Report(entry, TemplateProblems.AliasedResources, $"'{key}' takes resources from an alias; they are not followed.");
        else if (key.StartsWith("Fn::", StringComparison.Ordinal))
            Report(entry, TemplateProblems.IncludedResources, $"'{key}' in Resources makes resources that the source does not show.");
        else if (entry.Value is DocumentMapping body)
            ReadResource(entry, body, inForEach);
        else
            Report(entry, TemplateProblems.UnclearResource, $"'{key}' in Resources is not a mapping.");
    }

    void ReadForEach(DocumentEntry entry)
    {
        if (entry.Value is DocumentSequence { Items: [_, _, DocumentMapping body] })
            ReadEntries(body, inForEach: true);
        else
            Report(entry, TemplateProblems.UnclearResource, $"'{entry.Key.Value}' is not a list of identifier, collection and body.");
    }

    void ReadResource(DocumentEntry entry, DocumentMapping body, bool inForEach)
    {
        if (body.Find("Type") is not DocumentScalar { Tag: null } type || (inForEach && Placeholders.In(type.Value)))
        {
            var code = body.Find("Fn::Transform") is not null ? TemplateProblems.IncludedResources
                : body.Find("<<") is not null ? TemplateProblems.AliasedResources
                : TemplateProblems.UnclearResource;
            Report(entry, code, $"The type of '{entry.Key.Value}' cannot be told from the source.");
            return;
        }

        resources.Add(new TemplateResource(
            entry.Key.Value,
            type.Value,
            entry,
            body.Find("Properties") ?? Hidden(body),
            DependsOn(body.Find("DependsOn")),
            Written(body.Find("Condition")),
            Written(body.Find("DeletionPolicy")),
            Written(body.Find("UpdateReplacePolicy")),
            inForEach,
            Lines(path, text, entry.Span)));
    }

    /// <summary>Properties that a merge key or a macro brings along are there, but not to be seen.</summary>
    static DocumentNode? Hidden(DocumentMapping body) => body.Find("<<") ?? body.Find("Fn::Transform");

    static ImmutableArray<string> DependsOn(DocumentNode? node) => node switch
    {
        DocumentScalar scalar => [scalar.Value],
        DocumentSequence list => [.. list.Items.OfType<DocumentScalar>().Select(i => i.Value)],
        _ => [],
    };

    /// <summary>A scalar's text; anything computed is shown as such, since it may be anything.</summary>
    static string? Written(DocumentNode? node) => node switch
    {
        null => null,
        DocumentScalar { Tag: null } scalar => scalar.Value,
        _ => "(computed)",
    };

    void Report(DocumentEntry entry, string code, string message) =>
        problems.Add(TemplateProblems.At(path, text, entry.Key.Span.Start, code, message));
}
