using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Takes a record set out of the template that declares it, without touching another byte.</summary>
public static class CloudFormationRemoval
{
    const int ShownReferences = 10;

    /// <summary>Removes a declaration.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="record">The declaration, as <see cref="CloudFormationSources.Read"/> reported it for the same tree. Its name may be unknown: the logical id identifies it.</param>
    /// <returns>One edit of one file with its proof, or a named refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="record"/> is not from CloudFormation: a defect of the caller.</exception>
    public static SourceEdit Remove(SourceTree tree, DeclaredRecord record)
    {
        if (record.Kind != SourceKind.CloudFormation)
            throw new ArgumentException($"{record.Address} is declared in {record.Kind}.", nameof(record));
        var path = record.Location.Path;
        if (!tree.Files.TryGetValue(path, out var bytes))
            return new EditRefusal(EditRefusalCode.DeclarationNotFound, $"{path} is not in the repository any more.");
        var parse = CloudFormationTemplate.Parse(path, bytes);
        if (parse.Problem is { } problem)
            return new EditRefusal(EditRefusalCode.SourceUnreadable, $"{path}:{problem.Line}: {problem.Message} ({problem.Code}) Correct the file first.");
        if (parse.Template is not { } template)
            return new EditRefusal(EditRefusalCode.DeclarationNotFound, $"{path} is not a CloudFormation template any more.");
        var target = RemovalTarget.Find(template, record.Address);
        if (target is null)
            return NotFound(template, record);
        return Refuse(template, target, record) ?? Cut(template, target, record);
    }

    static EditRefusal NotFound(CloudFormationTemplate template, DeclaredRecord record)
    {
        // The resource may come in by an alias; then there is nothing here to remove.
        var entries = ((DocumentMapping)template.Root.Find("Resources")!).Entries;
        var aliased = entries.FirstOrDefault(e => (e.Key.Value == record.Address && e.Value is DocumentAlias) || e.Key.Value == "<<");
        return aliased is null
            ? new EditRefusal(EditRefusalCode.DeclarationNotFound, $"{template.Path} does not declare the record set {record.Address}.")
            : new EditRefusal(EditRefusalCode.UnsupportedSyntax, $"{Where(template, aliased.Key)}: {record.Address} may come from an alias or a merge key. Remove it by hand.");
    }

    static EditRefusal? Refuse(CloudFormationTemplate template, RemovalTarget target, DeclaredRecord record)
    {
        var where = Where(template, target.Node);
        var now = RecordReading.Read(template).Records.First(r => r.Address == record.Address);
        if (!SameDeclaration(now, record, target.Item))
            return new EditRefusal(EditRefusalCode.DeclarationNotFound, $"{where}: {record.Address} declares another record set now. Read the repository again.");
        if (target.Resource.InForEach)
            return new EditRefusal(EditRefusalCode.ComputedValue, $"{where}: {record.Address} is made by Fn::ForEach, which yields several resources. Take the value out of the loop's collection by hand.");
        if (target.Run.Elements.Length == 1)
        {
            return new EditRefusal(EditRefusalCode.LastResource, target.Item
                ? $"{where}: {record.Address} is the only record set of its group. Remove the group {target.Resource.LogicalId} by hand."
                : $"{where}: {record.Address} is the only resource of the template, and a template needs one. Delete the stack instead.");
        }

        var anchors = DocumentAnchors.DefinedIn(target.Node).ToHashSet(StringComparer.Ordinal);
        if (DocumentAnchors.Aliases(template.Root, target.Node).FirstOrDefault(a => anchors.Contains(a.Name)) is { } alias)
            return new EditRefusal(EditRefusalCode.UnsupportedSyntax, $"{Where(template, alias)}: the alias *{alias.Name} takes a value from {record.Address}. Write the value out there first.");
        var references = target.Item ? [] : TemplateReferences.To(template, record.Address, target.Node);
        return references.IsEmpty ? null : new EditRefusal(EditRefusalCode.ReferencedElsewhere, $"{record.Address} is used at {Listed(references)}. Remove those references first.");
    }

    static SourceEdit Cut(CloudFormationTemplate template, RemovalTarget target, DeclaredRecord record)
    {
        var address = record.Address;
        var where = Where(template, target.Node);
        if (template.Text.HasUnusualBreaks)
            return new EditRefusal(EditRefusalCode.UnsupportedSyntax, $"{template.Path} has line breaks other than LF and CRLF. Convert them first.");
        var candidates = (target.Run.IsFlow ? FlowSplice.Candidates(template.Text, target.Run) : BlockSplice.Candidates(template.Text, target.Run)).ToArray();
        if (candidates.Length == 0)
            return new EditRefusal(EditRefusalCode.UnsupportedSyntax, $"{where}: the layout around {address} is not one that can be edited without reformatting it. Remove it by hand.");
        foreach (var span in candidates)
        {
            var edit = new TextEdit(span, "");
            if (RemovalProof.Prove(template, target, record, edit) is { } proof)
                return new ProvenEdit([new FileEdit(template.Path, [edit])], proof, RemovalRisks.Of(template, target));
        }

        return new EditRefusal(EditRefusalCode.ProofFailed, $"{where}: reading the template again after removing {address} showed another difference than that. Remove it by hand.");
    }

    /// <summary>An index in a group says little: after another removal it names another record set.</summary>
    internal static bool SameDeclaration(DeclaredRecord now, DeclaredRecord then, bool item) =>
        now.ZoneName == then.ZoneName && now.ZoneId == then.ZoneId && now.PrivateZone == then.PrivateZone
        && now.Name == then.Name && now.Type == then.Type && now.SetIdentifier == then.SetIdentifier
        && now.Targets.SequenceEqual(then.Targets) && now.Unknown.SetEquals(then.Unknown)
        && (!item || now.Unknown.IsEmpty || now.Location == then.Location);

    static string Listed(ImmutableArray<string> places) =>
        string.Join(", ", places.Take(ShownReferences)) + (places.Length > ShownReferences ? $" and {places.Length - ShownReferences} more places" : "");

    static string Where(CloudFormationTemplate template, DocumentNode node) => $"{template.Path}:{template.Text.LineOf(node.Span.Start) + 1}";
}
