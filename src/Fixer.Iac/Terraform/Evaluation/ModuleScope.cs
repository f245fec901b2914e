using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

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
                return module.Call(name) is { } call ? Output(traversal, call, rest, ref stepsTaken) : null;
            case "data" or "ephemeral" or "self" or "each" or "count":
                return RootContext.Unknown(traversal);
            default:
                return module.Source.Block("resource", traversal.Root, name) is { } block ? Attribute(traversal, block, rest, ref stepsTaken) : null;
        }
    }

    HclValue? Named(TraversalExpression traversal, string name) => (traversal.Root, name) switch
    {
        ("path", "module") => HclValue.String(Relative(module.Source.Folder), Origin.Of(traversal)),
        ("path", "root") => HclValue.String(".", Origin.Of(traversal)),
        ("path", "cwd") => HclValue.Unknown(HclType.String, Origin.Of(traversal)),
        ("terraform", "workspace") => HclValue.String(module.Root.Options.Workspace, Origin.Of(traversal)),
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

    static HclValue Output(TraversalExpression traversal, ModuleCalls call, ImmutableArray<TraversalStep> rest, ref int stepsTaken)
    {
        if (call.Reason is not null)
            return RootContext.Unknown(traversal);
        var index = call.IsRepeated ? 1 : 0;
        if (rest.Length > index && rest[index] is AttributeStep { Name: var output } && Instance(call, rest) is { } instance)
        {
            stepsTaken = index + 2;
            return instance.Output(output) ?? RootContext.Unknown(traversal);
        }

        stepsTaken = 1;
        var all = call.Instances.Select(i => new HclElement(i.At.Index as string, Outputs(i.Module, traversal), Origin.Of(i.Module.Caller!.Block.Node) is var block && i.At.YieldedBy.IsEmpty ? block : Origin.Of(i.At.YieldedBy[0])));
        if (!call.IsRepeated)
            return Outputs(call.Instances[0].Module, traversal);
        return call.Instances.Any(i => i.At.Index is int) ? HclValue.Tuple(all, Origin.Of(traversal)) : HclValue.Object(all, Origin.Of(traversal));
    }

    static ModuleInstance? Instance(ModuleCalls call, ImmutableArray<TraversalStep> rest)
    {
        if (!call.IsRepeated)
            return call.Instances[0].Module;
        var key = LiteralKey(rest[0]);
        return key is null ? null : call.Instances.FirstOrDefault(i => key.Equals(i.At.Index)).Module;
    }

    /// <summary>A string or an int; null if the step is no index that is written out.</summary>
    static object? LiteralKey(TraversalStep step) => (step as IndexStep)?.Key switch
    {
        StringLiteral text => text.Value,
        NumberLiteral number when HclNumber.Parse(number.Digits) is { } value && value.TryToInt32(out var index) => index,
        _ => null,
    };

    static HclValue Outputs(ModuleInstance instance, TraversalExpression traversal) => HclValue.Object(
        instance.Source.OfType("output").Select(b => new HclElement(b.Labels[0], instance.Output(b.Labels[0])!, Origin.Of(b.Node))),
        Origin.Of(traversal));

    /// <summary>
    /// An attribute of a resource is known where its configuration sets it, and then the plan shows the same. All others, and what is
    /// asked of several instances at once, are the provider's.
    /// </summary>
    HclValue Attribute(TraversalExpression traversal, ConfigurationBlock block, ImmutableArray<TraversalStep> rest, ref int stepsTaken)
    {
        var isRepeated = block.Body.Argument("count") is not null || block.Body.Argument("for_each") is not null;
        var index = isRepeated ? 1 : 0;
        if (rest.Length <= index || rest[index] is not AttributeStep { Name: var name } || block.Body.Argument(name) is not { } argument || ResourceValues.IsMeta(name))
            return RootContext.Unknown(traversal);
        var instances = module.InstancesOf(block).Instances;
        var key = isRepeated ? LiteralKey(rest[0]) : null;
        if (isRepeated && (key is null || !instances.Any(i => key.Equals(i.Index))))
            return RootContext.Unknown(traversal);
        var instance = isRepeated ? instances.First(i => key!.Equals(i.Index)) : BlockInstance.Only;
        var value = module.Once($"{traversal.Root}.{block.Labels[1]}{instance.Suffix}.{name}", argument.Node, () => module.Argument(argument, instance));
        if (value.IsNull)
            return RootContext.Unknown(traversal);
        stepsTaken = index + 2;
        return value;
    }
}
