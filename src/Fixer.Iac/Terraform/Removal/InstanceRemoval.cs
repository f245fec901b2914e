using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Removes instances of resources from Terraform code, wherever the literal that yields them is.</summary>
public static class InstanceRemoval
{
    /// <summary>
    /// Removes exactly the instances at <paramref name="addresses"/>, with what refers to them in lists, <c>depends_on</c>, outputs,
    /// <c>import</c> and <c>moved</c> blocks, checks and tests, and the variables and locals that nothing else uses, and proves it by evaluating the result. Refuses, by name, whenever the result would be more or less than that.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">The root module's folder, or that of a Terragrunt unit.</param>
    /// <param name="addresses">Addresses as Terraform writes them, and as <see cref="TerraformRoot.Evaluate"/> lists them.</param>
    /// <param name="options">What Terraform is told besides.</param>
    /// <param name="others">What else is known to be deployed of these files: nothing of it may change, unless it is asked for there. What the repository shows of it is found besides.</param>
    /// <exception cref="ArgumentException">There are no addresses.</exception>
    public static InstanceRemovalResult Remove(ModuleFiles files, string folder, IReadOnlyCollection<string> addresses, RootOptions? options = null, IReadOnlyCollection<OtherDeployment>? others = null)
    {
        if (addresses.Count == 0)
            throw new ArgumentException("There is nothing to remove.", nameof(addresses));
        return Remove(TerraformRoot.Read(files, folder, options), addresses, others);
    }

    /// <summary>The same, of a root module that was read already.</summary>
    internal static InstanceRemovalResult Remove(RootReading before, IReadOnlyCollection<string> addresses, IReadOnlyCollection<OtherDeployment>? others = null)
    {
        if (before.Evaluation.Problems is [var problem, ..])
            return Refuse(EditRefusalCode.SourceUnreadable, $"{problem.Path}:{problem.Line}: {problem.Message} ({problem.Code}). Correct it first: what is broken may declare or use the resource.");
        var asked = addresses.ToHashSet(StringComparer.Ordinal);
        if (asked.FirstOrDefault(a => !before.Candidates.ContainsKey(a)) is { } missing)
            return new RefusedRemoval(NotDeclared(before, missing));
        var (removal, refusal) = RemovalTargets.Choose(before, asked);
        if (refusal is not null)
            return new RefusedRemoval(refusal);
        if (References.Settle(before, asked, removal!) is { } blocked)
            return new RefusedRemoval(blocked);
        Leftovers.Add(before, removal!);
        return InstanceProof.Check(before, asked, removal!, others ?? []);
    }

    /// <summary>Why there is no instance at an address.</summary>
    internal static EditRefusal NotDeclared(RootReading before, string address)
    {
        var incomplete = before.Evaluation.Incomplete.FirstOrDefault(i => address == i.Address || address.StartsWith(i.Address + "[", StringComparison.Ordinal) || address.StartsWith(i.Address + ".", StringComparison.Ordinal));
        return incomplete is null
            ? new(EditRefusalCode.DeclarationNotFound, $"{address} is not declared in {(before.Context.Folder.Length == 0 ? "this folder" : before.Context.Folder)}.")
            : new(EditRefusalCode.ComputedValue, $"Whether {address} is declared cannot be told: {incomplete.Reason} ({incomplete.Source}).");
    }

    static RefusedRemoval Refuse(EditRefusalCode code, string message) => new(new EditRefusal(code, message));
}

/// <summary>The outcome of a removal.</summary>
public abstract record InstanceRemovalResult;

/// <summary>A removal that was proven.</summary>
/// <param name="Edits">The edits, by file.</param>
/// <param name="Contents">The files as they are afterwards, by path.</param>
/// <param name="Proof">What was checked.</param>
/// <param name="Risks">What a reviewer must know, one sentence each.</param>
public sealed record ProvenRemoval(ImmutableArray<FileEdit> Edits, ImmutableDictionary<string, byte[]> Contents, EditProof Proof, ImmutableArray<string> Risks) : InstanceRemovalResult;

/// <summary>A removal that was refused.</summary>
/// <param name="Refusal">Why.</param>
public sealed record RefusedRemoval(EditRefusal Refusal) : InstanceRemovalResult;
