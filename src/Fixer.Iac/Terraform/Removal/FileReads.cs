using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Functions;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Calls of functions that may read certain files.</summary>
/// <param name="modules">The modules.</param>
/// <param name="paths">The files.</param>
sealed class FileReads(ModuleSources modules, ImmutableArray<string> paths)
{
    /// <summary>Whether any call in a module may read one of the files, as far as the end of its path is written out.</summary>
    public bool MayRead(string folder) => !paths.IsEmpty && modules.Read(folder).Parsed.Values.SelectMany(Expressions).Any(e => Calls(e).Any(MayRead));

    /// <summary>A call of which cannot be told whether it reads one of the files, in words; null if there is none.</summary>
    public string? Unclear(RootReading root)
    {
        if (paths.IsEmpty || !root.Context.Sources.Any(s => MayRead(s.Folder)))
            return null;
        foreach (var dependent in new Dependents(root).All(ImmutableHashSet<string>.Empty))
        {
            var call = Calls(dependent.Expression).FirstOrDefault(c => MayRead(c) && !IsKnown(root, dependent, c));
            if (call is not null && !root.Context.Evaluate(dependent.Expression, dependent.Scope).IsWhollyKnown)
                return $"{SourceLocation.Of(dependent.Expression)} reads {paths.First(p => MayBe(call, p))}";
        }

        return null;
    }

    /// <summary>Calls of functions that read files, in an expression of either syntax.</summary>
    public static IEnumerable<FunctionCallExpression> Calls(SyntaxNode expression) => Dependents.Nodes(expression).OfType<FunctionCallExpression>().Where(c => IsReading(c.Name));

    static bool IsReading(string name) =>
        (name.StartsWith("core::", StringComparison.Ordinal) ? name["core::".Length..] : name) is "file" or "filebase64" or "filebase64sha256" or "filebase64sha512" or "filemd5" or "filesha1" or "filesha256" or "filesha512" or "templatefile";

    static IEnumerable<SyntaxNode> Expressions(object parsed) => parsed is HclFile file ? file.Body.Items : [((JsonFile)parsed).Root];

    bool MayRead(FunctionCallExpression call) => paths.Any(p => MayBe(call, p));

    static bool MayBe(FunctionCallExpression call, string path)
    {
        var end = call.Arguments switch
        {
            [StringLiteral literal, ..] => literal.Value,
            [TemplateExpression { Parts: [.., TemplateText last] }, ..] => last.Value,
            _ => "",
        };
        return end.LastIndexOf('/') is var slash and >= 0 ? $"/{path}".EndsWith(end[slash..], StringComparison.Ordinal) : path.EndsWith(end, StringComparison.Ordinal);
    }

    /// <summary>Whether the path is known where the call stands, so that what it reads is evaluated, or is another file.</summary>
    static bool IsKnown(RootReading root, Dependent dependent, FunctionCallExpression call) =>
        call.Arguments is [var path, ..] && root.Context.Peek(path, dependent.Scope) is { IsUnknown: false, IsNull: false } value && value.Type == HclType.String
        && RepositoryPath.Resolve(root.Context.Folder, value.AsString()) is not null;
}
