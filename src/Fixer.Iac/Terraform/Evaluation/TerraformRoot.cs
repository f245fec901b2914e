using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>Evaluates a root module: every instance of every resource, in it and in the modules that it calls.</summary>
public static class TerraformRoot
{
    /// <summary>What the module in <paramref name="folder"/> declares. Never throws for what the files say.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">The root module's folder, or that of a Terragrunt unit.</param>
    /// <param name="options">What Terraform is told besides.</param>
    public static RootEvaluation Evaluate(ModuleFiles files, string folder, RootOptions? options = null) => Read(files, folder, options).Evaluation;

    /// <summary>The same of a folder that someone has named: where a Terragrunt unit is in it, that is meant.</summary>
    internal static RootReading Read(ModuleFiles files, string folder, RootOptions? options)
    {
        var modules = new ModuleSources(files);
        var deployment = RootDeployment.In(modules, folder, options ?? new RootOptions());
        return Read(modules, deployment.Folder, deployment.Options);
    }

    internal static RootReading Read(ModuleSources modules, string folder, RootOptions options, EarlierReading? earlier = null)
    {
        var context = new RootContext(modules, folder, options);
        var collection = new InstanceCollection(context, earlier);
        if (context.Source(folder) is not { } source)
            context.Report(new(folder, 1, 1, ModuleProblems.NoSuchModule, "There are no Terraform files here."));
        else
        {
            var inputs = InputValues.Read(context);
            collection.Add(new ModuleInstance(context, source, null, name => options.Unsure.Contains(name) ? HclValue.Unknown(HclType.Dynamic, Origin.Supplied) : inputs.GetValueOrDefault(name)));
        }

        var evaluation = new RootEvaluation(
            collection.Instances(),
            [.. collection.Incomplete],
            [.. context.Problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
        return new RootReading(context, evaluation, collection.Candidates(), collection.Blocks(), [.. collection.Modules], collection.Shares);
    }
}

/// <summary>What a root module declares, and what a removal needs to know besides.</summary>
/// <param name="Context">The files, parsed.</param>
/// <param name="Evaluation">What is declared.</param>
/// <param name="Candidates">For each instance, by address, the sources whose removal takes it away, the smallest first. Of what is taken over from an earlier reading there are none.</param>
/// <param name="Blocks">For each instance, by address, its block and the module it is in.</param>
/// <param name="Modules">The modules as they are called, the root module first.</param>
/// <param name="Shares">The share of each of them in all this, but for those that are taken over.</param>
sealed record RootReading(
    RootContext Context,
    RootEvaluation Evaluation,
    IReadOnlyDictionary<string, ImmutableArray<SyntaxNode>> Candidates,
    IReadOnlyDictionary<string, (ModuleInstance Module, ConfigurationBlock Block)> Blocks,
    ImmutableArray<ModuleInstance> Modules,
    IReadOnlyDictionary<ModuleInstance, ModuleShare> Shares);

/// <summary>Walks the modules, and then tells which source yields one instance only.</summary>
sealed class InstanceCollection(RootContext context, EarlierReading? earlier)
{
    readonly List<(ResourceInstance Instance, ImmutableArray<SyntaxNode> Candidates, ModuleInstance Module, ConfigurationBlock Block)> found = [];
    readonly Dictionary<SyntaxNode, int> yields = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<SyntaxNode> overridden = new(ReferenceEqualityComparer.Instance);
    readonly ResourceValues values = new(context);
    int made;

    /// <summary>More resources and modules than Terraform could handle; keeps modules that multiply out of the memory.</summary>
    const int MaxInstances = 250_000;

    public List<IncompleteBlock> Incomplete { get; } = [];

    public List<ModuleInstance> Modules { get; } = [];

    public Dictionary<ModuleInstance, ModuleShare> Shares { get; } = [];

    public ImmutableArray<ResourceInstance> Instances() =>
        [.. found.Select(f => f.Instance with { YieldedBy = f.Candidates.FirstOrDefault(c => yields[c] == 1 && !overridden.Contains(c)) })];

    public Dictionary<string, ImmutableArray<SyntaxNode>> Candidates() => found.ToDictionary(f => f.Instance.Address, f => f.Candidates, StringComparer.Ordinal);

    public Dictionary<string, (ModuleInstance Module, ConfigurationBlock Block)> Blocks() => found.ToDictionary(f => f.Instance.Address, f => (f.Module, f.Block), StringComparer.Ordinal);

    public void Add(ModuleInstance module)
    {
        var (modules, instances, incomplete) = (Modules.Count, found.Count, Incomplete.Count);
        Modules.Add(module);
        foreach (var block in module.Source.Blocks.Values)
        {
            if (block.Type is "resource" or "data")
                Add(module, block);
            else if (block.Type == "module")
                Call(module, block);
        }

        Shares[module] = new(modules..Modules.Count, instances..found.Count, incomplete..Incomplete.Count);
    }

    /// <summary>Takes over what an earlier reading has of a module, if it has the same.</summary>
    bool IsTaken(ModuleInstance module)
    {
        if (earlier?.Same(module) is not { } same || !earlier.Reading.Shares.TryGetValue(same, out var share))
            return false;
        var (reading, instances) = (earlier.Reading, earlier.Reading.Evaluation.Instances[share.Instances]);
        if (IsTooMany(instances.Length))
            return false;
        Modules.AddRange(reading.Modules[share.Modules]);
        Incomplete.AddRange(reading.Evaluation.Incomplete[share.Incomplete]);
        foreach (var instance in instances)
            found.Add((instance with { YieldedBy = null }, [], reading.Blocks[instance.Address].Module, reading.Blocks[instance.Address].Block));

        // What is in files is looked for in all of them, whether or not there is an instance of what they declare.
        foreach (var folder in RootModules.Reach(context.Modules, same.Source.Folder))
            context.Source(folder);
        return true;
    }

    void Call(ModuleInstance module, ConfigurationBlock block)
    {
        var calls = module.Call(block.Labels[0])!;
        if (calls.Reason is { } reason)
            Incomplete.Add(new(module.AddressOf($"module.{block.Labels[0]}"), reason, block.Location));
        else if (IsTooMany(calls.Instances.Length))
            Incomplete.Add(new(module.AddressOf($"module.{block.Labels[0]}"), TooMany, block.Location));
        else
        {
            foreach (var (_, instance) in calls.Instances.Where(i => !IsTaken(i.Module)))
                Add(instance);
        }
    }

    void Add(ModuleInstance module, ConfigurationBlock block)
    {
        var local = $"{(block.Type == "data" ? "data." : "")}{block.Labels[0]}.{block.Labels[1]}";
        var repetition = module.InstancesOf(block);
        if (repetition.Reason is { } reason)
            Incomplete.Add(new(module.AddressOf(local), reason, block.Location));
        if (IsTooMany(repetition.Instances.Length))
        {
            Incomplete.Add(new(module.AddressOf(local), TooMany, block.Location));
            return;
        }

        foreach (var instance in repetition.Instances)
        {
            var candidates = CandidatesOf(module, block, instance);
            foreach (var candidate in candidates)
                yields[candidate] = yields.GetValueOrDefault(candidate) + 1;
            var resource = new ResourceInstance(
                module.AddressOf(local + instance.Suffix),
                block.Type == "data" ? "data" : "managed",
                block.Labels[0],
                block.Labels[1],
                instance.Index,
                module.Address,
                values.Of(block, module.ScopeOf(instance)),
                block.Node,
                null)
            {
                Place = new(module, block, instance, null),
            };
            found.Add((resource, candidates, module, block));
        }
    }

    /// <summary>What may be removed, the smallest first: what the instance is repeated over, the block, and the same of each module around it.</summary>
    ImmutableArray<SyntaxNode> CandidatesOf(ModuleInstance module, ConfigurationBlock block, in BlockInstance instance)
    {
        var candidates = new List<SyntaxNode>();
        Add(block, instance);
        for (var place = module.Caller; place is not null; place = place.Caller.Caller)
            Add(place.Block, place.Instance);
        return [.. candidates.Where(context.IsRemovable).Distinct<SyntaxNode>(ReferenceEqualityComparer.Instance)];

        void Add(ConfigurationBlock of, in BlockInstance at)
        {
            candidates.AddRange(at.YieldedBy);
            candidates.Add(of.Node);
            if (of.IsOverridden)
                overridden.Add(of.Node);
        }
    }

    const string TooMany = "there are too many instances";

    /// <summary>Counts instances that are about to be made.</summary>
    bool IsTooMany(int more)
    {
        if (made + more > MaxInstances)
            return true;
        made += more;
        return false;
    }
}
