using System.Collections.Immutable;
using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>
/// Finds what refers to a resource, among the tokens: so it sees references in templates, heredocs, calls and every other expression,
/// whether or not these are parsed. Comments do not refer.
/// </summary>
sealed class ResourceUses(string type, string name)
{
    readonly byte[] type = Encoding.UTF8.GetBytes(type);
    readonly byte[] name = Encoding.UTF8.GetBytes(name);
    readonly byte[] address = Encoding.UTF8.GetBytes($"{type}.{name}");

    /// <summary>Uses in the module itself, its tests, and through <c>module.x.</c> in what calls it; as path:line.</summary>
    /// <param name="module">The module that declares the resource.</param>
    /// <param name="declaration">The block that declares it; what stands inside is left out. Null after its removal.</param>
    public ImmutableArray<string> Find(TerraformModule module, HclBlock? declaration)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var (path, file) in FilesOf(module))
            Find(path, file, null, declaration, found);
        foreach (var call in module.Tree.Calls.Where(c => c.Folder == module.Folder))
        {
            foreach (var (path, file) in FilesOf(call.Caller))
                Find(path, file, call.Name, null, found);
        }

        return [.. found.Distinct()];
    }

    static IEnumerable<(string Path, HclFile File)> FilesOf(TerraformModule module) => module.Files.Select(f => (f.Path, f.Hcl))
        .Concat(module.Tree.Others(module.Folder, ".tftest.hcl").Select(f => (f.Path, HclFile.Parse(f.Content))));

    void Find(string path, HclFile file, string? call, HclBlock? declaration, ImmutableArray<string>.Builder found)
    {
        for (var i = 0; i < file.Tokens.Length; i++)
        {
            if (declaration?.Span.Contains(file.Tokens[i].Span) == true)
                continue;
            if (call is null ? IsTraversal(file, i, null) || IsQuoted(file, i) : IsTraversal(file, i, call))
                found.Add($"{path}:{file.Text.LineOf(file.Tokens[i].Span.Start)}");
        }
    }

    /// <summary><c>type.name</c> at its beginning, or right behind <c>module.call.</c></summary>
    bool IsTraversal(HclFile file, int index, string? call)
    {
        if (!Is(file, index, type))
            return false;
        var dot = Next(file, index, 1);
        if (dot < 0 || file.Tokens[dot].Kind != TokenKind.Dot || Next(file, dot, 1) is not (>= 0 and var second) || !Is(file, second, name))
            return false;
        var before = Next(file, index, -1);
        var isFirst = before < 0 || file.Tokens[before].Kind != TokenKind.Dot;
        if (call is null || isFirst)
            return call is null && isFirst;
        var owner = Next(file, before, -1);
        return owner >= 0 && (file.Tokens[owner].Kind == TokenKind.CloseBracket || Is(file, owner, Encoding.UTF8.GetBytes(call)));
    }

    /// <summary><c>"type.name"</c>, as <c>depends_on</c> and <c>ignore_changes</c> still take it.</summary>
    bool IsQuoted(HclFile file, int index)
    {
        if (file.Tokens[index].Kind != TokenKind.StringText || index == 0 || file.Tokens[index - 1].Kind != TokenKind.OpenQuote)
            return false;
        var text = file.Text.Slice(file.Tokens[index].Span);
        return text.StartsWith(address) && (text.Length == address.Length || text[address.Length] is (byte)'.' or (byte)'[');
    }

    static bool Is(HclFile file, int index, ReadOnlySpan<byte> identifier) =>
        file.Tokens[index].Kind == TokenKind.Identifier && file.Text.Slice(file.Tokens[index].Span).SequenceEqual(identifier);

    static int Next(HclFile file, int index, int step)
    {
        for (index += step; index >= 0 && index < file.Tokens.Length; index += step)
        {
            if (!file.Tokens[index].IsTrivia)
                return index;
        }

        return -1;
    }
}
