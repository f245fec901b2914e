using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests;

/// <summary>The example of the library's readme, which a test holds to this.</summary>
static class ReadmeExample
{
    public static byte[] Run(byte[] bytes, TextWriter output)
    {
        // example
        // 1. Read. Any bytes will do; what is no HCL is in the diagnostics.
        var file = HclFile.Parse(bytes, "records.tf");
        foreach (var diagnostic in file.Diagnostics)
            output.WriteLine($"{diagnostic.Position}: {diagnostic.Code} {diagnostic.Message}");

        // 2. Say what the names mean: here, local.x is an argument of the locals block.
        var locals = file.Body.BlocksOfType("locals").Single();
        var evaluator = new HclEvaluator(HclScope.Empty, StandardFunctions.All);
        var local = HclValue.Object(
            locals.Body.Attributes.Select(a => new HclElement(a.Name, evaluator.Evaluate(a.Value).Value, Origin.Of(a))),
            Origin.Of(locals));
        var scope = HclScope.Of(new Dictionary<string, HclValue> { ["local"] = local });

        // 3. Evaluate. What depends on something unknown is unknown, never guessed.
        var resource = file.Body.BlocksOfType("resource").Single(b => b.Is("resource", "aws_route53_record", "this"));
        var records = new HclEvaluator(scope, StandardFunctions.All).Evaluate(resource.Body.Attribute("for_each")!.Value).Value;
        foreach (var element in records.Elements)
            output.WriteLine($"{element.Key} is yielded by {element.YieldedBy}");

        // 4. Ask which source yields an element. Not every element has one: it may be computed, or be there for several reasons.
        if (records.Element("old_CNAME")?.YieldedBy.Alone is not [HclNode literal, ..])
            return bytes;

        // 5. Remove it. Everything else stays as it is, to the byte.
        var edits = HclEdits.Remove(file, literal);
        return HclEdits.Apply(file, edits).ToBytes();
        // end
    }
}
