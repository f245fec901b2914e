using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Functions;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>What all modules under one root share.</summary>
sealed class RootContext(ModuleSources modules, string folder, RootOptions options)
{
    readonly Dictionary<string, ModuleSource?> sources = new(StringComparer.Ordinal);
    readonly HashSet<SourceProblem> problems = [];
    readonly EvaluationBudget budget = new();
    readonly FunctionsOnDemand functions = new(() => modules.Functions, folder);

    public string Folder { get; } = folder;

    public RootOptions Options { get; } = options;

    public ModuleSources Modules { get; } = modules;

    public ModuleFiles Files => Modules.Files;

    public IEnumerable<SourceProblem> Problems => problems;

    /// <summary>Every file that was read, by path: an <see cref="HclFile"/> or a <see cref="JsonFile"/>.</summary>
    public Dictionary<string, object> Parsed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a node can be taken out of a file: it is no piece of the decoded text of a string in JSON, and no value of a member.</summary>
    public bool IsRemovable(SyntaxNode node) => Parsed.GetValueOrDefault(node.Text.Path) switch
    {
        HclFile native => native.Text == node.Text,
        JsonFile json => json.Text == node.Text && node is JsonMember or JsonNode { Parent: JsonArray },
        _ => false,
    };

    /// <summary>The modules that were read.</summary>
    public IEnumerable<ModuleSource> Sources => sources.Values.OfType<ModuleSource>();

    public void Report(SourceProblem problem) => problems.Add(problem);

    /// <summary>The module in a folder; null if there is none.</summary>
    public ModuleSource? Source(string folder)
    {
        if (sources.TryGetValue(folder, out var known))
            return known;
        var (source, parsed) = Modules.Read(folder);
        foreach (var (path, file) in parsed)
            Parsed[path] = file;
        foreach (var problem in source?.Problems ?? [])
            problems.Add(problem);
        return sources[folder] = source;
    }

    /// <summary>Evaluates an expression of either syntax; what is wrong with it is reported, and the value unknown.</summary>
    public HclValue Evaluate(SyntaxNode expression, HclScope scope)
    {
        var evaluation = Run(expression, scope);
        foreach (var diagnostic in evaluation.Diagnostics)
            problems.Add(new(expression.Text.Path, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Code, diagnostic.Message));
        return evaluation.Value;
    }

    /// <summary>Evaluates a part of an expression by itself: names of loops around it mean nothing then, and that is no problem.</summary>
    public HclValue Peek(SyntaxNode part, HclScope scope) => Run(part, scope).Value;

    HclEvaluation Run(SyntaxNode expression, HclScope scope)
    {
        var evaluator = new HclEvaluator(scope, functions, budget);
        return expression switch
        {
            HclExpression native => evaluator.Evaluate(native),
            JsonValue json => evaluator.Evaluate(json),
            _ => throw new ArgumentException("This is no expression.", nameof(expression)),
        };
    }

    public static HclValue Unknown(SyntaxNode node) => HclValue.Unknown(HclType.Dynamic, Origin.Of(node));
}
