using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Modules;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>A call of a module by a remote address that names the very repository that it is in.</summary>
/// <param name="At">Where the call is.</param>
/// <param name="Folder">The folder called.</param>
sealed record OwnCall(SourceLocation At, string Folder);

/// <summary>
/// Finds such calls, as <c>git::https://host/owner/name.git//modules/x?ref=v1</c>, of Terragrunt units as well. They take the module as it was at some version, and get
/// an edit of it at some time later.
/// </summary>
static class OwnCalls
{
    public static IEnumerable<OwnCall> Of(ModuleSources modules, string repository) =>
        from call in modules.Folders.SelectMany(f => modules.Read(f).Source!.OfType("module")).Select(c => (c.Location, Source: Source(c)))
            .Concat(modules.Units.All.Where(u => u is { Module: null, Source: not null }).Select(u => (Location: new SourceLocation(u.Path, 1, 1), Source: u.Source!)))
        let called = Folder(call.Source, repository)
        where called is not null
        select new OwnCall(call.Location, called);

    static string Source(ConfigurationBlock call) => call.Body.Argument("source")?.Value switch
    {
        StringLiteral native => native.Value,
        JsonString json => json.Value,
        _ => "",
    };

    static string? Folder(string source, string repository)
    {
        var index = repository.Length == 0 ? -1 : source.IndexOf(repository, StringComparison.OrdinalIgnoreCase);
        if (index < 0)
            return null;
        var rest = source[(index + repository.Length)..].Split('?')[0];
        var folder = rest.IndexOf("//", StringComparison.Ordinal);
        return folder < 0 ? "" : rest[(folder + 2)..].Trim('/');
    }
}
