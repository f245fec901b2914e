using System.Collections.Frozen;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Iac.Terraform.Functions.FunctionDefinitions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary><c>templatefile</c>: a file that is a template, with the variables of a map or an object.</summary>
/// <param name="files">Opens the file.</param>
/// <param name="functions">What the template can call: everything but functions of templates, so that none can be its own template.</param>
sealed class TemplateFiles(FileFunctions files, FrozenDictionary<string, HclFunction> functions)
{
    public HclFunction TemplateFile() => Function(HclType.Dynamic, [Text("path"), new("vars", HclType.Dynamic)], call =>
    {
        var variables = call.Arguments[1];
        if (!variables.Type.IsKeyed)
            throw new HclFunctionException("The variables must be a map or an object.", 1);
        if (variables.Elements.FirstOrDefault(e => !IsName(e.Key!)).Key is { } wrong)
            throw new HclFunctionException($"\"{wrong}\" is no name for a variable.", 1);
        if (files.Open(call) is not { } file)
            return HclValue.Unknown(HclType.Dynamic, call.Origin);
        FileFunctions.TextOf(file);
        var scope = HclScope.Of(variables.Elements.ToDictionary(e => e.Key!, e => e.Value, StringComparer.Ordinal));
        var result = new HclEvaluator(scope, functions, call.Budget).Evaluate(file.Template);
        if (!result.Succeeded)
            throw Failed(file, result.Diagnostics[0]);
        return result.Value.IsNull ? throw new HclFunctionException("The template yields null.", 0) : call.Selected(result.Value);
    });

    static HclFunctionException Failed(DataFile file, HclDiagnostic diagnostic) =>
        new($"{file.Source.Path}:{diagnostic.Position}: {diagnostic.Code} {diagnostic.Message}", 0);

    static bool IsName(string name) => HclFragment.ParseExpression(System.Text.Encoding.UTF8.GetBytes(name)) is
    {
        Diagnostics.IsEmpty: true,
        Expression: TraversalExpression { Steps: [] } or BooleanLiteral or NullLiteral,
    };
}
