using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fixer.Adapters.Files;
using Fixer.Changes;
using Fixer.Ownership;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer events</c>: what events made wrong, minutes after they happened. Writes nothing outside the store and the plan file.</summary>
internal static class EventsCommand
{
    /// <summary>The most that is read at once: more than a queue hands out, and no more than memory bears.</summary>
    private const int MaxBytes = 64 << 20;

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var (config, output) = (Options.Config(), Options.Output());
        var file = new Argument<string>("file") { Description = "Events as EventBridge delivers them, one after the other or in a list; - for standard input.", HelpName = "FILE|-" };
        var plan = new Option<string?>("--out") { Description = "Write the plan to this file, for fixer apply.", HelpName = "FILE" };
        var command = new Command("events", "Look at what CloudTrail events touch, and plan what follows. Changes nothing.") { file, config, output, plan };
        command.SetAction(async (parsed, cancellation) =>
        {
            var events = await Read(parsed.GetValue(file)!, cancellation);
            await using var session = await Session.Open(Session.Configure(parsed.GetValue(config)!), clock, cancellation);
            var intake = new EventIntake(session.Ports, Playbooks.All.Playbooks, session.Pipeline, clock);
            var report = await terminal.Progress("Looking", () => intake.Handle(events, cancellation));
            var text = report.Plan is null ? null : PlanFile.Write(report.Plan, await session.Store.PlanKey(cancellation));
            if (parsed.GetValue(plan) is { } path && text is not null)
                await File.WriteAllTextAsync(path, text, cancellation);
            if (parsed.GetValue(output) == "json")
                terminal.Json(new { report.Events, report.Candidates, plan = text is null ? null : JsonNode.Parse(text) });
            else
                Views.Events(terminal, report, parsed.GetValue(plan));
            return Exit(report);
        });
        return command;
    }

    private static int Exit(EventReport report)
    {
        if (report.Events.Any(e => e.State is EventState.Unreadable or EventState.Deferred))
            return ExitCode.Error;
        return report.Plan is null || (report.Plan.Items.IsEmpty && report.Plan.Gaps.IsEmpty) ? ExitCode.Clean : ExitCode.Pending;
    }

    private static async Task<ImmutableArray<TrailReading>> Read(string path, CancellationToken cancellation)
    {
        await using var stream = path == "-" ? Terminal.Input() : File.OpenRead(path);
        var content = await BoundedRead.All(stream, MaxBytes, cancellation) ?? throw new CliException($"{path}: more than {MaxBytes >> 20} MB of events; hand them over in parts.");
        try
        {
            return Parse(content);
        }
        catch (JsonException error)
        {
            throw new CliException($"{path}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: not JSON; no event was looked at.");
        }
    }

    private static ImmutableArray<TrailReading> Parse(byte[] json)
    {
        var events = ImmutableArray.CreateBuilder<TrailReading>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = TrailRecords.MaxDepth });
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Records", out var records)) // a log file of CloudTrail
                root = records;
            events.AddRange(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(DeliveredEvents.Read) : [DeliveredEvents.Read(root)]);
        }

        return events.ToImmutable();
    }
}
