using Fixer.Hcl;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// The modules, as they are called, in which nothing can differ before and after an edit: they need not be evaluated again, nor compared. A module
/// sees nothing but its source and that of the modules in it, its arguments, where it is called, and files. So these are modules that are called at
/// the same place, none of whose source is edited, that read no files, and whose arguments are the same: known values made of nothing that goes, or
/// literals written in the same bytes. Whatever is not certain is evaluated and compared.
/// </summary>
/// <param name="before">The root module before.</param>
/// <param name="modules">The modules afterwards.</param>
/// <param name="gone">What goes.</param>
sealed class UntouchedModules(RootReading before, ModuleSources modules, Reach gone)
{
    readonly ILookup<string, ModuleInstance> earlier = before.Modules.ToLookup(m => m.Address, StringComparer.Ordinal);
    readonly Dictionary<string, bool> closed = new(StringComparer.Ordinal);

    /// <summary>The root module afterwards. The modules that it shares with the one before are those in which nothing can differ.</summary>
    public static RootReading Read(RootReading before, ModuleSources modules, PlannedRemoval removal) =>
        TerraformRoot.Read(modules, before.Context.Folder, before.Context.Options, new(before, new UntouchedModules(before, modules, Reach.Of(before.Context, removal.Edited)).Same));

    ModuleInstance? Same(ModuleInstance now) =>
        earlier[now.Address].FirstOrDefault(old => IsSamePlace(old, now) && IsClosed(old.Source.Folder) && HasSameArguments(old, now));

    /// <summary>The modules around one are part of where it is: what is in it must not call them. Its address is the same already.</summary>
    static bool IsSamePlace(ModuleInstance old, ModuleInstance now)
    {
        for (; old.Caller is { } place && now.Caller is { } placeNow; (old, now) = (place.Caller, placeNow.Caller))
        {
            if (old.Source.Folder != now.Source.Folder)
                return false;
        }

        return old.Caller is null && now.Caller is null;
    }

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
        var (old, now) = (before.Context.Modules.Read(folder), modules.Read(folder));
        return old.Source is { } source && source == now.Source && source.OfType("module").All(c => ModuleSource.Called(source, c) is not null) && old.Parsed.Values.All(p => FileReads.CallsIn(p).Length == 0);
    }

    bool HasSameArguments(ModuleInstance old, ModuleInstance now)
    {
        var (body, bodyNow) = (old.Caller!.Block.Body, now.Caller!.Block.Body);
        return body.Arguments.Concat(bodyNow.Arguments).Select(a => a.Name).Distinct(StringComparer.Ordinal)
            .All(n => body.Argument(n) is { } argument && bodyNow.Argument(n) is { } argumentNow && IsSame((old, argument.Value), (now, argumentNow.Value), n));
    }

    /// <summary>
    /// Two unknown values of a type look the same and may be the answers of different providers: they are not certain. What is no variable, as
    /// <c>source</c> and <c>providers</c>, has to be written the same; which instance it is of what a call is repeated over is compared already.
    /// </summary>
    bool IsSame((ModuleInstance In, SyntaxNode Value) old, (ModuleInstance In, SyntaxNode Value) now, string name)
    {
        var isWrittenSame = old.Value.Text.Slice(old.Value.Span).SequenceEqual(now.Value.Text.Slice(now.Value.Span));
        if (old.In.Source.Block("variable", name) is null)
            return isWrittenSame || name is "for_each" or "count";
        return (isWrittenSame && IsLiteral(old.Value) && !gone.Overlaps(old.Value))
            || (old.In.Variable(name) is { IsWhollyKnown: true } value && now.In.Variable(name)!.IsSame(value) && !gone.Touches(value));
    }

    /// <summary>Whether what is written says all: it refers to nothing, and calls no functions.</summary>
    static bool IsLiteral(SyntaxNode value) =>
        value is HclExpression native && !native.DescendantsAndSelf().Any(n => n is TraversalExpression { Steps.IsEmpty: false } or FunctionCallExpression);
}
