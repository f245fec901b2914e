using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;

namespace Fixer.Hcl.Tests;

/// <summary>docs/hcl-diagnostics.md is where people look a code up: it must list each, and its examples must be ones.</summary>
public class DiagnosticsDocumentTests
{
    static readonly string[] Tables = ["Fixer.Hcl.HclDiagnostics", "Fixer.Hcl.Json.JsonDiagnostics", "Fixer.Hcl.Evaluation.EvaluationDiagnostics"];

    static readonly Dictionary<string, HclFunction> Functions = new()
    {
        ["upper"] = new HclValueFunction { Parameters = [new("text", HclType.String)], Body = call => HclValue.String(call.Arguments[0].AsString().ToUpperInvariant(), call.Origin) },
        ["list_of_null"] = new HclValueFunction { Body = call => HclValue.Null(new ListType(HclType.String), call.Origin) },
        ["nested"] = new HclValueFunction { Parameters = [new("depth", HclType.Number)], Body = Nested },
    };

    static readonly Example[] Examples = [.. Read(File.ReadAllLines(Path.Combine(SourceFolder(), "..", "..", "docs", "hcl-diagnostics.md")))];

    [Test]
    public void Document_ListsEachKindOfDiagnosticOnceAndInOrder()
    {
        var kinds = Tables.SelectMany(Kinds).OrderBy(k => k.Code, StringComparer.Ordinal).ToArray();
        var listed = Examples.Select(e => kinds.Where(k => k.Code == e.Code && e.Message.StartsWith(k.Start, StringComparison.Ordinal)).MaxBy(k => k.Start.Length));
        Assert.Multiple(() =>
        {
            Assert.That(listed, Is.EquivalentTo(kinds));
            Assert.That(Examples.Select(e => e.Code), Is.Ordered.Using<string>(StringComparer.Ordinal));
        });
    }

    [TestCaseSource(nameof(Examples))]
    public void Document_Example_YieldsWhatItIsFor(Example example)
    {
        var diagnostics = example.Diagnose();
        Assert.Multiple(() =>
        {
            Assert.That(diagnostics.Select(d => (d.Code, d.Message)), Does.Contain((example.Code, example.Message)));
            Assert.That(diagnostics.Select(d => d.Code).Distinct(), Is.EqualTo(new[] { example.Code }));
        });
    }

    /// <summary>What a table holds: fields, and methods for sentences with something in them, of which the start is taken that is always the same.</summary>
    static IEnumerable<(string Code, string Start)> Kinds(string table)
    {
        var type = typeof(HclFile).Assembly.GetType(table)!;
        foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public))
            yield return Text(field.GetValue(null)!);
        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        {
            var (one, other) = (Call(method, "a", 1, HclType.String), Call(method, "b", 2, HclType.Number));
            yield return (one.Code, one.Message[..one.Message.AsSpan().CommonPrefixLength(other.Message)]);
        }
    }

    static (string Code, string Message) Call(MethodInfo method, string text, int number, HclType type) => Text(method.Invoke(null, [.. method.GetParameters().Select(p =>
        p.ParameterType == typeof(string) ? text : p.ParameterType == typeof(int) ? (object)number : type)])!);

    static (string Code, string Message) Text(object kind) => (Text(kind, "Code"), Text(kind, "Message"));

    static string Text(object kind, string property) => (string)kind.GetType().GetProperty(property)!.GetValue(kind)!;

    static IEnumerable<Example> Read(string[] lines)
    {
        var (code, message) = ("", "");
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("### ", StringComparison.Ordinal))
                code = lines[i][4..];
            else if (lines[i].StartsWith("> ", StringComparison.Ordinal))
                message = lines[i][2..];
            else if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", i + 1);
                yield return new Example(code, message, [.. lines[(i + 1)..end].SelectMany(l => Bytes(l + "\n"))], lines[i][3..]);
                i = end;
            }
        }
    }

    /// <summary>Spells out <c>‹FF›</c>, a byte, and <c>‹[ 501›</c>, a bracket repeated.</summary>
    static IEnumerable<byte> Bytes(string line) => line.Split('‹', '›').SelectMany((part, i) => (i % 2, part.Split(' ')) switch
    {
        (0, _) => System.Text.Encoding.UTF8.GetBytes(part),
        (_, [var bracket, var count]) => Enumerable.Repeat((byte)bracket[0], int.Parse(count, CultureInfo.InvariantCulture)),
        _ => [byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
    });

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    static HclValue Nested(HclCall call)
    {
        if (!call.Arguments[0].AsNumber().TryToInt32(out var depth) || depth < 0)
            throw new HclFunctionException("There is no such depth.");
        return Enumerable.Range(0, depth).Aggregate(HclValue.Tuple([], call.Origin), (inner, _) => HclValue.Tuple([new HclElement(inner)], call.Origin));
    }

    public sealed record Example(string Code, string Message, byte[] Source, string Language)
    {
        public ImmutableArray<HclDiagnostic> Diagnose() => Language switch
        {
            "hcl" => HclFile.Parse(Source).Diagnostics,
            "hcl expression" => HclFragment.ParseExpression(Source).Diagnostics,
            "hcl evaluated" => Evaluator.Evaluate(HclFragment.ParseExpression(Source).Expression).Diagnostics,
            "json evaluated" => Evaluator.Evaluate(JsonFile.Parse(Source).Root).Diagnostics,
            _ => OfJson(JsonFile.Parse(Source)),
        };

        public override string ToString() => $"{Code} {Message}";

        static HclEvaluator Evaluator => new(HclScope.Empty, Functions, new EvaluationBudget(1000));

        /// <summary>As Terraform reads a file.</summary>
        static ImmutableArray<HclDiagnostic> OfJson(JsonFile file) => file.Diagnostics.IsEmpty
            ? [.. file.Body.Members.Diagnostics, .. file.Body.Blocks("resource", 2).Diagnostics, .. file.Body.Blocks("locals", 0).Items.SelectMany(b => b.Body.DynamicAttributes().Diagnostics)]
            : file.Diagnostics;
    }
}
