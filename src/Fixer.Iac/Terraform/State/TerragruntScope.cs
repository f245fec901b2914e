using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.State;

/// <summary>What names mean in a file of Terragrunt: its own locals, and files that are included and exposed. All others are known to a run only.</summary>
sealed class TerragruntScope : HclScope
{
    readonly TerragruntReader reader;
    readonly TerragruntContext context;
    readonly HclEvaluator evaluator;
    readonly IReadOnlyDictionary<string, HclAttribute> locals;
    readonly Dictionary<string, HclValue> values = new(StringComparer.Ordinal);

    public TerragruntScope(TerragruntReader reader, HclFile file, TerragruntContext context)
    {
        (this.reader, this.context) = (reader, context);
        evaluator = new HclEvaluator(this, TerragruntFunctions.Of(reader, context), reader.Budget);
        locals = reader.Files.Locals(file);
    }

    public HclEvaluation Evaluate(HclExpression expression) => evaluator.Evaluate(expression);

    /// <summary>The value as text; null if it is none or not known.</summary>
    public string? TextOf(HclExpression expression) => BackendBlock.Setting(Evaluate(expression), expression).Value;

    /// <summary>All locals, as <c>read_terragrunt_config</c> and <c>include</c> give them.</summary>
    public HclValue Locals() => HclValue.Object(locals.Keys.Select(name => new HclElement(name, Local(name), Origin.Supplied)).ToArray(), Origin.Supplied);

    public override HclValue? Find(TraversalExpression traversal, out int stepsTaken)
    {
        stepsTaken = 0;
        if (traversal is { Root: "local", Steps: [AttributeStep local, ..] })
        {
            stepsTaken = 1;
            return Local(local.Name);
        }

        if (traversal is { Root: "include", Steps: [AttributeStep label, ..] } && context.Through is null)
        {
            var include = context.Include(label.Name);
            stepsTaken = include is null ? 0 : 1;
            return (include ?? context.Include(null)) is { } found ? reader.Included(found, context) : Unknown();
        }

        return Unknown();
    }

    HclValue Local(string name)
    {
        if (values.TryGetValue(name, out var value))
            return value;
        if (!locals.TryGetValue(name, out var local))
            return Unknown();

        // One that depends on itself has no value.
        values[name] = Unknown();
        return values[name] = evaluator.Evaluate(local.Value).Value;
    }

    static HclValue Unknown() => HclValue.Unknown(HclType.Dynamic, Origin.Supplied);
}
