using System.Text;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Functions.Types;

/// <summary><c>templatestring</c>: the template is the value of something that the first argument refers to.</summary>
static class StringTemplates
{
    public static HclFunction TemplateString { get; } = new HclExpressionFunction
    {
        Result = HclType.String,
        Body = call =>
        {
            if (call.Call.Arguments is not [var reference, var names])
                throw new HclFunctionException("A template and its variables are required.");
            if (reference is not TraversalExpression)
                throw new HclFunctionException("The template must be referred to; what is written out can be a template itself.", 0);
            var (template, variables) = (Argument(call, reference, 0), Argument(call, names, 1));
            if (template.IsUnknown || variables.IsUnknown)
                return HclValue.Unknown(HclType.String, Origin.Applied(call.Call, [template, variables]));
            if (template.IsNull || template.Type != HclType.String)
                throw new HclFunctionException("The template must be a string.", 0);
            if (variables.IsNull || !variables.Type.IsKeyed)
                throw new HclFunctionException("The variables must be a map or an object.", 1);
            return Render(call, template.AsString(), variables);
        },
    };

    static HclValue Argument(HclLazyCall call, HclExpression argument, int index) =>
        call.Evaluate(argument, null) is { Succeeded: true, Value: var value } ? value : throw new HclFunctionException("The argument cannot be evaluated.", index);

    static HclValue Render(HclLazyCall call, string template, HclValue variables)
    {
        call.Budget.SpendText(template.Length);
        var fragment = HclFragment.ParseTemplate(Encoding.UTF8.GetBytes(template), "templatestring");
        if (!fragment.Diagnostics.IsEmpty)
            throw new HclFunctionException($"The template cannot be read: {fragment.Diagnostics[0].Message}", 0);

        // It could be its own template, without end.
        if (fragment.Expression.DescendantsAndSelf().OfType<FunctionCallExpression>().Any(f => IsTemplateFunction(f.Name)))
            throw new HclFunctionException("A template cannot use functions of templates.", 0);
        if (variables.Elements.FirstOrDefault(e => !IsName(e.Key!)).Key is { } wrong)
            throw new HclFunctionException($"\"{wrong}\" is no name for a variable.", 1);
        var result = call.Evaluate(fragment.Expression, HclScope.Of(variables.Elements.ToDictionary(e => e.Key!, e => e.Value)));
        if (!result.Succeeded)
            throw new HclFunctionException($"The template cannot be evaluated with these variables: {result.Diagnostics[0].Message}", 0);
        if (result.Value.IsNull)
            throw new HclFunctionException("The result of the template is null.", 0);
        return HclConversion.Convert(result.Value, HclType.String, out var error) ?? throw new HclFunctionException($"The result of the template is not text: {error}.", 0);
    }

    static bool IsTemplateFunction(string name) => name is "templatestring" or "templatefile" or "core::templatestring" or "core::templatefile";

    static bool IsName(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
