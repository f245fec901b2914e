using Fixer.Hcl.Json;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Expressions in JSON: HCL JSON specification, "Expressions". Strings and names are templates.</summary>
sealed partial class Evaluation
{
    public HclEvaluation Run(JsonValue expression)
    {
        var value = Value(expression);
        return new HclEvaluation(diagnostics.Count == 0 ? value : Unknown(HclType.Dynamic, Origin.Of(expression)), [.. diagnostics]);
    }

    /// <summary>The reader bounds how deeply values are nested.</summary>
    HclValue Value(JsonValue expression)
    {
        budget.Spend(1);
        return expression switch
        {
            JsonString text => Value(text),
            JsonNumber number => HclNumber.Parse(number.Digits) is { } known ? HclValue.Number(known, Origin.Of(number)) : Fail(number, EvaluationDiagnostics.NumberOutOfBounds),
            JsonBool literal => HclValue.Bool(literal.Value, Origin.Of(literal)),
            JsonNull => HclValue.Null(HclType.Dynamic, Origin.Of(expression)),
            JsonArray array => HclValue.Tuple(array.Elements.Select(e => new HclElement(null, Value(e), Origin.Of(e))), Origin.Of(array)),
            JsonObject structure => Object(structure),
            _ => Fail(expression, EvaluationDiagnostics.NotReadable),
        };
    }

    HclValue Value(JsonString text)
    {
        var template = text.Template;
        if (template.Diagnostics.IsEmpty && template.Expression is TemplateExpression { Parts: [] or [TemplateText] } literal)
            return HclValue.String(literal.Parts is [TemplateText only] ? only.Value : "", Origin.Of(text));
        var mark = diagnostics.Count;
        diagnostics.AddRange(template.Diagnostics);
        var value = template.Diagnostics.IsEmpty ? Value(template.Expression) : Unknown(HclType.Dynamic, Origin.Of(text));

        // Places in the decoded text mean nothing to the reader of the file.
        for (var i = mark; i < diagnostics.Count; i++)
            diagnostics[i] = text.Locate(diagnostics[i]);
        return value.From(Origin.Selected(text, value.Origin));
    }

    HclValue Object(JsonObject structure)
    {
        var elements = new List<HclElement>(structure.Members.Length);
        var isKnown = true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in structure.Members)
        {
            var key = KeyText(Value(member.Name), member.Name);
            var value = Value(member.Value);
            isKnown &= key is not null;
            if (key is not null && !names.Add(key))
                Fail(member.Name, EvaluationDiagnostics.DuplicateName(key));
            elements.Add(new HclElement(key, value, Origin.Of(member)));
        }

        return isKnown ? HclValue.Object(elements, Origin.Of(structure)) : Unknown(HclType.Dynamic, Origin.Applied(structure, [.. elements.Select(e => e.Value)]));
    }
}
