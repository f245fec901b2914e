using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.State;

/// <summary>Reads files of Terragrunt as if the repository lay in <paramref name="root"/>.</summary>
sealed class TerragruntReader(SourceTree tree, string root, EvaluationBudget budget)
{
    readonly HashSet<string> leftOut = tree.LeftOut.ToHashSet(StringComparer.Ordinal);
    readonly Dictionary<string, HclFile> files = new(StringComparer.Ordinal);
    readonly Dictionary<string, HclValue> configs = new(StringComparer.Ordinal);
    readonly Dictionary<(string Unit, string Include), HclValue> included = [];
    readonly List<SourceProblem> problems = [];

    public EvaluationBudget Budget => budget;

    /// <summary>The unit that is read; null before.</summary>
    public string? Unit { get; private set; }

    public BackendReading Read(string path)
    {
        Unit = path;
        if (File(path) is not { } file)
            return new BackendReading(null, [BackendProblems.Missing(path, "The unit")]);
        var context = ContextOf(file, path, out var hasAll);
        var own = new TerragruntSource(file, new TerragruntScope(this, file, context));
        var others = context.Includes.Where(i => i.IsMerged).Select(i => Source(i, context)).OfType<TerragruntSource>().ToArray();
        var backend = own.RemoteState() ?? OnlyOne(others, s => s.RemoteState());
        backend ??= own.Generated() ?? OnlyOne(others, s => s.Generated());

        // What an include says that cannot be found, may be the backend.
        return new BackendReading(hasAll || own.RemoteState() is not null ? backend : null, [.. problems]);
    }

    /// <summary>Whether there is such a file; null if it cannot be told.</summary>
    public bool? Has(string path) => leftOut.Contains(path) ? null : tree.Files.ContainsKey(path);

    public string Absolute(string path) => path.Length == 0 ? root : $"{root}/{path}";

    /// <summary>What <c>read_terragrunt_config</c> gives: locals and inputs of another file, or <paramref name="otherwise"/> if it is not there.</summary>
    public HclValue Config(string path, string folder, HclValue? otherwise)
    {
        if (InTree(path, folder) is not { } target || Has(target) is not { } has || (!has && otherwise is null))
            return HclValue.Unknown(HclType.Dynamic, Origin.Supplied);
        if (!has)
            return otherwise!;
        if (configs.TryGetValue(target, out var value))
            return value;

        // A file that reads itself has no value.
        configs[target] = HclValue.Unknown(HclType.Dynamic, Origin.Supplied);
        return File(target) is { } file ? configs[target] = Exposed(file, ContextOf(file, target, out _)) : configs[target];
    }

    /// <summary>What <c>include.name</c> is in the unit.</summary>
    public HclValue Included(TerragruntInclude include, TerragruntContext context)
    {
        var key = (context.Unit, include.Path);
        if (included.TryGetValue(key, out var value))
            return value;
        included[key] = HclValue.Unknown(HclType.Dynamic, Origin.Supplied);
        return File(include.Path) is { } file ? included[key] = Exposed(file, context with { Through = include }) : included[key];
    }

    HclValue Exposed(HclFile file, TerragruntContext context)
    {
        var scope = new TerragruntScope(this, file, context);
        List<HclElement> elements = [new("locals", scope.Locals(), Origin.Supplied)];
        if (file.Body.Attribute("inputs") is { } inputs)
            elements.Add(new("inputs", scope.Evaluate(inputs.Value).Value, Origin.Supplied));
        return HclValue.Object(elements, Origin.Supplied);
    }

    StateBackend? OnlyOne(TerragruntSource[] sources, Func<TerragruntSource, StateBackend?> read)
    {
        var found = sources.Select(read).OfType<StateBackend>().ToArray();
        if (found.Length < 2)
            return found.FirstOrDefault();
        problems.AddRange(sources.Select(s => BackendProblems.Several(s.Path)));
        return null;
    }

    TerragruntSource? Source(TerragruntInclude include, TerragruntContext context) =>
        File(include.Path) is { } file ? new TerragruntSource(file, new TerragruntScope(this, file, context with { Through = include })) : null;

    TerragruntContext ContextOf(HclFile file, string path, out bool hasAll)
    {
        hasAll = true;
        var context = new TerragruntContext(path, [], null);
        var scope = new TerragruntScope(this, file, context);
        var includes = ImmutableArray.CreateBuilder<TerragruntInclude>();
        foreach (var block in file.Body.BlocksOfType("include"))
        {
            var target = block.Body.Attribute("path") is { } attribute && scope.TextOf(attribute.Value) is { } value
                ? InTree(value, context.Folder)
                : null;
            if (target is null || File(target) is null)
            {
                hasAll = false;
                problems.Add(BackendProblems.Unknown(block, "What is included"));
                continue;
            }

            var strategy = block.Body.Attribute("merge_strategy");
            includes.Add(new TerragruntInclude(block.Labels is [var label, ..] ? label.Value : null, target, strategy is null || scope.TextOf(strategy.Value) != "no_merge"));
        }

        return context with { Includes = includes.ToImmutable() };
    }

    HclFile? File(string path)
    {
        if (files.TryGetValue(path, out var file))
            return file;
        if (!tree.Files.TryGetValue(path, out var content))
            return null;
        file = HclFile.Parse(content, path);
        problems.AddRange(file.Diagnostics.Select(d => BackendProblems.Syntax(path, d)));
        return files[path] = file;
    }

    /// <summary>The path in the repository; null if it leads out.</summary>
    string? InTree(string path, string folder)
    {
        var whole = path is ['/', ..] ? StateLocation.Join(path) : StateLocation.Join(root, folder, path);
        return whole.StartsWith(root + "/", StringComparison.Ordinal) ? whole[(root.Length + 1)..] : null;
    }
}
