using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.State;

/// <summary>Reads files of Terragrunt as if the repository lay in <paramref name="root"/>.</summary>
sealed class TerragruntReader(TerragruntFiles files, string root, EvaluationBudget budget)
{
    /// <summary>What it takes to begin with another file.</summary>
    const int FileCost = 200;

    readonly Dictionary<string, HclFile> read = new(StringComparer.Ordinal);
    readonly Dictionary<string, HclValue> configs = new(StringComparer.Ordinal);
    readonly Dictionary<(string Unit, string Include), HclValue> included = [];
    readonly List<SourceProblem> problems = [];

    /// <summary>
    /// Terragrunt's functions give absolute paths. What is the same in two places of which nothing is alike does not depend on the place.
    /// </summary>
    public static (T Here, T There) InTwoPlaces<T>(TerragruntFiles files, Func<TerragruntReader, T> read) =>
        (files.Evaluate(b => read(new TerragruntReader(files, "/checkout-5d1f", b))), files.Evaluate(b => read(new TerragruntReader(files, "/home/ci/9b2e/repository", b))));

    public EvaluationBudget Budget => budget;

    public TerragruntFiles Files => files;

    /// <summary>What has been read so far, by path.</summary>
    public IReadOnlyDictionary<string, HclFile> FilesRead => read;

    /// <summary>What could not be understood so far.</summary>
    public IReadOnlyList<SourceProblem> Problems => problems;

    /// <summary>The unit that is read; null before.</summary>
    public string? Unit { get; private set; }

    public BackendReading Read(string path)
    {
        if (Sources(path, out var hasAll) is not [var own, .. var others])
            return new BackendReading(null, [BackendProblems.Missing(path, "The unit")]);
        var backend = own.RemoteState() ?? OnlyOne(others, s => s.RemoteState());
        backend ??= own.Generated() ?? OnlyOne(others, s => s.Generated());

        // What an include says that cannot be found, may be the backend.
        return new BackendReading(hasAll || own.RemoteState() is not null ? backend : null, [.. problems]);
    }

    /// <summary>A unit's own file and, behind it, those that count for it because it includes them; none if it is not there.</summary>
    /// <param name="path">The unit's file.</param>
    /// <param name="hasAll">Whether all that it includes could be found.</param>
    public TerragruntSource[] Sources(string path, out bool hasAll)
    {
        (Unit, hasAll) = (path, false);
        if (File(path) is not { } file)
            return [];
        var context = ContextOf(file, path, out hasAll);
        return [new TerragruntSource(file, new TerragruntScope(this, file, context), null), .. context.Includes.Where(i => i.IsMerged).Select(i => Source(i, context)).OfType<TerragruntSource>()];
    }

    /// <summary>Whether there is such a file; null if it cannot be told.</summary>
    public bool? Has(string path) => files.Has(path);

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

        budget.Spend(FileCost);

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
        File(include.Path) is { } file ? new TerragruntSource(file, new TerragruntScope(this, file, context with { Through = include }), include) : null;

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

            var strategy = block.Body.Attribute("merge_strategy") is { } written ? scope.TextOf(written.Value) : "shallow";
            includes.Add(new TerragruntInclude(block.Labels is [var label, ..] ? label.Value : null, target, strategy != "no_merge", strategy != "shallow"));
        }

        return context with { Includes = includes.ToImmutable() };
    }

    HclFile? File(string path)
    {
        if (files.Read(path) is { } file && read.TryAdd(path, file))
            problems.AddRange(file.Diagnostics.Select(d => BackendProblems.Syntax(path, d)));
        return read.GetValueOrDefault(path);
    }

    /// <summary>The path in the repository, empty for its root; null if it leads out.</summary>
    public string? InTree(string path, string folder)
    {
        var whole = path is ['/', ..] ? StateLocation.Join(path) : StateLocation.Join(root, folder, path);
        if (whole == root)
            return "";
        return whole.StartsWith(root + "/", StringComparison.Ordinal) ? whole[(root.Length + 1)..] : null;
    }
}
