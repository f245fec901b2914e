using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Functions;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Calls of functions that may read certain files.</summary>
/// <param name="modules">The modules.</param>
/// <param name="paths">The files.</param>
sealed class FileReads(ModuleSources modules, ImmutableArray<string> paths)
{
    /// <summary>By the file as parsed, which is immutable.</summary>
    static readonly ConditionalWeakTable<object, FunctionCallExpression[]> InFiles = [];

    /// <summary>Whether any call in a module may read one of the files, as far as the end of its path is written out.</summary>
    public bool MayRead(string folder) => !paths.IsEmpty && modules.Read(folder).Parsed.Values.SelectMany(CallsIn).Any(MayRead);

    /// <summary>Whether any call in a file of Terragrunt may read one of the files.</summary>
    public bool MayRead(HclFile file) => !paths.IsEmpty && file.Body.Items.Any(e => Calls(e).Any(MayRead));

    /// <summary>Whether a root module reads one of the files; and if that cannot be told, where and which, in words.</summary>
    public (bool Reads, string? Unclear) Of(RootReading root)
    {
        if (paths.IsEmpty || !root.Context.Sources.Any(s => MayRead(s.Folder)))
            return (false, null);
        var isRead = false;
        foreach (var dependent in new Dependents(root).All(ImmutableHashSet<string>.Empty))
        {
            foreach (var call in Calls(dependent.Expression).Where(MayRead))
            {
                if (PathOf(root, dependent, call) is { } path)
                    isRead |= paths.Contains(path);
                else if (!root.Context.Peek(dependent.Expression, dependent.Scope).IsWhollyKnown)
                    return (true, $"{SourceLocation.Of(dependent.Expression)} reads {paths.First(p => MayBe(call, p))}");
            }
        }

        return (isRead || paths.Any(root.Context.FilesRead.Contains), null);
    }

    /// <summary>Calls of functions that read files, in an expression of either syntax.</summary>
    public static IEnumerable<FunctionCallExpression> Calls(SyntaxNode expression) => Dependents.Nodes(expression).OfType<FunctionCallExpression>().Where(c => IsReading(c.Name));

    /// <summary>The same in a file of configuration, in either syntax.</summary>
    public static FunctionCallExpression[] CallsIn(object parsed) => InFiles.GetValue(parsed, p => [.. p is HclFile file ? file.Body.Items.SelectMany(Calls) : Calls(((JsonFile)p).Root)]);

    static bool IsReading(string name) =>
        (name.StartsWith("core::", StringComparison.Ordinal) ? name["core::".Length..] : name) is "file" or "filebase64" or "filebase64sha256" or "filebase64sha512" or "filemd5" or "filesha1" or "filesha256" or "filesha512" or "templatefile";

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

    /// <summary>What a call reads; null if that cannot be told from where it stands.</summary>
    static string? PathOf(RootReading root, Dependent dependent, FunctionCallExpression call) =>
        call.Arguments is [var path, ..] && root.Context.Peek(path, dependent.Scope).TextOrNull() is { } text
            ? RepositoryPath.Resolve(root.Context.Folder, text)
            : null;
}
