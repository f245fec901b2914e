using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.CloudFormation;

/// <summary>Reads the <c>Resources</c> of a template, loops included.</summary>
sealed class ResourceSection
{
    const string ForEach = "Fn::ForEach::";

    readonly string path;
    readonly TemplateText text;
    readonly ImmutableArray<TemplateResource>.Builder resources = ImmutableArray.CreateBuilder<TemplateResource>();
    readonly ImmutableArray<SourceProblem>.Builder problems = ImmutableArray.CreateBuilder<SourceProblem>();

    ResourceSection(string path, TemplateText text) => (this.path, this.text) = (path, text);

    public ImmutableArray<TemplateResource> Resources { get; private set; }

    public ImmutableArray<SourceProblem> Problems { get; private set; }

    public static ResourceSection Read(string path, TemplateText text, TemplateMapping section)
    {
        var result = new ResourceSection(path, text);
        result.ReadEntries(section, inForEach: false);
        result.Resources = result.resources.ToImmutable();
        result.Problems = result.problems.ToImmutable();
        return result;
    }

    public static SourceLocation Lines(string path, TemplateText text, TextSpan span) =>
        new(path, text.LineOf(span.Start) + 1, text.LineOf(Math.Max(span.Start, span.End - 1)) + 1);

    void ReadEntries(TemplateMapping section, bool inForEach)
    {
        foreach (var entry in section.Entries)
            ReadEntry(entry, inForEach);
    }

    void ReadEntry(TemplateEntry entry, bool inForEach)
    {
        var key = entry.Key.Value;
        if (key.StartsWith(ForEach, StringComparison.Ordinal))
            ReadForEach(entry);
        else if (key == "<<" || entry.Value is TemplateAlias)
            Report(entry, TemplateProblems.AliasedResources, $"'{key}' takes resources from an alias; they are not followed.");
        else if (key.StartsWith("Fn::", StringComparison.Ordinal))
            Report(entry, TemplateProblems.IncludedResources, $"'{key}' in Resources makes resources that the source does not show.");
        else if (entry.Value is TemplateMapping body)
            ReadResource(entry, body, inForEach);
        else
            Report(entry, TemplateProblems.UnclearResource, $"'{key}' in Resources is not a mapping.");
    }

    void ReadForEach(TemplateEntry entry)
    {
        if (entry.Value is TemplateSequence { Items: [_, _, TemplateMapping body] })
            ReadEntries(body, inForEach: true);
        else
            Report(entry, TemplateProblems.UnclearResource, $"'{entry.Key.Value}' is not a list of identifier, collection and body.");
    }

    void ReadResource(TemplateEntry entry, TemplateMapping body, bool inForEach)
    {
        if (body.Find("Type") is not TemplateScalar { Tag: null } type || (inForEach && Placeholders.In(type.Value)))
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
    static TemplateNode? Hidden(TemplateMapping body) => body.Find("<<") ?? body.Find("Fn::Transform");

    static ImmutableArray<string> DependsOn(TemplateNode? node) => node switch
    {
        TemplateScalar scalar => [scalar.Value],
        TemplateSequence list => [.. list.Items.OfType<TemplateScalar>().Select(i => i.Value)],
        _ => [],
    };

    /// <summary>A scalar's text; anything computed is shown as such, since it may be anything.</summary>
    static string? Written(TemplateNode? node) => node switch
    {
        null => null,
        TemplateScalar { Tag: null } scalar => scalar.Value,
        _ => "(computed)",
    };

    void Report(TemplateEntry entry, string code, string message) =>
        problems.Add(TemplateProblems.At(path, text, entry.Key.Span.Start, code, message));
}
