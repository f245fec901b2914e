using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>An instance of a resource or data source, as configuration declares it.</summary>
/// <param name="Address">As Terraform writes it: <c>module.a["x"].aws_route53_record.this["www_CNAME"]</c>.</param>
/// <param name="Mode"><c>managed</c> or <c>data</c>.</param>
/// <param name="Type">Type of the resource.</param>
/// <param name="Name">Name of the block.</param>
/// <param name="Index">A string or an int; null for the only instance of a block.</param>
/// <param name="Module">Address of the module; empty for the root.</param>
/// <param name="Values">An object of what is set, nested blocks as tuples of objects; what only the provider knows is unknown.</param>
/// <param name="Source">The block.</param>
/// <param name="YieldedBy">The smallest source whose removal removes exactly this instance: an element of a list, an item of a map, a block. Null if there is none.</param>
public sealed record ResourceInstance(
    string Address,
    string Mode,
    string Type,
    string Name,
    object? Index,
    string Module,
    HclValue Values,
    SyntaxNode Source,
    SyntaxNode? YieldedBy)
{
    /// <summary>The block, in the module as it is called.</summary>
    internal ProviderAnswer? Place { get; init; }
}

/// <summary>A block whose instances cannot be told.</summary>
/// <param name="Address">Its address, without index.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where it stands.</param>
public sealed record IncompleteBlock(string Address, string Reason, SourceLocation Source);

/// <summary>What a root module declares.</summary>
/// <param name="Instances">The instances, by module and in the order of the source.</param>
/// <param name="Incomplete">What is not known, never guessed.</param>
/// <param name="Problems">What is broken.</param>
public sealed record RootEvaluation(ImmutableArray<ResourceInstance> Instances, ImmutableArray<IncompleteBlock> Incomplete, ImmutableArray<SourceProblem> Problems);
