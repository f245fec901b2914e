using System.Collections.Immutable;
using System.Globalization;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Whether a removal reaches anything that stays. Known values are compared. Of a value that only the provider can tell, what it is made
/// from is compared: every reference in the expression, and the source of all that has part in it.
/// </summary>
sealed class Influence
{
    readonly RootReading before;
    readonly PlannedRemoval removal;
    readonly IReadOnlySet<string> asked;
    readonly ILookup<string, (TextSpan Span, bool IsLeftover)> gone;
    readonly Dictionary<(ModuleInstance, ConfigurationBlock), string> keys = [];

    Influence(RootReading before, IReadOnlySet<string> asked, PlannedRemoval removal)
    {
        (this.before, this.asked, this.removal) = (before, asked, removal);
        gone = removal.Nodes.Concat(removal.Counts.Keys).ToLookup(n => n.Text.Path, n => (n.Span, removal.Leftovers.Contains(n)), StringComparer.Ordinal);
    }

    /// <summary>What may change besides, or null; and what a reviewer must know.</summary>
    /// <param name="before">The root module before; it need not be the one that the removal was planned for.</param>
    /// <param name="after">The same root module afterwards.</param>
    /// <param name="asked">The instances that go.</param>
    /// <param name="removal">What is removed.</param>
    public static (string? Failure, ImmutableArray<string> Risks) Compare(RootReading before, RootReading after, IReadOnlySet<string> asked, PlannedRemoval removal)
    {
        var influence = new Influence(before, asked, removal);
        var now = new Dictionary<(string, string), Sight>();
        var untouched = new UntouchedModules(before, after, influence.MayReach).Addresses();
        foreach (var dependent in new Dependents(after).All(asked, untouched))
            now[dependent.Id] = influence.See(dependent);
        var modules = after.Modules.Select(m => m.Address).ToHashSet(StringComparer.Ordinal);
        var risks = new List<string>();
        foreach (var dependent in new Dependents(before).All(asked, untouched).Where(d => modules.Contains(d.Module.Address) && !influence.IsGone(d.Expression)))
        {
            var reach = influence.ReachOf(dependent, !influence.See(dependent).IsSame(now.GetValueOrDefault(dependent.Id, Sight.Nothing)));
            if (reach is Reach.Nothing)
                continue;
            var where = $"{dependent.Name} in {SourceLocation.Of(dependent.Expression)}";
            if (dependent.Use == Use.Shows)
                risks.Add($"{where} changes.");
            else if (reach is Reach.Leftover)
                risks.Add($"{where} loses what it refers to there.");
            else
                return ($"{where} depends on it", []);
        }

        var known = before.Context.Problems.Select(p => (p.Path, p.Code, p.Message)).ToHashSet();
        var added = after.Context.Problems.FirstOrDefault(p => !known.Contains((p.Path, p.Code, p.Message)));
        return (added is null ? null : $"{added.Path}:{added.Line}: {added.Message}", [.. risks.Distinct()]);
    }

    enum Reach
    {
        Nothing,
        Leftover,
        Everything,
    }

    /// <summary>What Terraform sees of an expression.</summary>
    /// <param name="Values">Its value; where that is not wholly known, those of its references as well. None if it is only passed on.</param>
    /// <param name="Instances">Which instances the references are to; of what is only passed on, those that are missing.</param>
    readonly record struct Sight(ImmutableArray<HclValue> Values, string Instances)
    {
        public static Sight Nothing { get; } = new([], "");

        public bool IsSame(Sight other) =>
            Instances == other.Instances && Values.Length == other.Values.Length && Values.Zip(other.Values).All(v => InstanceProof.IsSame(v.First, v.Second));
    }

    Sight See(Dependent dependent)
    {
        var value = dependent.Module.Root.Evaluate(dependent.Expression, dependent.Scope);
        if (dependent.Use == Use.PassesOn)
            return new([], string.Concat(dependent.References.Select(r => InstanceOf(dependent, r) is { IsThere: false } missing ? missing.Index : "")));
        return value.IsWhollyKnown
            ? new([value], "")
            : new([value, .. dependent.References.Select(r => dependent.Module.Root.Peek(r, dependent.Scope))], string.Join('\n', dependent.References.Select(r => Instances(dependent, r))));
    }

    /// <summary>The instance of a repeated block that a reference is to, and whether there is one; null if that cannot be told.</summary>
    static (string Index, bool IsThere)? InstanceOf(Dependent dependent, TraversalExpression reference)
    {
        var (block, rest) = Block(dependent.Module.Source, reference);
        return block is not null && IsRepeated(block) && rest is [IndexStep { Key: var key }, ..] && Index(dependent.Module.Root.Peek(key, dependent.Scope)) is { } index
            ? (index, dependent.Module.InstancesOf(block).Instances.Any(i => Convert.ToString(i.Index, CultureInfo.InvariantCulture) == index))
            : null;
    }

    static bool IsRepeated(ConfigurationBlock block) => (block.Body.Argument("count") ?? block.Body.Argument("for_each")) is not null;

    /// <summary>Which instances of a repeated block a reference is to, as far as that can be told.</summary>
    string? Instances(Dependent dependent, TraversalExpression reference)
    {
        if (InstanceOf(dependent, reference) is { } one)
            return $"{one.Index} {one.IsThere}";
        if (Block(dependent.Module.Source, reference).Block is not { } block || !IsRepeated(block))
            return null;
        if (!keys.TryGetValue((dependent.Module, block), out var all))
            keys[(dependent.Module, block)] = all = string.Join(' ', dependent.Module.InstancesOf(block).Instances.Select(i => i.Suffix));
        return all;
    }

    static string? Index(HclValue key) =>
        !key.IsUnknown && !key.IsNull && HclConversion.Convert(key, HclType.String, out _) is { IsUnknown: false, IsNull: false } text ? text.AsString() : null;

    static (ConfigurationBlock? Block, ImmutableArray<TraversalStep> Steps) Block(ModuleSource source, TraversalExpression reference) => (reference.Root, reference.Steps) switch
    {
        ("data" or "ephemeral", [AttributeStep type, AttributeStep name, .. var rest]) => (source.Block(reference.Root, type.Name, name.Name), rest),
        (_, [AttributeStep name, .. var rest]) => (source.Block("resource", reference.Root, name.Name), rest),
        _ => (null, []),
    };

    bool IsGone(SyntaxNode expression) => IsOfFile(expression) && gone[expression.Text.Path].Any(g => g.Span.Contains(expression.Span));

    Reach ReachOf(Dependent dependent, bool isChanged)
    {
        // A list that loses a reference to what goes is meant to change.
        var own = Overlap(dependent.Expression);
        if (isChanged)
            return own is Reach.Leftover ? own : Reach.Everything;
        if (dependent.Use == Use.PassesOn)
            return Reach.Nothing;
        var value = before.Context.Peek(dependent.Expression, dependent.Scope);
        if (value.IsWhollyKnown)
            return Reach.Nothing;
        var reach = Reach.Nothing;
        foreach (var node in Contributors(value))
        {
            var found = node is TraversalExpression reference && !dependent.References.Contains(reference) && IsShort(reference) ? Reach.Everything : Overlap(node);
            reach = found > reach ? found : reach;
        }

        return reach;
    }

    /// <summary>Whether a value is made from anything that goes, or that has fewer instances afterwards.</summary>
    bool MayReach(HclValue value) => Contributors(value).Any(n => (n is TraversalExpression reference && IsShort(reference)) || Overlap(n) != Reach.Nothing);

    static IEnumerable<SyntaxNode> Contributors(HclValue value) => Origins(value).SelectMany(o => o.Contributors()).Distinct<SyntaxNode>(ReferenceEqualityComparer.Instance);

    static IEnumerable<Origin> Origins(HclValue value)
    {
        var open = new Stack<HclValue>([value]);
        while (open.TryPop(out var next))
        {
            yield return next.Origin;
            foreach (var element in next.IsUnknown || next.IsNull || !(next.Type.IsKeyed || next.Type.IsSequence) ? [] : next.Elements)
            {
                yield return element.YieldedBy;
                open.Push(element.Value);
            }
        }
    }

    Reach Overlap(SyntaxNode node)
    {
        var reach = Reach.Nothing;
        if (!gone.Contains(node.Text.Path))
            return reach;
        var span = node.Span;
        foreach (var (_, isLeftover) in gone[node.Text.Path].Where(g => (span.Contains(g.Span) || g.Span.Contains(span)) && IsOfFile(node)))
            reach = isLeftover && reach != Reach.Everything ? Reach.Leftover : Reach.Everything;
        return reach;
    }

    /// <summary>Whether a node's span is one of its file, not of a template in JSON or in a file of its own.</summary>
    bool IsOfFile(SyntaxNode node) => before.Context.Parsed.GetValueOrDefault(node.Text.Path) switch
    {
        HclFile native => native.Text == node.Text,
        Hcl.Json.JsonFile json => json.Text == node.Text,
        _ => before.Context.IsData(node),
    };

    /// <summary>Whether a reference elsewhere, which the value is made from, is to all instances of a block that has fewer afterwards.</summary>
    bool IsShort(TraversalExpression reference)
    {
        var folder = SourceTree.FolderOf(reference.Text.Path);
        var (block, rest) = before.Context.Sources.FirstOrDefault(s => s.Folder == folder) is { } source ? Block(source, reference) : default;
        return block is not null && rest is not [IndexStep { Key: StringLiteral or NumberLiteral }, ..] && asked.Any(a => before.Blocks.TryGetValue(a, out var at) && at.Block == block);
    }
}
