using Fixer.Hcl;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Reads a template again after a cut and establishes that exactly the target is gone.</summary>
static class RemovalProof
{
    /// <summary>The proof, or null if the result says more or less than intended.</summary>
    public static EditProof? Prove(CloudFormationTemplate before, RemovalTarget target, DeclaredRecord record, TextEdit edit)
    {
        var address = record.Address;
        var source = before.Text.Bytes.Span;
        var result = TextEdits.Apply(source, [edit]);
        var untouched = edit.NewText.Length == 0
            && result.AsSpan(0, edit.Span.Start).SequenceEqual(source[..edit.Span.Start])
            && result.AsSpan(edit.Span.Start).SequenceEqual(source[edit.Span.End..]);
        if (!untouched || CloudFormationTemplate.Parse(before.Path, result).Template is not { } after)
            return null;
        if (!TreeComparison.SameExcept(before.Root, after.Root, new Dictionary<DocumentNode, IReadOnlySet<int>> { [target.Container] = new HashSet<int> { target.Run.First } }))
            return null;

        var dangling = target.Item ? [] : TemplateReferences.To(after, address, null);
        var (declarationsBefore, declarationsAfter) = (Declarations(before), Declarations(after));
        var repeats = RecordReading.Read(after).Records.Any(r => r.Address == address && CloudFormationRemoval.SameDeclaration(r, record, target.Item));
        return dangling.IsEmpty && !repeats && declarationsAfter == declarationsBefore - 1
            ? new EditProof(declarationsBefore, declarationsAfter, [address], [], [], untouched, dangling) { RepeatingChangesNothing = !repeats }
            : null;
    }

    /// <summary>Resources, and each record set of a group besides.</summary>
    static int Declarations(CloudFormationTemplate template) =>
        template.Resources.Length + template.Resources.Where(r => r.Type == RecordReading.RecordSetGroup).Sum(r => RecordReading.Items(r)?.Items.Length ?? 0);
}
