using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac;

/// <summary>The outcome of asking for a change of source code: a <see cref="ProvenEdit"/> or an <see cref="EditRefusal"/>.</summary>
public abstract record SourceEdit;

/// <summary>Edits whose effect was proven by reading the result again.</summary>
/// <param name="Edits">The edits, by file; at least one.</param>
/// <param name="Proof">What was checked.</param>
/// <param name="Risks">What a reviewer must know, one sentence each (<c>prevent_destroy</c>, provisioners, …).</param>
public sealed record ProvenEdit(ImmutableArray<FileEdit> Edits, EditProof Proof, ImmutableArray<string> Risks) : SourceEdit;

/// <summary>Why the source cannot be edited safely.</summary>
/// <param name="Code">Stable name, from <see cref="EditRefusalCode"/>.</param>
/// <param name="Message">What stands in the way, where (path:line), and what to do.</param>
public sealed record EditRefusal(EditRefusalCode Code, string Message) : SourceEdit;

/// <summary>Names of the reasons not to edit.</summary>
public enum EditRefusalCode
{
    /// <summary>The declaration is not in the tree any more.</summary>
    DeclarationNotFound,

    /// <summary>The file has syntax errors, is not UTF-8, or is too large.</summary>
    SourceUnreadable,

    /// <summary>Other code refers to the declaration.</summary>
    ReferencedElsewhere,

    /// <summary>One block yields several instances (count, for_each, a module called more than once, a template of several stacks).</summary>
    SharedByManyInstances,

    /// <summary>The value that declares it is computed.</summary>
    ComputedValue,

    /// <summary>The style of the file is not one that can be edited without reformatting it.</summary>
    UnsupportedSyntax,

    /// <summary>Nothing would remain: a template needs at least one resource.</summary>
    LastResource,

    /// <summary>The proof showed more or less than the intended difference.</summary>
    ProofFailed,
}

/// <summary>Edits of one file.</summary>
/// <param name="Path">Path relative to the repository's root.</param>
/// <param name="Edits">Disjoint edits; offsets are bytes of the file before.</param>
public sealed record FileEdit(string Path, ImmutableArray<TextEdit> Edits);

/// <summary>What was established by reading the source before and after the edits.</summary>
/// <param name="DeclarationsBefore">Number of declarations (blocks, resources) before.</param>
/// <param name="DeclarationsAfter">Number after.</param>
/// <param name="Removed">Addresses that are gone.</param>
/// <param name="Added">Addresses that are new; empty in a proven removal.</param>
/// <param name="Changed">Addresses whose text differs; empty in a proven removal.</param>
/// <param name="UntouchedBytesIdentical">Whether every byte outside the edits is the same.</param>
/// <param name="DanglingReferences">References to what was removed, as path:line; empty in a proven removal.</param>
public sealed record EditProof(
    int DeclarationsBefore,
    int DeclarationsAfter,
    ImmutableArray<string> Removed,
    ImmutableArray<string> Added,
    ImmutableArray<string> Changed,
    bool UntouchedBytesIdentical,
    ImmutableArray<string> DanglingReferences)
{
    /// <summary>Whether the same removal, asked for again of the edited source, finds nothing to remove; true in a proven removal.</summary>
    public bool RepeatingChangesNothing { get; init; }

    /// <summary>Everything else that is deployed of the edited files, compared before and after; empty where nothing else is.</summary>
    public ImmutableArray<ComparedDeployment> OtherDeployments { get; init; } = [];
}

/// <summary>Another root module, workspace, file of values or unit of Terragrunt that was evaluated before and after the edit, without a difference but what is asked for.</summary>
/// <param name="Deployment">What it is, such as <c>dns in workspace staging</c>.</param>
/// <param name="Removed">Addresses that go from it too, because they are the very same record set there; everything else stays.</param>
public sealed record ComparedDeployment(string Deployment, ImmutableArray<string> Removed)
{
    /// <inheritdoc/>
    public override string ToString() => Removed.IsEmpty ? $"{Deployment}: nothing changes" : $"{Deployment}: only {string.Join(", ", Removed)} goes, the same record set";
}
