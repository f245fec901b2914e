using System.Collections.Immutable;
using Fixer.Changes;
using Fixer.Ownership;

namespace Fixer.Adapters.Templates;

/// <summary>What the template of a pull request's body is given, cut to size while it is still raw text.</summary>
/// <param name="MaxText">The most characters of one value.</param>
/// <param name="MaxItems">The most items of one list.</param>
internal sealed record PullRequestValues(int MaxText, int MaxItems)
{
    public Dictionary<string, object> Of(PullRequestChange change, string diff, int diffHidden)
    {
        var text = change.Text;
        return new Dictionary<string, object>
        {
            ["change"] = change.Id,
            ["fingerprint"] = change.Fingerprint,
            ["playbook"] = change.Playbook,
            ["problem"] = Cut(text.Problem),
            ["risk"] = Cut(text.Risk),
            ["severity"] = Cut(text.Severity.ToLowerInvariant()),
            ["facts"] = List(text.Facts),
            ["evidence"] = Chain(text.Evidence),
            ["address"] = Cut(text.Address),
            ["location"] = Cut(text.Location),
            ["diff"] = diff,
            ["diff_hidden"] = diffHidden,
            ["before"] = text.Proof.DeclarationsBefore,
            ["after"] = text.Proof.DeclarationsAfter,
            ["removed"] = List(text.Proof.Removed),
            ["added"] = List(text.Proof.Added),
            ["changed"] = List(text.Proof.Changed),
            ["untouched"] = text.Proof.UntouchedBytesIdentical,
            ["dangling"] = List(text.Proof.DanglingReferences),
            ["repeatable"] = text.Proof.RepeatingChangesNothing,
            ["others"] = List([.. text.Proof.OtherDeployments.Select(d => d.ToString())]),
            ["opinion"] = Cut(text.SecondOpinion?.ToString() ?? ""),
            ["plans"] = List([.. (text.TerraformPlans?.Compared ?? []).Select(p => p.Summary)]),
            ["next_apply"] = Cut(text.NextApply),
            ["notices"] = List(text.Notices),
        };
    }

    private string Cut(string text) => PlainText.Clip(text, MaxText);

    private List<string> List(ImmutableArray<string> items) =>
        [.. items.Take(MaxItems).Select(Cut), .. More(items.Length)];

    private List<Dictionary<string, object>> Chain(ImmutableArray<Evidence> chain) =>
    [
        .. chain.Take(MaxItems).Select(e => Link(Name(e.Kind), Cut(e.Statement), Cut(e.Where))),
        .. More(chain.Length).Select(m => Link("", m, "")),
    ];

    private IEnumerable<string> More(int count) => count > MaxItems ? [$"and {count - MaxItems} more"] : [];

    private static Dictionary<string, object> Link(string kind, string statement, string where) =>
        new() { ["kind"] = kind, ["statement"] = statement, ["where"] = where };

    private static string Name(EvidenceKind kind) => kind switch
    {
        EvidenceKind.CloudFormationStack => "CloudFormation",
        EvidenceKind.TerraformState => "Terraform state",
        EvidenceKind.Source => "Code",
        EvidenceKind.PossibleSource => "Possibly code",
        EvidenceKind.TrailActor => "CloudTrail",
        _ => "Could not be read",
    };
}
