using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Schema;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>The names in a module (Terraform documentation, "References to Named Values"). What only a provider knows is unknown.</summary>
sealed class ModuleScope(ModuleInstance module) : HclScope
{
    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = traversal.Steps.Length;
        if (traversal.Steps is not [AttributeStep { Name: var name }, .. var rest])
            return traversal.Steps.IsEmpty ? null : RootContext.Unknown(traversal);
        switch (traversal.Root)
        {
            case "var" or "local":
                stepsTaken = 1;
                return traversal.Root == "var" ? module.Variable(name) : module.Local(name);
            case "path" or "terraform":
                stepsTaken = 1;
                return Named(traversal, name);
            case "module":
                return module.Call(name) is { } call ? Output(traversal, name, call, rest, ref stepsTaken) : null;
            case "data" when rest is [AttributeStep { Name: var data }, ..] && module.Source.Block("data", name, data) is { } block:
                return Data(traversal, block, rest[1..], ref stepsTaken);
            case "data" or "ephemeral" or "self" or "each" or "count":
                return RootContext.Unknown(traversal);
            default:
                return module.Source.Block("resource", traversal.Root, name) is { } resource ? Attribute(traversal, resource, rest, ref stepsTaken) : null;
        }
    }

    /// <summary>What the provider answers about one instance: no piece of the source, not even its block, decides that alone.</summary>
    HclValue Answered(ConfigurationBlock block, BlockInstance instance, string? attribute, Origin? origin = null) =>
        HclValue.Unknown(HclType.Dynamic, (origin ?? Origin.Supplied).By(new ProviderAnswer(module, block, instance, attribute)));

    HclValue? Named(TraversalExpression traversal, string name) => (traversal.Root, name) switch
    {
        ("path", "module") => HclValue.String(Relative(module.Source.Folder), Origin.Of(traversal)),
        ("path", "root") => HclValue.String(".", Origin.Of(traversal)),
        ("path", "cwd") => HclValue.Unknown(HclType.String, Origin.Of(traversal)),
        ("terraform", "workspace") => module.Root.Options.Workspace is { } workspace ? HclValue.String(workspace, Origin.Of(traversal)) : HclValue.Unknown(HclType.String, Origin.Of(traversal)),
        _ => null,
    };

    /// <summary>A folder as seen from the root module's.</summary>
    string Relative(string folder)
    {
        string[] from = module.Root.Folder.Length == 0 ? [] : module.Root.Folder.Split('/');
        string[] to = folder.Length == 0 ? [] : folder.Split('/');
        var common = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        var path = string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
        return path.Length == 0 ? "." : path;
    }

    /// <summary>Of a repeated module, an object or tuple of what the traversal asks of each instance: all outputs, or the one that it names.</summary>
    HclValue Output(TraversalExpression traversal, string name, ModuleCalls call, ImmutableArray<TraversalStep> rest, ref int stepsTaken)
    {
        if (call.Reason is not null)
            return RootContext.Unknown(traversal);
        var output = (rest.ElementAtOrDefault(call.IsRepeated ? 1 : 0) as AttributeStep)?.Name;
        if (!call.IsRepeated && output is not null)
        {
            stepsTaken = 2;
            return call.Instances[0].Module.Output(output) ?? RootContext.Unknown(traversal);
        }

        stepsTaken = 1;
        if (!call.IsRepeated)
            return Outputs(call.Instances[0].Module, traversal);
        var block = module.Source.Block("module", name)!;
        return module.Once($"module.{name} {output}", block.Node, () => Collection(block, call.Instances.Select(i => (i.At, output is null ? Outputs(i.Module, traversal) : Only(output, i.Module.Output(output), traversal)))));
    }

    static HclValue Only(string name, HclValue? value, SyntaxNode node) => HclValue.Object([new(name, value ?? RootContext.Unknown(node), value?.Origin ?? Origin.Of(node))], Origin.Of(node));

    /// <summary>A value for each instance of a block that has <c>count</c> or <c>for_each</c>.</summary>
    static HclValue Collection(ConfigurationBlock block, IEnumerable<(BlockInstance At, HclValue Value)> instances)
    {
        var origin = Origin.Of(block.Node);
        var elements = instances.Select(i => new HclElement(i.At.Index as string, i.Value, i.At.YieldedBy.IsEmpty ? origin : Origin.Joint([.. i.At.YieldedBy.Select(Origin.Of)])));
        return block.Body.Argument("count") is not null ? HclValue.Tuple(elements, origin) : HclValue.Object(elements, origin);
    }

    static HclValue Outputs(ModuleInstance instance, TraversalExpression traversal) => HclValue.Object(
        instance.Source.OfType("output").Select(b => new HclElement(b.Labels[0], instance.Output(b.Labels[0])!, Origin.Of(b.Node))),
        Origin.Of(traversal));

    /// <summary>What a data source answers is not known, but how often it is asked is; and a policy document is made of its configuration.</summary>
    HclValue Data(TraversalExpression traversal, ConfigurationBlock block, ImmutableArray<TraversalStep> rest, ref int stepsTaken)
    {
        var repetition = module.InstancesOf(block);
        if (repetition.Reason is not null)
            return RootContext.Unknown(traversal);
        if (ReferenceEquals(repetition, Repetition.Once))
            return Data(traversal, block, BlockInstance.Only, (rest.FirstOrDefault() as AttributeStep)?.Name, Origin.Of(traversal));
        stepsTaken = 2;
        var name = (rest.ElementAtOrDefault(1) as AttributeStep)?.Name;
        return module.Once($"data.{block.Labels[0]}.{block.Labels[1]}[*].{name}", block.Node, () => Collection(block, repetition.Instances.Select(i =>
            (i, name is null ? Data(traversal, block, i, null, null) : Only(name, Data(traversal, block, i, name, null), block.Node)))));
    }

    HclValue Data(TraversalExpression traversal, ConfigurationBlock block, BlockInstance instance, string? name, Origin? origin) =>
        Answered(block, instance, name, block.Labels[0] == PolicyDocument ? Policy(traversal, block, instance, name) : origin);

    const string PolicyDocument = "aws_iam_policy_document";

    /// <summary>As <c>json</c> a policy document is made of what is in its block, and of nothing else.</summary>
    Origin Policy(TraversalExpression traversal, ConfigurationBlock block, BlockInstance instance, string? name)
    {
        var written = module.Once($"data.{PolicyDocument}.{block.Labels[1]}{instance.Suffix} block", block.Node, () => new ResourceValues(module.Root).Of(block, module.ScopeOf(instance)));
        var origin = Origin.Applied(block.Node, [written]);
        return name is "json" or "minified_json" ? origin : Origin.Computed(traversal, origin);
    }

    /// <summary>
    /// An attribute of a resource is known where its configuration sets it, and then the plan shows the same; all others are the provider's.
    /// Of a repeated resource, an object or tuple of what the traversal asks of each instance.
    /// </summary>
    HclValue Attribute(TraversalExpression traversal, ConfigurationBlock block, ImmutableArray<TraversalStep> rest, ref int stepsTaken)
    {
        var isRepeated = block.Body.Argument("count") is not null || block.Body.Argument("for_each") is not null;
        var name = (rest.ElementAtOrDefault(isRepeated ? 1 : 0) as AttributeStep)?.Name;
        var argument = name is null || ResourceValues.IsMeta(name) ? null : block.Body.Argument(name);
        if (!isRepeated)
        {
            stepsTaken = name is null ? 1 : 2;
            if (name is null)
                return Whole(block, BlockInstance.Only);
            return argument is null ? Answered(block, BlockInstance.Only, name, Origin.Of(traversal)) : Attribute(block, argument, BlockInstance.Only);
        }

        var repetition = module.InstancesOf(block);
        if (repetition.Reason is not null)
            return RootContext.Unknown(traversal);
        stepsTaken = 1;
        return module.Once($"{traversal.Root}.{block.Labels[1]}[*].{name}", block.Node, () => Collection(block, repetition.Instances.Select(i => (i, name switch
        {
            null => Whole(block, i),
            _ => Only(name, argument is null ? Answered(block, i, name) : Attribute(block, argument, i), block.Node),
        }))));
    }

    /// <summary>An instance as a value of its own; unknown if nobody can tell which attributes it has.</summary>
    HclValue Whole(ConfigurationBlock block, BlockInstance instance)
    {
        if (BlockSchema.Of(block.Labels[0]) is not { } schema)
            return Answered(block, instance, null);
        var origin = Origin.Of(block.Node);
        var attributes = schema.Attributes.Select(a => new HclElement(a.Name, block.Body.Argument(a.Name) is { } argument ? Attribute(block, argument, instance) : HclValue.Unknown(a.Type, Answered(block, instance, a.Name).Origin), origin));
        return HclValue.Object(attributes.Concat(schema.BlockTypes.Select(b => new HclElement(b, Answered(block, instance, b), origin))), origin);
    }

    HclValue Attribute(ConfigurationBlock block, ConfigurationArgument argument, BlockInstance instance)
    {
        var value = module.Once($"{block.Labels[0]}.{block.Labels[1]}{instance.Suffix}.{argument.Name}", argument.Node, () => module.Argument(argument, instance));
        return value.IsNull ? Answered(block, instance, argument.Name, Origin.Of(argument.Node)) : BlockSchema.Of(block.Labels[0])?.Convert(argument.Name, value) ?? value;
    }
}
