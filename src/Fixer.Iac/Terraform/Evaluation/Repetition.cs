using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>One instance of a block.</summary>
/// <param name="Index">A string, an int, or null for the only instance of a block that has neither <c>count</c> nor <c>for_each</c>.</param>
/// <param name="Key">What <c>each.key</c> or <c>count.index</c> is; null where there is neither.</param>
/// <param name="Value">What <c>each.value</c> is; null where there is none.</param>
/// <param name="YieldedBy">The source whose removal takes the instance away, the smallest first; empty if the block alone does, or no source alone.</param>
readonly record struct BlockInstance(object? Index, HclValue? Key, HclValue? Value, ImmutableArray<SyntaxNode> YieldedBy)
{
    public static BlockInstance Only { get; } = new(null, null, null, []);

    /// <summary>The index as Terraform writes it in an address.</summary>
    public string Suffix { get; } = InstanceKeyText.Of(Index);
}

/// <summary>The instances of a block, or why they cannot be told.</summary>
/// <param name="Instances">The instances, in the order of their keys.</param>
/// <param name="Reason">Why they are not known; null if they are.</param>
sealed record Repetition(ImmutableArray<BlockInstance> Instances, string? Reason)
{
    /// <summary>Far more than Terraform could handle; keeps a count of a billion out of the memory.</summary>
    const int MaxCount = 1_000_000;

    public static Repetition Once { get; } = new([BlockInstance.Only], null);

    public static Repetition Unknown(string reason) => new([], reason);

    public static Repetition OfCount(HclValue count)
    {
        if (count.IsNull)
            return Unknown("count is null");
        if (HclConversion.Convert(count, HclType.Number, out var error) is not { } number)
            return Unknown($"count: {error}");
        if (number.IsUnknown)
            return Unknown("count is not known before the provider is asked");
        if (!number.AsNumber().TryToInt32(out var times) || times is < 0 or > MaxCount)
            return Unknown($"count is {number.AsNumber()}");
        return new([.. Enumerable.Range(0, times).Select(i => new BlockInstance(i, HclValue.Number(HclNumber.From(i), Origin.Supplied), null, []))], null);
    }

    public static Repetition OfEach(HclValue each)
    {
        if (each.IsNull)
            return Unknown("for_each is null");
        if (each.IsUnknown)
            return Unknown("for_each is not known before the provider is asked");
        if (each.Type is SetType { Element: var element })
        {
            return element == HclType.String && each.Elements.All(e => !e.Value.IsNull)
                ? new([.. each.Elements.Select(e => new BlockInstance(e.Value.AsString(), e.Value, e.Value, e.YieldedBy.Alone))], null)
                : each.Elements.IsEmpty ? new([], null) : Unknown("for_each is a set of something else than strings");
        }

        return each.Type.IsKeyed
            ? new([.. each.Elements.Select(e => new BlockInstance(e.Key, e.KeyValue(), e.Value, e.YieldedBy.Alone))], null)
            : Unknown($"for_each is neither a map nor a set of strings, but a {each.Type}");
    }
}
