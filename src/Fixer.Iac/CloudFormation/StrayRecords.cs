using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>
/// Finds record sets where they are not read: in Serverless Framework files, in fragments for includes, in templates inside of strings,
/// in modules and in SAM's domains. Each is a problem, because a record's absence could not be told otherwise.
/// </summary>
sealed class StrayRecords
{
    readonly string path;
    readonly DocumentText text;
    readonly HashSet<DocumentNode> understood;
    readonly List<SourceProblem> problems = [];

    StrayRecords(string path, DocumentText text, IEnumerable<DocumentNode> understood) =>
        (this.path, this.text, this.understood) = (path, text, [.. understood]);

    public static IReadOnlyList<SourceProblem> In(string path, TemplateParse parse)
    {
        if (parse is not { Root: { } root, Text: { } text })
            return [];
        var template = parse.Template;
        var search = new StrayRecords(path, text, template?.Resources.Select(r => r.Entry.Value) ?? []);
        search.Visit(root);
        foreach (var resource in template?.Resources ?? [])
            search.VisitHidden(resource);
        if (template is not null && root is DocumentMapping mapping && Includes(mapping.Find("Transform")))
            search.Report(mapping.Find("Transform")!, TemplateProblems.IncludedResources, "The template includes another file at the top level; that file may declare resources.");
        return search.problems;
    }

    void Visit(DocumentNode node)
    {
        switch (node)
        {
            case DocumentMapping mapping:
                if (mapping.Find("Type") is DocumentScalar { Value: RecordReading.RecordSet or RecordReading.RecordSetGroup } && !understood.Contains(mapping))
                    Report(mapping, TemplateProblems.RecordOutsideTemplate, "A record set is declared here, but not as a resource of a plain CloudFormation template.");
                foreach (var entry in mapping.Entries)
                    Visit(entry.Value);
                break;
            case DocumentSequence sequence:
                foreach (var item in sequence.Items)
                    Visit(item);
                break;
            case DocumentScalar { Value: var value } when value.Contains(RecordReading.RecordSet, StringComparison.Ordinal) && value.Contains("Resources", StringComparison.Ordinal):
                Report(node, TemplateProblems.RecordOutsideTemplate, "A string holds what looks like a template with a record set.");
                break;
        }
    }

    void VisitHidden(TemplateResource resource)
    {
        if (resource.Type.EndsWith("::MODULE", StringComparison.Ordinal))
            Report(resource.Entry.Value, TemplateProblems.HiddenRecords, $"'{resource.LogicalId}' is a module; what it declares is not in the source.");
        var (domain, _) = new Properties(resource.Properties, resource.InForEach).Get("Domain");
        if (resource.Type is "AWS::Serverless::Api" or "AWS::Serverless::HttpApi" && (domain as DocumentMapping)?.Find("Route53") is not null)
            Report(resource.Entry.Value, TemplateProblems.HiddenRecords, $"'{resource.LogicalId}' has SAM make record sets for its domain.");
    }

    static bool Includes(DocumentNode? transform) => transform switch
    {
        DocumentMapping mapping => mapping.Find("Name") is DocumentScalar { Value: "AWS::Include" },
        DocumentSequence list => list.Items.Any(Includes),
        _ => false,
    };

    void Report(DocumentNode node, string code, string message) =>
        problems.Add(TemplateProblems.At(path, text, node.Span.Start, code, message));
}
