using System.CommandLine;
using Fixer.Iac;
using Fixer.Inventory;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer owner</c>: who may change a resource, with the evidence.</summary>
internal static class OwnerCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output) = (Options.Config(), Options.Output());
        var resource = new Argument<string>("resource") { Description = "A DNS record as NAME/TYPE[/SET-ID].", HelpName = "NAME/TYPE[/SET-ID]" };
        var command = new Command("owner", "Say who owns a resource, and why.") { resource, config, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(resource)!;
            var which = Parse(wanted);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var owners = await terminal.Progress("Looking for the owner", () => session.Pipeline.Owners(which, cancellation));
            if (owners.IsEmpty)
                throw new CliException($"{wanted}: no hosted zone that could be read has this record. fixer query \"select name, type, account_id from records\" lists those of the last scan.");
            if (parsed.GetValue(output) == "json")
                terminal.Json(owners.Select(o => new { resource = o.Record.Resource, owner = o.Owner }));
            else
                Views.Owners(terminal, owners);
            return ExitCode.Clean;
        });
        return command;
    }

    private static Func<RecordSet, bool> Parse(string resource)
    {
        if (resource.StartsWith("arn:", StringComparison.Ordinal))
            throw new CliException($"{resource}: the playbooks of this version deal with DNS records, which have no ARN; name one as NAME/TYPE[/SET-ID].");
        var parts = resource.Split('/', 3);
        if (parts.Length < 2 || parts.Any(p => p.Length == 0))
            throw new CliException($"{resource}: name a DNS record as NAME/TYPE[/SET-ID], such as www.example.com/CNAME.");
        var (name, type, set) = (DeclaredRecord.NormalName(parts[0]), parts[1].ToUpperInvariant(), parts.ElementAtOrDefault(2));
        return r => r.Name == name && r.Type == type && (set is null || r.Routing?.SetIdentifier == set);
    }
}
