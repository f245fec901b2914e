using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>One fix, as data: written to a plan, approved, journalled, then executed exactly as it stands.</summary>
/// <param name="Id">Unique; made from the finding's fingerprint and the number of the attempt.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">What is fixed.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PullRequestChange), "pullRequest")]
[JsonDerivedType(typeof(ApiChange), "api")]
[JsonDerivedType(typeof(Handoff), "handoff")]
public abstract record Change(string Id, string Fingerprint, string Playbook, ResourceId Resource)
{
    /// <summary>The id of the <paramref name="attempt"/>th attempt (from 1) at a finding.</summary>
    public static string IdOf(string fingerprint, int attempt) => $"{fingerprint}-{attempt}";
}

/// <summary>A pull request in the repository that owns the resource.</summary>
/// <param name="Id">Change id.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">What is fixed.</param>
/// <param name="Repository">Repository, <c>owner/name</c>.</param>
/// <param name="BaseCommit">The commit the edits were proven on; another head is another change.</param>
/// <param name="Edits">The edits, by file.</param>
/// <param name="Text">What the pull request says.</param>
public sealed record PullRequestChange(
    string Id,
    string Fingerprint,
    string Playbook,
    ResourceId Resource,
    string Repository,
    string BaseCommit,
    ImmutableArray<FileEdit> Edits,
    PullRequestText Text) : Change(Id, Fingerprint, Playbook, Resource)
{
    /// <summary>The one branch of this finding.</summary>
    [JsonIgnore]
    public string Branch => $"fixer/{Playbook}/{Fingerprint}";
}

/// <summary>Steps through the AWS API.</summary>
/// <param name="Id">Change id.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">What is fixed.</param>
/// <param name="Steps">In order; each is idempotent.</param>
public sealed record ApiChange(string Id, string Fingerprint, string Playbook, ResourceId Resource, ImmutableArray<ApiStep> Steps)
    : Change(Id, Fingerprint, Playbook, Resource);

/// <summary>A message to people: code owns the resource, and cannot be edited safely.</summary>
/// <param name="Id">Change id.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="Resource">What is wrong.</param>
/// <param name="Title">One line.</param>
/// <param name="Owner">Who owns it, as far as is known.</param>
/// <param name="Reason">Why Fixer does not do it itself.</param>
/// <param name="Request">What they are asked to do.</param>
public sealed record Handoff(
    string Id,
    string Fingerprint,
    string Playbook,
    ResourceId Resource,
    string Title,
    string Owner,
    string Reason,
    string Request) : Change(Id, Fingerprint, Playbook, Resource);
