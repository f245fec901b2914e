using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Evaluation;

/// <summary>The instances of a module that a <c>module</c> block makes, or why they cannot be told.</summary>
/// <param name="Instances">The instances, with their keys.</param>
/// <param name="IsRepeated">Whether there is a <c>count</c> or <c>for_each</c>.</param>
/// <param name="Reason">Why they are not known; null if they are.</param>
sealed record ModuleCalls(ImmutableArray<(BlockInstance At, ModuleInstance Module)> Instances, bool IsRepeated, string? Reason)
{
    /// <summary>Modules in modules, beyond what anybody can follow.</summary>
    const int MaxDepth = 50;

    public static ModuleCalls Of(ModuleInstance caller, ConfigurationBlock block)
    {
        var isRepeated = block.Body.Argument("count") is not null || block.Body.Argument("for_each") is not null;
        var (source, reason) = Source(caller, block);
        if (source is null)
            return new([], isRepeated, reason);
        var repetition = caller.InstancesOf(block);
        if (repetition.Reason is not null)
            return new([], isRepeated, repetition.Reason);
        return new([.. repetition.Instances.Select(i => (i, Create(caller, block, i, source)))], isRepeated, null);
    }

    static ModuleInstance Create(ModuleInstance caller, ConfigurationBlock block, BlockInstance instance, ModuleSource source) =>
        new(caller.Root, source, new ModulePlace(caller, block, instance), name => block.Body.Argument(name) is { } argument ? caller.Argument(argument, instance) : null);

    static (ModuleSource? Source, string? Reason) Source(ModuleInstance caller, ConfigurationBlock block)
    {
        if (block.Body.Argument("source")?.Value is not { } node || caller.Root.Evaluate(node, Hcl.Evaluation.HclScope.Empty).TextOrNull() is not { } source)
            return (null, "the module's source is no plain text");
        if (!source.StartsWith("./", StringComparison.Ordinal) && !source.StartsWith("../", StringComparison.Ordinal) && source is not ("." or ".."))
            return (null, $"the module {source} is not in this repository");
        if (ModuleFiles.Resolve(caller.Source.Folder, source) is not { } folder)
            return (null, $"the module {source} is outside the repository");
        var depth = 0;
        for (var above = caller; above is not null; above = above.Caller?.Caller)
        {
            if (above.Source.Folder == folder)
                return (null, $"the module {source} calls itself");
            if (++depth > MaxDepth)
                return (null, "modules are nested too deeply");
        }

        return caller.Root.Source(folder) is { } found ? (found, null) : (null, Missing(caller, node, source));
    }

    static string Missing(ModuleInstance caller, SyntaxNode node, string source)
    {
        var position = node.Text.PositionOf(node.Span.Start);
        caller.Root.Report(new(node.Text.Path, position.Line, position.Column, ModuleProblems.NoSuchModule, $"There is no module in {source}."));
        return $"there is no module in {source}";
    }
}
