using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Other root modules of the repository that use a module which is edited: for them nothing may change.</summary>
static class OtherRoots
{
    /// <summary>What would change elsewhere; null if nothing does.</summary>
    public static string? Changed(RootContext context, IReadOnlyDictionary<string, byte[]> contents)
    {
        var edited = contents.Keys.Select(SourceTree.FolderOf).Where(f => f != context.Folder).ToHashSet(StringComparer.Ordinal);
        if (edited.Count == 0)
            return null;
        var calls = context.Files.Folders.ToDictionary(f => f, f => Calls(context.Files, f), StringComparer.Ordinal);
        var called = calls.Values.SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        foreach (var root in calls.Keys.Where(f => f != context.Folder && !called.Contains(f) && Reaches(calls, f, edited)).Order(StringComparer.Ordinal))
        {
            var before = InstanceProof.Texts(TerraformRoot.Evaluate(context.Files, root));
            var after = InstanceProof.Texts(TerraformRoot.Evaluate(context.Files.With(contents), root));
            if (before.Keys.FirstOrDefault(a => after.GetValueOrDefault(a) != before[a]) is { } changed)
                return $"{changed} of the root module {(root.Length == 0 ? "." : root)} would change too";
        }

        return null;
    }

    static ImmutableArray<string> Calls(ModuleFiles files, string folder) => ModuleSource.Read(files, folder, []) is { } source
        ? [.. source.OfType("module").Select(c => c.Body.Argument("source")?.Value is StringLiteral { Value: var path } ? ModuleFiles.Resolve(folder, path) : null).OfType<string>()]
        : [];

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
