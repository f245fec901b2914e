using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>Evaluates expressions of one module as far as the source alone decides them. What it does not know stays unknown.</summary>
sealed class Evaluator(TerraformModule module)
{
    /// <summary>Locals that double each other would otherwise fill the memory.</summary>
    const int MaxTextLength = 1 << 16;

    readonly Dictionary<string, TerraformValue> named = new(StringComparer.Ordinal);
    readonly HashSet<string> visiting = new(StringComparer.Ordinal);

    public TerraformValue Evaluate(HclExpression expression) => expression switch
    {
        StringLiteral literal => new TextValue(literal.Value),
        NumberLiteral number => Number(number.Digits),
        BooleanLiteral literal => new TextValue(literal.Value ? "true" : "false"),
        NullLiteral => new NullValue(),
        TupleExpression tuple => new ListValue([.. tuple.Elements.Select(Evaluate)]),
        TemplateExpression template => Evaluate(template),
        TraversalExpression traversal => References(traversal),
        ParenthesizedExpression parenthesized => Evaluate(parenthesized.Inner),
        _ => new UnknownValue("an expression that is not evaluated"),
    };

    /// <summary>The value of an argument; <see cref="NullValue"/> if it is not written.</summary>
    public TerraformValue Argument(HclBody body, string name) =>
        body.Attribute(name) is { } attribute ? Evaluate(attribute.Value) : new NullValue();

    /// <summary>Only whole numbers: HCL normalizes the text of others.</summary>
    static TerraformValue Number(string text) => text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1)
        ? new TextValue(text)
        : new UnknownValue($"the number {text}");

    TerraformValue Evaluate(TemplateExpression template)
    {
        if (template.Wrapped is { } wrapped)
            return Evaluate(wrapped);
        var result = new StringBuilder();
        foreach (var part in template.Parts)
        {
            var value = part switch
            {
                TemplateText text => new TextValue(text.Value),
                TemplateInterpolation interpolation => Evaluate(interpolation.Expression),
                _ => new UnknownValue("a template with directives"),
            };
            if (value is not TextValue known)
                return value as UnknownValue ?? new UnknownValue("a template of something that is no known text");
            result.Append(known.Text);
            if (result.Length > MaxTextLength)
                return new UnknownValue("a text that is too long");
        }

        return new TextValue(result.ToString());
    }

    TerraformValue References(TraversalExpression traversal)
    {
        if (traversal.Steps is not [AttributeStep first, .. var rest])
            return new UnknownValue(traversal.Root);
        return traversal.Root switch
        {
            "local" => Element(Named($"local.{first.Name}", Local), rest, $"local.{first.Name}"),
            "var" => Element(Named($"var.{first.Name}", Variable), rest, $"var.{first.Name}"),
            "data" when rest is [AttributeStep name, .. var attributes] => ResourceReferences.Evaluate(module, $"data.{first.Name}.{name.Name}", first.Name, attributes),
            _ => ResourceReferences.Evaluate(module, $"{traversal.Root}.{first.Name}", traversal.Root, rest),
        };
    }

    static TerraformValue Element(TerraformValue value, ImmutableArray<TraversalStep> steps, string address)
    {
        foreach (var step in steps)
        {
            if (value is UnknownValue)
                return value;
            if (value is not ListValue list || step is not IndexStep { Key: NumberLiteral number } || !int.TryParse(number.Digits, out var index) || index >= list.Elements.Length)
                return new UnknownValue($"a part of {address}");
            value = list.Elements[index];
        }

        return value;
    }

    /// <summary>A value that has an address: evaluated once, and unknown if it depends on itself.</summary>
    public TerraformValue Named(string address, Func<string, TerraformValue> evaluate)
    {
        if (named.TryGetValue(address, out var known))
            return known;
        if (module.IsAmbiguous(address))
            return new UnknownValue($"{address} is declared more than once or overridden");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return new UnknownValue($"{address} is at the end of too long a chain of references");
        if (!visiting.Add(address))
            return new UnknownValue($"{address} refers to itself");
        try
        {
            return named[address] = evaluate(address);
        }
        finally
        {
            visiting.Remove(address);
        }
    }

    TerraformValue Local(string address) => module.Find(address)?.Item is HclAttribute local
        ? Evaluate(local.Value)
        : new UnknownValue($"{address} is not declared");

    TerraformValue Variable(string address)
    {
        if (module.FindBlock(address) is not { } variable)
            return new UnknownValue($"{address} is not declared");
        if (variable.Body.Attribute("default") is not { } value)
            return new UnknownValue($"{address} has no default");
        if (module.Tree.Calls.FirstOrDefault(c => c.Folder == module.Folder) is { } call)
            return new UnknownValue($"{address} may be set by the call in {call.At}");
        return module.Tree.Overrides.Of(module.Folder, variable.Labels[0].Value) is { } origin
            ? new UnknownValue($"{address} may be set by {origin}")
            : Evaluate(value.Value);
    }
}
