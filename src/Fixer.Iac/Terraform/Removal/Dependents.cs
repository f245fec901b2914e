using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>What Terraform does with the value of an expression.</summary>
enum Use
{
    /// <summary>It acts on it: an argument of a resource, a condition, a provider.</summary>
    Acts,

    /// <summary>It shows it: an output of the root module.</summary>
    Shows,

    /// <summary>It only passes it on: a local, an output or an argument of a module.</summary>
    PassesOn,
}

/// <summary>An expression, in one instance of a block and of a module.</summary>
/// <param name="Address">The address of the instance.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Which">What tells it from other expressions of the instance, the same before and after an edit.</param>
/// <param name="Expression">The expression, in either syntax.</param>
/// <param name="References">The traversals in it.</param>
/// <param name="Module">The module.</param>
/// <param name="Scope">The names that it may use.</param>
/// <param name="Use">What it is for.</param>
readonly record struct Dependent(string Address, string Argument, string Which, SyntaxNode Expression, ImmutableArray<TraversalExpression> References, ModuleInstance Module, HclScope Scope, Use Use)
{
    /// <summary>What tells it apart, the same before and after an edit.</summary>
    public (string Address, string Which) Id => (Address, Which);

    /// <summary>What it is called in messages.</summary>
    public string Name => $"{Address} {Argument}";
}

/// <summary>Lists all that refers to something, or reads a file, whether or not its value is known.</summary>
sealed class Dependents(RootReading root)
{
    static readonly (string Type, int Labels)[] Kinds =
        [("locals", 0), ("import", 0), ("output", 1), ("variable", 1), ("module", 1), ("provider", 1), ("check", 1), ("resource", 2), ("data", 2), ("ephemeral", 2)];

    /// <summary>By the file as parsed, which is immutable: of one that is not edited it is looked for once, and an edited one is another.</summary>
    static readonly ConditionalWeakTable<object, Referring[]> InFiles = [];

    readonly Dictionary<string, Referring[]> blocks = new(StringComparer.Ordinal);

    /// <summary>Expressions of a block that refer to something, or read a file.</summary>
    sealed record Referring(ConfigurationBlock Block, ImmutableArray<(string Name, string Which, bool IsOutside, SyntaxNode Value, ImmutableArray<TraversalExpression> References)> Expressions);

    /// <summary>All but those of instances that are <paramref name="asked"/> to go, and of modules that are of no interest.</summary>
    public IEnumerable<Dependent> All(IReadOnlySet<string> asked, IReadOnlySet<ModuleInstance>? leftOut = null) =>
        from module in root.Modules
        where leftOut?.Contains(module) != true
        from referring in BlocksIn(module.Source.Folder)
        from dependent in Of(module, referring, asked)
        select dependent;

    IEnumerable<Dependent> Of(ModuleInstance module, Referring referring, IReadOnlySet<string> asked)
    {
        var block = referring.Block;
        var name = block.Type switch
        {
            "resource" => string.Join('.', block.Labels),
            "locals" => "local",
            "import" => $"import of {block.Body.Argument("to")?.Value}",
            "provider" => $"provider.{block.Labels[0]} {block.Body.Argument("alias")?.Value}".TrimEnd(),
            _ => string.Join('.', block.Labels.Prepend(block.Type)),
        };
        foreach (var (instance, target, isKnown) in Instances(root, module, block))
        {
            var address = $"{(module.Address.Length == 0 ? "" : module.Address + ".")}{name}{instance.Suffix}";
            if (asked.Contains(target ?? address))
                continue;
            foreach (var (argument, which, isOutside, value, references) in referring.Expressions)
            {
                // What a block is repeated over shows in its instances.
                if (!isOutside || !isKnown || argument is not ("for_each" or "count"))
                    yield return new(address, argument, which, value, references, module, module.ScopeOf(instance), UseOf(module, block, argument, isKnown));
            }
        }
    }

    /// <summary>The instances of a block, whether they are known, and of an <c>import</c> what it is for.</summary>
    static IEnumerable<(BlockInstance At, string? Target, bool IsKnown)> Instances(RootReading root, ModuleInstance module, ConfigurationBlock block)
    {
        if (block is { Type: "import", Node: HclBlock import } && module.Caller is null && Imports.InstancesOf(root, import).ToArray() is { Length: > 0 } imports)
            return imports.Select(i => (i.At, (string?)i.Address, true));
        if (block.Type is not ("resource" or "data" or "ephemeral" or "module") || module.Source.Block(block.Type, block.Labels.AsSpan()) is not { } whole)
            return [(BlockInstance.Only, null, false)];
        var repetition = module.InstancesOf(whole);
        var isKnown = repetition.Reason is null && (block.Type != "module" || module.Call(block.Labels[0])!.Reason is null);
        return isKnown ? repetition.Instances.Select(i => (i, (string?)null, true)) : [(BlockInstance.Only, null, false)];
    }

    static Use UseOf(ModuleInstance module, ConfigurationBlock block, string argument, bool isKnown) => block.Type switch
    {
        "locals" => Use.PassesOn,
        "module" when isKnown => Use.PassesOn,
        "output" when argument == "value" => module.Caller is null ? Use.Shows : Use.PassesOn,
        _ => Use.Acts,
    };

    Referring[] BlocksIn(string folder) => blocks.TryGetValue(folder, out var known) ? known : blocks[folder] =
    [
        .. from file in root.Context.Parsed
           where SourceTree.FolderOf(file.Key) == folder && (file.Key.EndsWith(".tf", StringComparison.Ordinal) || file.Key.EndsWith(".tf.json", StringComparison.Ordinal))
           from block in InFiles.GetValue(file.Value, BlocksIn)
           select block,
    ];

    static Referring[] BlocksIn(object file)
    {
        var body = file is HclFile native ? (ConfigurationBody)new NativeBody(native.Body) : new JsonSyntaxBody(((JsonFile)file).Body);
        return
        [
            .. from kind in Kinds
               from block in body.Blocks(kind.Type, kind.Labels)
               let expressions = Expressions(block).ToImmutableArray()
               where !expressions.IsEmpty
               select new Referring(block, expressions),
        ];
    }

    static IEnumerable<(string Name, string Which, bool IsOutside, SyntaxNode Value, ImmutableArray<TraversalExpression> References)> Expressions(ConfigurationBlock block)
    {
        var arguments = block.Node is HclBlock native
            ? native.DescendantsAndSelf().OfType<HclAttribute>().Select(a => (a.Name, IsOutside: native.Body.Items.Contains(a), Value: (SyntaxNode)a.Value))
            : block.Body.Arguments.Select(a => (a.Name, IsOutside: true, a.Value));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, isOutside, value) in arguments)
        {
            if (block.Type != "locals" && IsStatic(block.Type, name, isOutside))
                continue;
            // Of arguments in blocks, the text says which: a number would change when another goes.
            var what = isOutside ? name : $"{name} {value}";
            var number = seen[what] = seen.GetValueOrDefault(what) + 1;
            var references = TraversalsIn(value).ToImmutableArray();
            if (!references.IsEmpty || FileReads.Calls(value).Any())
                yield return (name, $"{block.Type} {name} {(isOutside ? "" : value)} {number}", isOutside, value, references);
        }
    }

    /// <summary>Whether an argument names things without using a value.</summary>
    static bool IsStatic(string type, string name, bool isOutside) =>
        name is "depends_on" or "ignore_changes" || (isOutside && (type, name) is ("variable", "type" or "default") or ("module", "source" or "version" or "providers") or ("resource" or "data" or "ephemeral", "provider"));

    static IEnumerable<TraversalExpression> TraversalsIn(SyntaxNode expression) => Nodes(expression).OfType<TraversalExpression>().Where(t => !t.Steps.IsEmpty);

    /// <summary>The nodes of the native syntax in an expression of either syntax.</summary>
    public static IEnumerable<HclNode> Nodes(SyntaxNode expression)
    {
        if (expression is HclNode native)
            return native.DescendantsAndSelf();
        return References.Strings((JsonNode)expression).Where(s => s.Template.Diagnostics.IsEmpty).SelectMany(s => s.Template.Expression.DescendantsAndSelf());
    }
}
