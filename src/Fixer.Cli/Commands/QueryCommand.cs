using System.CommandLine;
using System.Globalization;
using Fixer.Adapters.Store;
using Spectre.Console;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer query</c>: read-only SQL over the store; docs/store.md has the schema.</summary>
internal static class QueryCommand
{
    public static Command Create(Terminal terminal)
    {
        var (config, output) = (Options.Config(), Options.Output());
        var sql = new Argument<string>("sql") { Description = "One SELECT statement.", HelpName = "SQL" };
        var command = new Command("query", "Ask the store with read-only SQL.") { sql, config, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var configuration = Session.Configure(parsed.GetValue(config)!);
            await using var result = await ReadOnlyQuery.Run(configuration.StorePath, parsed.GetValue(sql)!, cancellation);
            if (parsed.GetValue(output) == "json")
                await Json(terminal, result, cancellation);
            else
                await Table(terminal, result, cancellation);
            return ExitCode.Clean;
        });
        return command;
    }

    // Row by row: a million rows must not fill the memory.
    private static async Task Json(Terminal terminal, QueryResult result, CancellationToken cancellation)
    {
        var separator = "[\n";
        await foreach (var row in result.Rows(cancellation))
        {
            var named = result.Columns.Zip(row).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);
            terminal.Raw(separator + System.Text.Json.JsonSerializer.Serialize(named, Fixer.Json.Compact));
            separator = ",\n";
        }

        terminal.Raw(separator == "[\n" ? "[]\n" : "\n]\n");
    }

    private static async Task Table(Terminal terminal, QueryResult result, CancellationToken cancellation)
    {
        if (!terminal.IsInteractive)
        {
            // For cut and awk: one line a row, columns by tabs.
            terminal.Line(string.Join('\t', result.Columns.Select(Terminal.Safe)));
            await foreach (var row in result.Rows(cancellation))
                terminal.Line(string.Join('\t', row.Select(v => Terminal.Safe(Text(v)).Replace("\n", "\\n", StringComparison.Ordinal))));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in result.Columns)
            table.AddColumn(Terminal.Safe(column));
        await foreach (var row in result.Rows(cancellation))
            table.AddRow([.. row.Select(v => Terminal.Safe(Text(v)))]);
        terminal.Out.Write(table);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
