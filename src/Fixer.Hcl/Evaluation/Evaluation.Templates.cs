using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Templates: HCL specification, "Template Expressions".</summary>
sealed partial class Evaluation
{
    HclValue Template(TemplateExpression template)
    {
        if (template.Wrapped is { } wrapped)
            return Value(wrapped);
        var text = new StringBuilder();
        var inputs = new List<HclValue>();
        var isKnown = Render(template.Parts, text, inputs);
        var origin = inputs.Count == 0 && template.Parts.All(p => p is TemplateText) ? Origin.Of(template) : Origin.Applied(template, [.. inputs]);
        return isKnown ? HclValue.String(text.ToString(), origin) : Unknown(HclType.String, origin);
    }

    /// <summary>Writes the parts; false if something in them is unknown or wrong.</summary>
    bool Render(ImmutableArray<TemplatePart> parts, StringBuilder text, List<HclValue> inputs)
    {
        var isKnown = true;
        foreach (var part in parts)
        {
            isKnown &= part switch
            {
                TemplateText literal => Render(literal.Value, text),
                TemplateInterpolation interpolation => Render(interpolation, text, inputs),
                TemplateIf branch => Render(branch, text, inputs),
                TemplateFor loop => Render(loop, text, inputs),
                _ => false,
            };
        }

        return isKnown;
    }

    bool Render(string literal, StringBuilder text)
    {
        budget.SpendText(literal.Length);
        text.Append(literal);
        return true;
    }

    bool Render(TemplateInterpolation interpolation, StringBuilder text, List<HclValue> inputs)
    {
        var value = Value(interpolation.Expression);
        inputs.Add(value);
        if (value.IsNull)
            Fail(interpolation.Expression, EvaluationDiagnostics.NullInTemplate);
        else if (HclConversion.Convert(value, HclType.String, out var error) is not { } converted)
            Fail(interpolation.Expression, EvaluationDiagnostics.NotText(error!));
        else if (!converted.IsUnknown)
            return Render(converted.AsString(), text);
        return false;
    }

    bool Render(TemplateIf branch, StringBuilder text, List<HclValue> inputs)
    {
        var condition = Value(branch.Condition);
        inputs.Add(condition);
        if (Bool(condition, branch.Condition, EvaluationDiagnostics.NullCondition, EvaluationDiagnostics.WrongCondition) is { } decided)
            return Render(decided ? branch.Then : branch.Else, text, inputs);
        inputs.AddRange(Reads(branch));
        return false;
    }

    bool Render(TemplateFor loop, StringBuilder text, List<HclValue> inputs)
    {
        var collection = Value(loop.Collection);
        inputs.Add(collection);
        if (!IsIterable(collection, loop.Collection) || collection.IsUnknown)
        {
            inputs.AddRange(Reads(loop));
            return false;
        }

        var (isKnown, mark) = (true, diagnostics.Count);
        var outer = scope;
        var inner = new LoopScope(outer, loop.KeyName, loop.ValueName);
        scope = inner;
        foreach (var (element, key) in Iterate(collection))
        {
            budget.Spend(1);
            inner.Set(key, element.Value);
            isKnown &= Render(loop.Body, text, inputs);
            if (diagnostics.Count > mark)
                break;
        }

        scope = outer;
        return isKnown;
    }
}
