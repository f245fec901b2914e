using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>Tells the root modules of a repository from the modules that these call.</summary>
static class RootModules
{
    /// <summary>
    /// Folders of configuration that no other folder calls, that say where their state is kept, or that Terragrunt runs. Folders that only call each other are
    /// reached from no root: of these, the first of each circle is taken for one.
    /// </summary>
    public static ImmutableArray<string> In(ModuleSources modules)
    {
        var folders = modules.Folders.Order(StringComparer.Ordinal).ToArray();
        var called = folders.SelectMany(f => modules.Calls(f).Where(c => c != f)).ToHashSet(StringComparer.Ordinal);
        var roots = folders.Where(f => !called.Contains(f) || HasBackend(modules, f) || modules.Units.Of(f).Any()).ToList();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
            Reach(modules, root, reached);
        foreach (var folder in folders.Where(f => !reached.Contains(f)))
        {
            // What an earlier one has reached meanwhile is none.
            if (!reached.Contains(folder))
                roots.Add(folder);
            Reach(modules, folder, reached);
        }

        return [.. roots.Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a root module keeps its states, as far as its own files say; null if that cannot be told.</summary>
    public static StateBackend? Backend(ModuleSources modules, string folder)
    {
        var files = modules.Read(folder).Parsed.Values;
        return BackendBlock.Read(files.OfType<HclFile>(), files.OfType<JsonFile>()).Backend;
    }

    /// <summary>
    /// The same, completed by files for <c>terraform init -backend-config=…</c> where its own do not say all: one backend for each such file that
    /// does, as each may be meant.
    /// </summary>
    public static ImmutableArray<StateBackend> Backends(ModuleSources modules, BackendFiles files, string folder)
    {
        if (Backend(modules, folder) is not { } backend)
            return [];
        if (backend.Type != "s3" || backend.Obstacles.IsEmpty)
            return [backend];
        var completed = files.For(folder).Select(backend.With).Where(b => b.Obstacles.IsEmpty).ToImmutableArray();
        return completed.IsEmpty ? [backend] : completed;
    }

    /// <summary>Folders that a module is made of: its own and those it calls, directly or not.</summary>
    public static HashSet<string> Reach(ModuleSources modules, string folder, HashSet<string>? reached = null)
    {
        reached ??= new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var call in reached.Add(next) ? modules.Calls(next) : [])
                open.Push(call);
        }

        return reached;
    }

    static bool HasBackend(ModuleSources modules, string folder) => Backend(modules, folder) is { Source: not null };
}
