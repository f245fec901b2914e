using System.Collections.Immutable;
using Fixer.Findings;
using Fixer.Iac;

namespace Fixer.Ownership;

/// <summary>Who may change a resource.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Name">A repository, a stack or a person; empty when unknown.</param>
/// <param name="Source">Where the code is, when it was found.</param>
/// <param name="Chain">The evidence, strongest first. Never empty.</param>
/// <param name="Obstacle">Why the verdict does not allow a change by itself; null when it does.</param>
public sealed record Owner(OwnerKind Kind, string Name, OwningSource? Source, ImmutableArray<Evidence> Chain, Refusal? Obstacle = null);

/// <summary>Ownership verdicts.</summary>
public enum OwnerKind
{
    /// <summary>Terraform code.</summary>
    Terraform,

    /// <summary>A CloudFormation stack.</summary>
    CloudFormation,

    /// <summary>A person, by hand.</summary>
    Person,

    /// <summary>More than one owner.</summary>
    Conflict,

    /// <summary>Nobody can be named.</summary>
    Unknown,
}

/// <summary>The code that owns a resource.</summary>
/// <param name="Repository">Repository, <c>owner/name</c>.</param>
/// <param name="Commit">The commit it was read at.</param>
/// <param name="Declaration">The declaration.</param>
public sealed record OwningSource(string Repository, string Commit, DeclaredRecord Declaration);

/// <summary>A finding with its owner.</summary>
public sealed record OwnedFinding(Finding Finding, Owner Owner);
