using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// The modules, as they are called, in which nothing can differ before and after an edit: there nothing needs to be compared. A module sees
/// nothing but its source and that of the modules it calls, its variables, and files. So these are modules of which no such source is edited,
/// which read no files, and whose variables have the same values, wholly known and made of nothing that goes. What is not certain is compared.
/// </summary>
/// <param name="before">The root module before.</param>
/// <param name="after">The root module afterwards.</param>
/// <param name="gone">What goes.</param>
sealed class UntouchedModules(RootReading before, RootReading after, Reach gone)
{
    readonly Dictionary<string, bool> closed = new(StringComparer.Ordinal);

    /// <summary>Their addresses. The root module is none of them.</summary>
    public HashSet<string> Addresses()
    {
        var now = after.Modules.ToLookup(m => m.Address, StringComparer.Ordinal);
        return
        [
            .. from module in before.Modules
               where module.Caller is not null && now[module.Address].Count() == 1 && IsUntouched(module, now[module.Address].First())
               select module.Address,
        ];
    }

    bool IsUntouched(ModuleInstance old, ModuleInstance now) =>
        old.Source == now.Source && IsClosed(old.Source.Folder) && old.Source.OfType("variable").All(v => IsSame(old.Variable(v.Labels[0])!, now.Variable(v.Labels[0])!));

    /// <summary>Two unknown values of a type look the same and may be the answers of different providers: they are not certain.</summary>
    bool IsSame(HclValue old, HclValue now) => old.IsWhollyKnown && old.IsSame(now) && !gone.Touches(old);

    /// <summary>Whether the modules that one is made of are the very same after the edit, which shares those that it does not touch, and read no files.</summary>
    bool IsClosed(string folder)
    {
        if (!closed.TryGetValue(folder, out var known))
            closed[folder] = known = RootModules.Reach(before.Context.Modules, folder).All(IsKept);
        return known;
    }

    /// <summary>A call whose source is no plain path may lead anywhere.</summary>
    bool IsKept(string folder)
    {
        var (old, now) = (before.Context.Modules.Read(folder), after.Context.Modules.Read(folder));
        return old.Source is { } source && source == now.Source && source.OfType("module").All(c => ModuleSource.Called(source, c) is not null) && !FileReads.AreIn(old.Parsed.Values);
    }
}
