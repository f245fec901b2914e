using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// Data sources that wait, by a <c>depends_on</c> of their own or of a module around them, for a block that loses an instance and stays: Terraform
/// reads them only when it applies, and plans to change all that is made of them. What a name leads to is followed up to the next resource, as
/// Terraform does.
/// </summary>
sealed class DeferredReads
{
    readonly RootReading root;
    readonly PlannedRemoval removal;
    readonly HashSet<ConfigurationBlock> losing = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, ModuleSource> sources;
    readonly ILookup<string, (ModuleSource Caller, ConfigurationBlock Call)> calls;

    DeferredReads(RootReading root, IEnumerable<string> asked, PlannedRemoval removal)
    {
        (this.root, this.removal) = (root, removal);
        sources = root.Context.Sources.ToDictionary(s => s.Folder, StringComparer.Ordinal);
        calls = sources.Values.SelectMany(s => s.OfType("module").Select(c => (Caller: s, Call: c))).Where(c => ModuleSource.Called(c.Caller, c.Call) is not null).ToLookup(c => ModuleSource.Called(c.Caller, c.Call)!, StringComparer.Ordinal);
        foreach (var (module, block) in asked.Select(a => root.Blocks[a]).Where(b => b.Block.Type == "resource"))
        {
            if (!Around(module).Append(block).Any(b => removal.Nodes.Contains(b.Node)))
                losing.Add(block);
        }
    }

    /// <summary>The first of them, in words; null if there is none.</summary>
    public static string? Of(RootReading root, IEnumerable<string> asked, PlannedRemoval removal)
    {
        var reads = new DeferredReads(root, asked, removal);
        return reads.losing.Count == 0 ? null : reads.sources.Values.Select(reads.In).FirstOrDefault(r => r is not null);
    }

    string? In(ModuleSource source)
    {
        foreach (var block in source.OfType("data").Concat(source.OfType("module")).Where(b => b.Body.Argument("depends_on") is not null))
        {
            if (References(block.Body.Argument("depends_on")!.Value).FirstOrDefault(t => !removal.IsGone(t) && Leads(source, t)) is { } wait && Read(source, block) is { } read)
                return $"{string.Join('.', read.Labels.Prepend(read.Type))} in {read.Location} waits for {wait} ({SourceLocation.Of(wait)}), of which an instance is destroyed: it is read only by the apply, and what is made of it changes too";
        }

        return null;
    }

    /// <summary>A data source that waits where a block does: itself, or in the module that it calls. One that is not here may read anything.</summary>
    ConfigurationBlock? Read(ModuleSource source, ConfigurationBlock waiting) =>
        IsRead(source, waiting) ? waiting : Within(source, waiting).SelectMany(m => m.Blocks.Values.Where(b => IsRead(m, b))).FirstOrDefault();

    static bool IsRead(ModuleSource source, ConfigurationBlock block) => block.Type == "data" || (block.Type == "module" && ModuleSource.Called(source, block) is null);

    /// <summary>The modules that a call makes, with those in them.</summary>
    IEnumerable<ModuleSource> Within(ModuleSource source, ConfigurationBlock call) =>
        ModuleSource.Called(source, call) is { } folder ? RootModules.Reach(root.Context.Modules, folder).Select(f => sources.GetValueOrDefault(f)).OfType<ModuleSource>() : [];

    /// <summary>Whether a reference leads to a block that loses an instance.</summary>
    bool Leads(ModuleSource source, TraversalExpression reference)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(ModuleSource Source, TraversalExpression Reference)>([(source, reference)]);
        while (open.TryPop(out var next))
        {
            foreach (var (within, target) in Targets(next.Source, next.Reference).Where(t => seen.Add(t.Target)))
            {
                if (target is ConfigurationBlock block && losing.Contains(block))
                    return true;
                foreach (var traversal in target is SyntaxNode expression ? References(expression) : [])
                    open.Push((within, traversal));
            }
        }

        return false;
    }

    /// <summary>What a reference is to: a resource, or expressions that stand for it.</summary>
    IEnumerable<(ModuleSource In, object Target)> Targets(ModuleSource source, TraversalExpression reference)
    {
        if (reference.Steps is not [AttributeStep { Name: var name }, .. var rest])
            return [];
        switch (reference.Root)
        {
            case "local":
                return source.Locals.TryGetValue(name, out var local) ? [(source, local.Value)] : [];
            case "var":
                return calls[source.Folder].Where(c => c.Call.Body.Argument(name) is not null).Select(c => (c.Caller, (object)c.Call.Body.Argument(name)!.Value));
            case "module" when source.Block("module", name) is { } call:
                return Called(source, call, rest.OfType<AttributeStep>().FirstOrDefault()?.Name);
            default:
                return source.Block("resource", reference.Root, name) is { } block ? [(source, block)] : [];
        }
    }

    /// <summary>An output of a module; or all of it, with what it is given.</summary>
    IEnumerable<(ModuleSource In, object Target)> Called(ModuleSource source, ConfigurationBlock call, string? output)
    {
        if (output is not null && ModuleSource.Called(source, call) is { } folder && sources.TryGetValue(folder, out var called))
            return called.Block("output", output)?.Body.Argument("value") is { } value ? [(called, value.Value)] : [];
        return call.Body.Arguments.Select(a => (source, (object)a.Value)).Concat(Within(source, call).SelectMany(m => m.OfType("resource").Select(r => (m, (object)r))));
    }

    /// <summary>The traversals in an expression; in JSON, names of what something depends on are no templates.</summary>
    static IEnumerable<TraversalExpression> References(SyntaxNode expression) => expression is JsonNode json
        ? Removal.References.Strings(json).SelectMany(s => new[] { s.Template, s.Expression }).Where(f => f.Diagnostics.IsEmpty).SelectMany(f => f.Expression.DescendantsAndSelf()).OfType<TraversalExpression>()
        : Dependents.Nodes(expression).OfType<TraversalExpression>();

    static IEnumerable<ConfigurationBlock> Around(ModuleInstance module)
    {
        for (var place = module.Caller; place is not null; place = place.Caller.Caller)
            yield return place.Block;
    }
}
