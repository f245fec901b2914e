using System.Collections.Immutable;

namespace Fixer.Hcl.Values;

/// <summary>What makes a value, or puts an element into a collection.</summary>
public enum OriginKind
{
    /// <summary>A piece of source yields it unchanged: <see cref="Origin.Alone"/> has at least one node.</summary>
    Literal,

    /// <summary>An operation computed it from its inputs.</summary>
    Computed,

    /// <summary>Several pieces of source yield it together, and none does alone.</summary>
    Several,

    /// <summary>The caller supplied it; no source is known.</summary>
    Supplied,
}

/// <summary>
/// Where a value came from. Immutable; refers to the origins it is made of instead of copying them, so making one takes constant time.
/// </summary>
public sealed class Origin
{
    readonly ImmutableArray<Origin> inputs;
    readonly ImmutableArray<HclValue> arguments;
    readonly SyntaxNode? operation;

    /// <summary>Of what is passed on, the origin where it was computed; null if it was not.</summary>
    readonly Origin? computed;

    Origin(OriginKind kind, ImmutableArray<SyntaxNode> alone, SyntaxNode? operation, ImmutableArray<Origin> inputs, ImmutableArray<HclValue>? arguments = null, Origin? chosen = null, object? supplier = null)
    {
        (Kind, Alone, this.operation, this.inputs, this.arguments, Supplier) = (kind, alone, operation is null ? null : InFile(operation), inputs, arguments ?? [], supplier);
        computed = chosen is not null ? chosen.computed : kind == OriginKind.Computed ? this : null;
    }

    /// <summary>The origin of what the caller supplied.</summary>
    public static Origin Supplied { get; } = new(OriginKind.Supplied, [], null, []);

    /// <summary>What kind of origin.</summary>
    public OriginKind Kind { get; }

    /// <summary>
    /// The nodes that yield it, the smallest first. For a value, the literal that it is. For an element of a collection, each node
    /// whose removal takes the element away; several where loops are nested. Of what is written in a template of a JSON string it is the string.
    /// </summary>
    public ImmutableArray<SyntaxNode> Alone { get; }

    /// <summary>The operation that computed the value, also if others have passed it on since; null if none did, or if the caller did not say.</summary>
    public SyntaxNode? Operation => computed?.operation;

    /// <summary>What <see cref="Operation"/> was applied to, as far as it has been said: the arguments of a call, or the values of a template's sequences, in order.</summary>
    public ImmutableArray<HclValue> Arguments => computed?.arguments ?? [];

    /// <summary>The origins that it was made from: what was chosen first, then why.</summary>
    public IEnumerable<Origin> Inputs => arguments.IsEmpty ? inputs : inputs.Concat(arguments.Select(a => a.Origin));

    /// <summary>The values that it was made from, as far as they have been said: what their elements are made of has part in it too.</summary>
    public ImmutableArray<HclValue> Values => arguments;

    /// <summary>
    /// What the caller said the value is, when it supplied it; null if it said nothing, or if the value was not passed on unchanged. It tells
    /// what an unknown value stands for: two unknown values with one supplier are the same value.
    /// </summary>
    public object? Supplier { get; }

    /// <summary>This origin, of a value that the caller supplies and knows by <paramref name="supplier"/>; null for a part of such a value.</summary>
    public Origin By(object? supplier) => ReferenceEquals(supplier, Supplier) ? this : new(Kind, Alone, operation, inputs, arguments, supplier: supplier);

    /// <summary>A value, or an element, that <paramref name="node"/> is the source of.</summary>
    public static Origin Of(SyntaxNode node) => new(OriginKind.Literal, [InFile(node)], null, []);

    /// <summary>A value that <paramref name="operation"/> computes from <paramref name="inputs"/>.</summary>
    public static Origin Computed(SyntaxNode? operation, params ImmutableArray<Origin> inputs) =>
        new(OriginKind.Computed, [], operation, inputs);

    /// <summary>A value that <paramref name="operation"/> computes from <paramref name="arguments"/>, which are kept: see <see cref="Arguments"/>.</summary>
    public static Origin Applied(SyntaxNode operation, ImmutableArray<HclValue> arguments) =>
        new(OriginKind.Computed, [], operation, [], arguments);

    /// <summary>A value that <paramref name="operation"/> passes on unchanged because of <paramref name="reasons"/>: a branch of a conditional because of its condition, an element because of its key.</summary>
    public static Origin Selected(SyntaxNode? operation, Origin chosen, params ImmutableArray<Origin> reasons) =>
        new(chosen.Kind, chosen.Alone, operation, [chosen, .. reasons], chosen: chosen, supplier: chosen.Supplier);

    /// <summary>This origin, of a value that is unknown as a whole because of something in <paramref name="elements"/>.</summary>
    public Origin Holding(ImmutableArray<HclElement> elements) =>
        new(Kind, Alone, operation, [this, .. elements.Select(e => e.YieldedBy)], [.. elements.Select(e => e.Value)], chosen: this);

    /// <summary>Something to which both <paramref name="inputs"/> are needed, as an element of <c>zipmap</c> needs key and value: removing any of them takes it away, and other elements perhaps too.</summary>
    public static Origin Joint(params ImmutableArray<Origin> inputs)
    {
        var alone = inputs.SelectMany(i => i.Alone).Distinct().ToImmutableArray();
        return new(alone.IsEmpty ? OriginKind.Computed : OriginKind.Literal, alone, null, inputs);
    }

    /// <summary>Something that each of two origins yields, as when <c>toset</c> drops a duplicate: only a node that is in both takes it away.</summary>
    public static Origin Either(Origin first, Origin second)
    {
        if (ReferenceEquals(first, second))
            return first;
        var alone = first.Alone.Where(second.Alone.Contains).ToImmutableArray();
        return new(alone.IsEmpty ? OriginKind.Several : OriginKind.Literal, alone, null, [first, second]);
    }

    /// <summary>The origin of an element made by an inner loop, of which <paramref name="outer"/> is the origin of the outer loop's element.</summary>
    public Origin Within(Origin outer) => outer.Alone.IsEmpty ? this : Joint(this, outer);

    /// <summary>The answer to "which source yields this?", or why none does alone.</summary>
    public override string ToString() => Kind switch
    {
        OriginKind.Literal => Places(Alone),
        OriginKind.Several => $"several, none of which alone: {Places(Contributors())}",
        OriginKind.Computed => $"computed from {Places(Contributors())}",
        _ => "supplied by the caller",
    };

    static SyntaxNode InFile(SyntaxNode node) => node.Text.Container ?? node;

    static string Places(IEnumerable<SyntaxNode> nodes) => string.Join(", ", nodes.OrderBy(n => n.Text.Path, StringComparer.Ordinal).ThenBy(n => n.Span.Start).Select(n => $"{n.Text.Path}:{n.Text.PositionOf(n.Span.Start)}"));

    /// <summary>Every node that has part in it, each once: literals and operations, in no particular order. Takes time linear in their number.</summary>
    public IEnumerable<SyntaxNode> Contributors()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Origin>([this]);
        while (open.TryPop(out var origin))
        {
            if (!seen.Add(origin))
                continue;
            foreach (var node in origin.operation is null ? origin.Alone : origin.Alone.Add(origin.operation))
            {
                if (seen.Add(node))
                    yield return node;
            }

            foreach (var input in origin.Inputs)
                open.Push(input);
        }
    }
}
