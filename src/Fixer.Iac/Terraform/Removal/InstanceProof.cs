using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Makes the edits, evaluates the result, and compares it with what was before.</summary>
static class InstanceProof
{
    public static InstanceRemovalResult Check(RootReading before, HashSet<string> asked, PlannedRemoval removal, IReadOnlyCollection<OtherDeployment> others)
    {
        var (edits, unsuitable) = Edits(before.Context, removal);
        if (unsuitable is not null)
            return new RefusedRemoval(unsuitable);
        var contents = ImmutableDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var edit in edits)
            contents[edit.Path] = TextEdits.Apply(before.Context.Files.Read(edit.Path)!.Value.Span, edit.Edits);
        var after = UntouchedModules.Read(before, before.Context.Modules.With(contents), removal);
        var (old, now) = (Values(before.Evaluation), Values(after.Evaluation));
        var proof = new EditProof(
            old.Count,
            now.Count,
            [.. old.Keys.Where(a => !now.ContainsKey(a)).Order(StringComparer.Ordinal)],
            [.. now.Keys.Where(a => !old.ContainsKey(a)).Order(StringComparer.Ordinal)],
            [.. old.Keys.Where(a => now.TryGetValue(a, out var value) && !IsSame(old[a], value)).Order(StringComparer.Ordinal)],
            edits.All(e => TextEdits.IsIdenticalOutside(before.Context.Files.Read(e.Path)!.Value.Span, e.Edits, contents[e.Path])),
            [.. References.Dangling(after, References.Targets(before, asked, removal).Concat(removal.Names)).Concat(Imports.Dangling(after, asked)).Distinct()])
        {
            RepeatingChangesNothing = !asked.Any(after.Candidates.ContainsKey),
        };
        if (after.Evaluation.Problems.FirstOrDefault(p => p.Code.StartsWith("HCL2", StringComparison.Ordinal)) is { } broken)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"Something else would break: {broken.Path}:{broken.Line}: {broken.Message} Remove that first."));
        if (Failure(proof, asked, before, after) is { } failure)
            return new RefusedRemoval(new(EditRefusalCode.ProofFailed, $"The edit would do more or less than it should: {failure}."));
        if (contents.Keys.FirstOrDefault(before.Context.Files.IsLink) is { } link)
            return new RefusedRemoval(new(EditRefusalCode.SharedByManyInstances, $"{link} is reached by a symbolic link: other modules may be made of the same file. Edit it by hand."));
        var (influenced, risks, outputs) = Influence.Compare(before, after, asked, removal);
        if (influenced is not null)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"Something else would change, or could: {influenced}. Remove that first."));
        if (DeferredReads.Of(before, asked, removal) is { } deferred)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"Something else would change, or could: {deferred}. Remove that dependency first."));
        if (FileArguments.Of(before, asked, contents.Keys.ToHashSet(StringComparer.Ordinal)) is { } argument)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"Something else would change, or could: {argument}. Separate that first."));
        if (OwnProviders.Of(before, asked, removal) is { } provider)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"{provider} configures a provider in a module whose call would go: Terraform could not destroy what is in the module any more. Configure the provider outside, and apply that first."));
        if (StateReads.Of(before.Context.Modules, outputs) is { } reader)
            return new RefusedRemoval(new(EditRefusalCode.ReferencedElsewhere, $"{reader}, and an output of {(before.Context.Folder.Length == 0 ? "this root module" : before.Context.Folder)} would change. Remove that first, if it is the same."));
        var elsewhere = Others(before, contents, removal);
        if (elsewhere.Changed(others) is { } there)
            return new RefusedRemoval(new(EditRefusalCode.SharedByManyInstances, $"Something else is made of the same source: {there}."));
        return Surroundings.Obstacle(before, removal) is { } obstacle
            ? new RefusedRemoval(obstacle)
            : new ProvenRemoval(edits, contents.ToImmutable(), proof with { OtherDeployments = elsewhere.Compared }, [.. asked.Order(StringComparer.Ordinal).SelectMany(a => Risks(before, a, removal)), .. risks, .. removal.Notes, .. References.Forgetting(before, References.Targets(before, asked, removal)), .. Surroundings.Risks(before, removal)]);
    }

    static OtherRoots Others(RootReading before, IReadOnlyDictionary<string, byte[]> contents, PlannedRemoval removal) => new(
        before,
        contents,
        removal.Nodes.Where(before.Context.IsData).Select(n => n.Text.Path).Where(p => !removal.OtherFiles.ContainsKey(p)).Distinct(),
        (old, now, removed) => Difference(old, now, removed) ?? Influence.Compare(old, now, removed, removal).Failure ?? DeferredReads.Of(old, removed.Where(old.Blocks.ContainsKey), removal));

    static (ImmutableArray<FileEdit> Edits, EditRefusal? Refusal) Edits(RootContext context, PlannedRemoval removal)
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        foreach (var file in removal.Edited.GroupBy(n => n.Text.Path, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            SyntaxNode[] nodes = [.. file];
            var (changes, refusal) = context.IsData(nodes[0]) && !removal.OtherFiles.ContainsKey(file.Key) ? DataEdits.Of(context.Files.Read(file.Key), nodes) : (Edits(context.Parsed.GetValueOrDefault(file.Key) ?? removal.OtherFiles[file.Key], nodes, removal), null);
            if (refusal is not null)
                return ([], refusal);
            edits.Add(new FileEdit(file.Key, changes));
        }

        return (edits.DrainToImmutable(), null);
    }

    static ImmutableArray<TextEdit> Edits(object file, SyntaxNode[] nodes, PlannedRemoval removal)
    {
        if (file is JsonFile json)
            return JsonEdits.Remove(Climb(json, nodes));
        var native = (HclFile)file;
        var counts = nodes.OfType<NumberLiteral>().Where(removal.Counts.ContainsKey).ToArray();
        var edits = HclEdits.RemoveAll(native, nodes.Except(counts).Cast<HclNode>());
        return [.. edits, .. counts.SelectMany(c => HclEdits.SetValue(native, c, removal.Counts[c]))];
    }

    /// <summary>Blocks are removed with the labels that have no other block: Terraform takes a type or a label without one for a mistake.</summary>
    static HashSet<JsonNode> Climb(JsonFile file, SyntaxNode[] nodes)
    {
        var removed = new HashSet<JsonNode>();
        var counts = new Dictionary<JsonContainer, int>();
        foreach (var node in nodes.Cast<JsonNode>())
        {
            for (var item = node; removed.Add(item) && item.Parent is JsonContainer { Parent: JsonMember label } container && IsLabel(file, label); item = label)
            {
                counts[container] = counts.GetValueOrDefault(container) + 1;
                if (counts[container] < (container is JsonObject members ? members.Members.Length : ((JsonArray)container).Elements.Length))
                    break;
            }
        }

        return removed;
    }

    /// <summary>Whether a member is the type of a block, or a label that has another one behind it.</summary>
    static bool IsLabel(JsonFile file, JsonMember member) => member.Parent == file.Root
        ? member.Name.Value is "resource" or "data" or "ephemeral" or "output" or "variable" or "module" or "provider" or "check"
        : member.Parent?.Parent is JsonMember { Name.Value: "resource" or "data" or "ephemeral" } type && type.Parent == file.Root;

    static string? Failure(EditProof proof, HashSet<string> asked, RootReading before, RootReading after)
    {
        if (!proof.UntouchedBytesIdentical)
            return "bytes outside the edits would change";
        if (after.Evaluation.Problems is [var problem, ..])
            return $"{problem.Path}:{problem.Line}: {problem.Message}";
        if (!asked.SetEquals(proof.Removed))
            return $"removed would be {string.Join(", ", proof.Removed)}";
        if (!proof.Added.IsEmpty || !proof.Changed.IsEmpty)
            return $"other instances would change: {string.Join(", ", proof.Added.Concat(proof.Changed))}";
        if (!proof.DanglingReferences.IsEmpty)
            return $"references would dangle in {string.Join(", ", proof.DanglingReferences)}";
        if (!proof.RepeatingChangesNothing)
            return "asked for again, it would remove something else";
        return IsAsIncomplete(before, after) ? null : "other blocks would not be known any more";
    }

    /// <summary>How two readings of a root module differ, besides instances that may be gone; null if they do not.</summary>
    public static string? Difference(RootReading before, RootReading after, IReadOnlySet<string> removed)
    {
        var (old, now) = (Values(before.Evaluation), Values(after.Evaluation));
        bool IsChanged(string address) => now.TryGetValue(address, out var value) ? !old.TryGetValue(address, out var earlier) || !IsSame(earlier, value) : !removed.Contains(address);
        if (old.Keys.Concat(now.Keys).Where(IsChanged).Min(StringComparer.Ordinal) is { } changed)
            return $"{changed} would change too";
        return IsAsIncomplete(before, after) ? null : "other blocks would not be known any more";
    }

    public static bool IsAsIncomplete(RootReading before, RootReading after) =>
        before.Evaluation.Incomplete.Select(i => (i.Address, i.Reason)).SequenceEqual(after.Evaluation.Incomplete.Select(i => (i.Address, i.Reason)));

    static Dictionary<string, HclValue> Values(RootEvaluation evaluation)
    {
        var values = new Dictionary<string, HclValue>(evaluation.Instances.Length, StringComparer.Ordinal);
        foreach (var instance in evaluation.Instances)
            values[instance.Address] = instance.Values;
        return values;
    }

    /// <summary>
    /// Whether two values show the same to Terraform: all that is known of them as JSON, and what is not known. That takes long to write down,
    /// and is made of nothing but keys, types and contents: where all of these are the same, it need not be.
    /// </summary>
    public static bool IsSame(HclValue old, HclValue now) => old.IsSame(now) || Text(old) == Text(now);

    static string Text(HclValue value)
    {
        var (known, unknown) = KnownValues.Of(HclValue.Object([new HclElement("", value, value.Origin)], Origin.Supplied));
        return $"{known.ToJsonString()} {string.Join(' ', unknown)}";
    }

    static IEnumerable<string> Risks(RootReading before, string address, PlannedRemoval removal)
    {
        var (module, block) = before.Blocks[address];
        var isBlockGone = removal.Nodes.Contains(block.Node) || ModulesAround(module).Any(removal.Nodes.Contains);
        if (block.Body.Blocks("lifecycle", 0).Any(l => l.Body.Argument("prevent_destroy")?.Value is not (null or BooleanLiteral { Value: false } or NullLiteral)))
            yield return $"{address} has prevent_destroy: {(isBlockGone ? "it goes with the block, so nothing stops the apply any more" : "Terraform will refuse to destroy it")}.";
        if (block.Body.Blocks("provisioner", 1).Any(p => p.Body.Argument("when") is not null))
            yield return $"{address} has a destroy-time provisioner: {(isBlockGone ? "once its block is gone, Terraform destroys it without running that" : "the apply runs it")}.";
    }

    static IEnumerable<SyntaxNode> ModulesAround(ModuleInstance module)
    {
        for (var place = module.Caller; place is not null; place = place.Caller.Caller)
            yield return place.Block.Node;
    }
}
