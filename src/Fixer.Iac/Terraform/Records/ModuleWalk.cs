using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Records;

/// <summary>
/// Goes through what a root module may declare without its being known whether it does: blocks whose count or keys are not known, and the
/// modules of this repository that are called so. It keeps Fixer from taking for hand-made what such a block may yield.
/// </summary>
static class ModuleWalk
{
    /// <summary>Blocks of a type whose instances are not known, each once, with the values that all instances have in common.</summary>
    public static IEnumerable<ResourceInstance> Unsure(RootReading reading, string type)
    {
        var values = new ResourceValues(reading.Context);
        foreach (var module in reading.Modules)
        {
            foreach (var block in module.Source.OfType("resource").Where(b => b.Labels[0] == type && module.InstancesOf(b).Reason is not null))
                yield return Instance(module, block, values);
            foreach (var inner in module.Source.OfType("module").SelectMany(call => Inside(module, call, [])))
            {
                foreach (var block in inner.Source.OfType("resource").Where(b => b.Labels[0] == type))
                    yield return Instance(inner, block, values);
            }
        }
    }

    static ResourceInstance Instance(ModuleInstance module, ConfigurationBlock block, ResourceValues values) => new(
        module.AddressOf($"{block.Labels[0]}.{block.Labels[1]}"),
        "managed",
        block.Labels[0],
        block.Labels[1],
        null,
        module.Address,
        values.Of(block, module.Scope),
        block.Node,
        null)
    {
        Place = new(module, block, BlockInstance.Only, null),
    };

    /// <summary>The module that a call makes nobody knows how many of, as if it made one, and those that it calls in turn.</summary>
    static IEnumerable<ModuleInstance> Inside(ModuleInstance caller, ConfigurationBlock call, HashSet<string> above)
    {
        if ((above.Count == 0 && caller.Call(call.Labels[0])!.Reason is null) || ModuleSource.Called(caller.Source, call) is not { } folder || caller.Root.Source(folder) is not { } source || !above.Add(folder))
            yield break;
        var inner = new ModuleInstance(caller.Root, source, new ModulePlace(caller, call, BlockInstance.Only), name => Input(caller, call, name));
        yield return inner;
        foreach (var deeper in source.OfType("module").SelectMany(c => Inside(inner, c, above)))
            yield return deeper;
    }

    /// <summary>What an argument is for all instances alike; unknown where it depends on the instance.</summary>
    static HclValue? Input(ModuleInstance caller, ConfigurationBlock call, string name) =>
        call.Body.Argument(name) is { } argument ? caller.Argument(argument, BlockInstance.Only) : null;
}
