using System.CommandLine;

namespace Fixer.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Config() => new("--config") { Description = "Configuration file.", DefaultValueFactory = _ => "fixer.yaml", HelpName = "FILE" };

    public static Option<string> Output(params string[] more)
    {
        string[] values = ["table", "json", .. more];
        var option = new Option<string>("--output") { Description = "How results are shown.", DefaultValueFactory = _ => "table" };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    public static Option<bool> Yes() => new("--yes") { Description = "Do it without asking." };
}

/// <summary>The options that narrow a run.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string[]> playbooks = new("--playbook") { Description = "Only this playbook; may be repeated.", HelpName = "ID", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> accounts = new("--account") { Description = "Only resources of this account; may be repeated.", HelpName = "ID", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> regions = new("--region") { Description = "Only resources of this region (global for Route 53); may be repeated.", HelpName = "REGION", DefaultValueFactory = _ => [] };

    public void AddTo(Command command)
    {
        command.Options.Add(playbooks);
        command.Options.Add(accounts);
        command.Options.Add(regions);
    }

    /// <exception cref="CliException">A playbook does not exist, or an account id is malformed.</exception>
    public Scope Read(ParseResult parsed)
    {
        var scope = new Scope([.. parsed.GetValue(playbooks) ?? []], [.. parsed.GetValue(accounts) ?? []], [.. parsed.GetValue(regions) ?? []]);
        if (scope.Playbooks.FirstOrDefault(p => Playbooks.All.Find(p) is null) is { } unknown)
            throw new CliException($"--playbook {unknown}: there is no such playbook; fixer playbooks list shows them.");
        if (scope.Accounts.FirstOrDefault(a => a.Length != 12 || !a.All(char.IsAsciiDigit)) is { } malformed)
            throw new CliException($"--account {malformed}: an account id is twelve digits.");
        return scope.Playbooks.IsEmpty && scope.Accounts.IsEmpty && scope.Regions.IsEmpty ? Scope.Everything : scope;
    }
}
