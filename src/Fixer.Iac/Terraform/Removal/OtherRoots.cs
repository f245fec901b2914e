using System.Collections.Immutable;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Other root modules of the repository that use a folder which is edited: for them nothing may change.</summary>
static class OtherRoots
{
    /// <summary>What would change elsewhere; null if nothing does.</summary>
    public static string? Changed(RootContext context, IReadOnlyDictionary<string, byte[]> contents, PlannedRemoval removal) =>
        Changed(context, contents, (before, after) => InstanceProof.Difference(before, after) ?? Influence.Compare(before, after, [], removal).Failure);

    /// <summary>What would change elsewhere, as <paramref name="difference"/> has it; null if nothing does. Any root module may read a file of data.</summary>
    public static string? Changed(RootContext context, IReadOnlyDictionary<string, byte[]> contents, Func<RootReading, RootReading, string?> difference)
    {
        var edited = contents.Keys.Select(SourceTree.FolderOf).ToHashSet(StringComparer.Ordinal);
        var isData = contents.Keys.Any(p => !context.Parsed.ContainsKey(p));
        var calls = context.Files.Folders.ToDictionary(f => f, context.Modules.Calls, StringComparer.Ordinal);
        if (edited.FirstOrDefault(f => !calls.ContainsKey(f)) is { } outside)
            return $"{outside} is outside the folders that could be searched for its uses";
        var afterwards = context.Modules.With(contents);
        var called = calls.Values.SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in calls.Keys.Where(f => f != context.Folder && !called.Contains(f) && (isData ? context.Modules.Read(f).Source is not null : Reaches(calls, f, edited))).Order(StringComparer.Ordinal))
        {
            var before = TerraformRoot.Read(context.Modules, folder, new RootOptions());
            var after = TerraformRoot.Read(afterwards, folder, new RootOptions());
            if (difference(before, after) is { } changed)
                return $"{changed}, in the root module {(folder.Length == 0 ? "." : folder)}";
        }

        return null;
    }

    static bool Reaches(Dictionary<string, ImmutableArray<string>> calls, string folder, HashSet<string> wanted)
    {
        var (open, seen) = (new Stack<string>([folder]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var next))
        {
            if (wanted.Contains(next))
                return true;
            foreach (var call in seen.Add(next) && calls.TryGetValue(next, out var found) ? found : [])
                open.Push(call);
        }

        return false;
    }
}
