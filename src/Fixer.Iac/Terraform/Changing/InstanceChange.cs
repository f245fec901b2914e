using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Iac.Terraform.Changing;

/// <summary>Changes attributes of instances of resources in Terraform code, wherever the literal that provides the value is.</summary>
public static class InstanceChange
{
    /// <summary>
    /// Makes the changes, one after the other, and proves them by evaluating the result: nothing else may differ, in this root module or in another
    /// one that reads the same files. Refuses, by name, whenever the result would be more or less than that. What is as asked already is left as it is.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">The root module's folder, or that of a Terragrunt unit.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="options">What Terraform is told besides.</param>
    /// <exception cref="ArgumentException">There are no changes, or a path is none.</exception>
    public static InstanceChangeResult Apply(ModuleFiles files, string folder, IReadOnlyList<AttributeChange> changes, RootOptions? options = null)
    {
        if (changes.Count == 0)
            throw new ArgumentException("There is nothing to change.", nameof(changes));
        if (changes.FirstOrDefault(c => c is RemoveAttribute && AttributePath.Parse(c.Path).Last.Key is null) is { } numbered)
            throw new ArgumentException($"The numbers of elements change: remove the elements of {numbered.Path} by what they are.", nameof(changes));
        var before = TerraformRoot.Read(files, folder, options);
        if (before.Evaluation.Problems is [var problem, ..])
            return Refuse(EditRefusalCode.SourceUnreadable, $"{problem.Path}:{problem.Line}: {problem.Message} ({problem.Code}). Correct it first: what is broken may use the resource.");
        if (changes.FirstOrDefault(c => !before.Blocks.ContainsKey(c.Address)) is { } missing)
            return new RefusedChange(InstanceRemoval.NotDeclared(before, missing.Address));
        var made = new MadeChanges(before);
        foreach (var change in changes)
        {
            var step = new ChangePlanning(made.Current).Of(change);
            if ((step.Refusal ?? made.Add(step)) is { } refusal)
                return new RefusedChange(refusal);
        }

        return ChangeProof.Check(made, changes);
    }

    static RefusedChange Refuse(EditRefusalCode code, string message) => new(new EditRefusal(code, message));
}

/// <summary>The outcome of asking for changes.</summary>
public abstract record InstanceChangeResult;

/// <summary>Changes that were proven.</summary>
/// <param name="Edits">The edits, by file; none if all is as asked already.</param>
/// <param name="Contents">The files as they are afterwards, by path.</param>
/// <param name="Changed">All that differs afterwards.</param>
/// <param name="Risks">What a reviewer must know, one sentence each.</param>
public sealed record ProvenChange(ImmutableArray<FileEdit> Edits, ImmutableDictionary<string, byte[]> Contents, ImmutableArray<AttributeDifference> Changed, ImmutableArray<string> Risks) : InstanceChangeResult;

/// <summary>Changes that were refused.</summary>
/// <param name="Refusal">Why.</param>
public sealed record RefusedChange(EditRefusal Refusal) : InstanceChangeResult;

/// <summary>An attribute that differs.</summary>
/// <param name="Address">The instance.</param>
/// <param name="Path">The path, written as in <see cref="AttributeChange"/>.</param>
/// <param name="Before">The value before; null if there was none, or if something in it is not known.</param>
/// <param name="After">The value afterwards; null if there is none, or if something in it is not known.</param>
public sealed record AttributeDifference(string Address, string Path, JsonNode? Before, JsonNode? After);

/// <summary>Edits made so far, as edits of the files that there were first.</summary>
sealed class MadeChanges(RootReading before)
{
    readonly SortedDictionary<string, ImmutableArray<TextEdit>> edits = new(StringComparer.Ordinal);
    readonly ImmutableDictionary<string, byte[]>.Builder contents = ImmutableDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
    readonly List<string> risks = [];

    public RootReading Before { get; } = before;

    public RootReading Current { get; private set; } = before;

    public IEnumerable<string> Risks => risks.Distinct();

    public ImmutableArray<FileEdit> Edits => [.. edits.Select(e => new FileEdit(e.Key, e.Value))];

    public ImmutableDictionary<string, byte[]> Contents => contents.ToImmutable();

    /// <summary>Makes the edits of a step; a refusal if that must not be.</summary>
    public EditRefusal? Add(ChangeStep step)
    {
        if (step.Edits.IsEmpty)
            return null;
        var edited = new PlannedRemoval();
        edited.Nodes.UnionWith(step.Nodes);
        if (Surroundings.Obstacle(Current, edited) is { } obstacle)
            return obstacle;
        risks.AddRange(Surroundings.Risks(Current, edited));
        risks.AddRange(step.Edits.Where(e => !Current.Context.Parsed.ContainsKey(e.Path)).Select(e => $"{e.Path} is no Terraform file: something else may read it too."));
        var files = Before.Context.Files;
        foreach (var (path, more) in step.Edits)
        {
            if (files.IsLink(path))
                return new(EditRefusalCode.SharedByManyInstances, $"{path} is reached by a symbolic link: other modules may be made of the same file. Edit it by hand.");
            var original = files.Read(path)!.Value.Span;
            edits[path] = edits.TryGetValue(path, out var known) ? [.. TextEdits.Compose(original, known, more)] : more;
            contents[path] = TextEdits.Apply(original, edits[path]);
        }

        Current = TerraformRoot.Read(Before.Context.Modules.With(contents), Before.Context.Folder, Before.Context.Options);
        return Current.Evaluation.Problems is [var problem, ..]
            ? new(EditRefusalCode.ProofFailed, $"The edit would break something: {problem.Path}:{problem.Line}: {problem.Message}")
            : null;
    }
}
