using System.Runtime.CompilerServices;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>
/// A module as it is called at one place: its variables have values. Locals, outputs and arguments are evaluated when they are first
/// asked for.
/// </summary>
sealed class ModuleInstance
{
    readonly Func<string, HclValue?> input;
    readonly Dictionary<string, HclValue> known = new(StringComparer.Ordinal);
    readonly HashSet<string> visiting = new(StringComparer.Ordinal);
    readonly Dictionary<string, ModuleCalls> calls = new(StringComparer.Ordinal);
    readonly Dictionary<string, Repetition> repetitions = new(StringComparer.Ordinal);

    /// <param name="root">The root.</param>
    /// <param name="source">The module.</param>
    /// <param name="caller">Where it is called; null for the root module.</param>
    /// <param name="input">The value given to a variable; null if none is.</param>
    public ModuleInstance(RootContext root, ModuleSource source, ModulePlace? caller, Func<string, HclValue?> input)
    {
        (Root, Source, Caller, this.input) = (root, source, caller, input);
        Address = caller?.Address ?? "";
        Scope = new ModuleScope(this);
    }

    public RootContext Root { get; }

    public ModuleSource Source { get; }

    public ModulePlace? Caller { get; }

    public HclScope Scope { get; }

    /// <summary>As Terraform writes it: <c>module.a["x"].module.b</c>; empty for the root.</summary>
    public string Address { get; }

    /// <summary>The address of what the module itself knows by a shorter one: <c>module.a["x"].aws_s3_bucket.b</c> of <c>aws_s3_bucket.b</c>.</summary>
    public string AddressOf(string local) => Address.Length == 0 ? local : $"{Address}.{local}";

    /// <summary>The value of a variable; null if there is no such variable.</summary>
    public HclValue? Variable(string name)
    {
        if (Source.Block("variable", name) is not { } block)
            return null;
        return Once($"var.{name}", block.Node, () => Variable(block, input(name)));
    }

    HclValue Variable(ConfigurationBlock block, HclValue? given)
    {
        var constraint = block.Body.Argument("type")?.Value switch
        {
            null => TypeConstraint.Any,
            HclExpression native => TypeConstraint.Read(native),
            JsonString json => TypeConstraint.Read(json.Expression.Expression),
            _ => null,
        };
        var isNullable = block.Body.Argument("nullable") is not { } nullable || Root.Evaluate(nullable.Value, HclScope.Empty) is not { IsUnknown: false, IsNull: false } value || value.Type != HclType.Bool || value.AsBool();
        var fallback = block.Body.Argument("default") is { } argument ? Root.Evaluate(argument.Value, HclScope.Empty) : null;
        var chosen = given is null || (given.IsNull && !isNullable) ? fallback : given;
        if (constraint is null)
            return HclValue.Unknown(HclType.Dynamic, chosen is null ? Origin.Of(block.Node) : Origin.Applied(block.Node, [chosen]));
        if (chosen is null)
            return HclValue.Unknown(constraint.Type.HasDynamic ? HclType.Dynamic : constraint.Type, Origin.Of(block.Node));
        if (constraint.Convert(chosen, out var error) is { } converted)
            return converted;
        Report(block.Node, "TF020", $"The value of variable \"{block.Labels[0]}\" does not suit its type: {error}.");
        return RootContext.Unknown(block.Node);
    }

    /// <summary>The value of a local; null if there is no such local.</summary>
    public HclValue? Local(string name) =>
        Source.Locals.TryGetValue(name, out var local) ? Once($"local.{name}", local.Node, () => Root.Evaluate(local.Value, Scope)) : null;

    /// <summary>The value of an output; null if there is no such output.</summary>
    public HclValue? Output(string name) =>
        Source.Block("output", name) is { } block
            ? Once($"output.{name}", block.Node, () => block.Body.Argument("value") is { } value ? Root.Evaluate(value.Value, Scope) : RootContext.Unknown(block.Node))
            : null;

    /// <summary>An argument of an instance of a block, evaluated anew.</summary>
    public HclValue Argument(ConfigurationArgument argument, in BlockInstance instance) => Root.Evaluate(argument.Value, ScopeOf(instance));

    public HclScope ScopeOf(in BlockInstance instance) => instance.Key is null ? Scope : new InstanceScope(Scope, instance);

    /// <summary>The instances of a block, evaluated once.</summary>
    public Repetition InstancesOf(ConfigurationBlock block)
    {
        var count = block.Body.Argument("count");
        if ((count ?? block.Body.Argument("for_each")) is not { } argument)
            return Repetition.Once;
        var what = $"{argument.Name} {block.Type}.{string.Join('.', block.Labels)}";
        if (repetitions.TryGetValue(what, out var found))
            return found;
        var value = Once(what, block.Node, () => Root.Evaluate(argument.Value, Scope));
        return repetitions[what] = count is null ? Repetition.OfEach(value) : Repetition.OfCount(value);
    }

    /// <summary>What a <c>module</c> block calls; null if there is no such block.</summary>
    public ModuleCalls? Call(string name)
    {
        if (Source.Block("module", name) is not { } block)
            return null;
        if (!calls.TryGetValue(name, out var found))
            calls[name] = found = ModuleCalls.Of(this, block);
        return found;
    }

    /// <summary>A value that is evaluated once, and unknown if it depends on itself.</summary>
    public HclValue Once(string what, SyntaxNode node, Func<HclValue> evaluate)
    {
        if (known.TryGetValue(what, out var value))
            return value;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack() || !visiting.Add(what))
        {
            Report(node, "TF021", $"{what} refers to itself, or is at the end of too long a chain of references.");
            return RootContext.Unknown(node);
        }

        try
        {
            return known[what] = evaluate();
        }
        finally
        {
            visiting.Remove(what);
        }
    }

    void Report(SyntaxNode node, string code, string message)
    {
        var position = node.Text.PositionOf(node.Span.Start);
        Root.Report(new(node.Text.Path, position.Line, position.Column, code, message));
    }
}

/// <summary>A place where a module is called.</summary>
/// <param name="Caller">The module that calls.</param>
/// <param name="Block">The <c>module</c> block.</param>
/// <param name="Instance">The instance of it.</param>
sealed record ModulePlace(ModuleInstance Caller, ConfigurationBlock Block, BlockInstance Instance)
{
    public string Address => Caller.AddressOf($"module.{Block.Labels[0]}{Instance.Suffix}");
}
