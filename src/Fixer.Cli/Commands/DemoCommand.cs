using System.CommandLine;
using Fixer.Cli.Demo;
using static Fixer.Cli.Terminal;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer demo</c>: the whole flow on an embedded organization, embedded repositories and an embedded forge.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var keep = new Option<string?>("--keep") { Description = "Play in this folder and leave it: repositories, plan.json, store, mails.", HelpName = "DIR" };
        var merge = new Option<string?>("--merge") { Description = "Play the app team in that folder: merge a pull request and deploy it.", HelpName = "OWNER/REPO#N" };
        var close = new Option<string?>("--close") { Description = "Play the app team in that folder: close a pull request.", HelpName = "OWNER/REPO#N" };
        var reason = new Option<string>("--reason") { Description = "Why it is closed.", DefaultValueFactory = _ => "We still need it." };
        var command = new Command("demo", "Play the whole flow: a deleted bucket, five records, two pull requests, one API change.") { keep, merge, close, reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            var kept = parsed.GetValue(keep);
            if (kept is null && (parsed.GetValue(merge) ?? parsed.GetValue(close)) is not null)
                throw new CliException("--merge and --close need the folder of an earlier demo: --keep DIR.");
            var folder = Path.GetFullPath(kept ?? Directory.CreateTempSubdirectory("fixer-demo-").FullName);
            try
            {
                var isNew = DemoFolder.Prepare(folder, clock);
                await using var session = await Session.Open(Session.Configure(Path.Combine(folder, "fixer.yaml")), clock, cancellation);
                if (parsed.GetValue(merge) is { } merged)
                    return await new AppTeam(terminal, session).Merge(merged, cancellation);
                if (parsed.GetValue(close) is { } closed)
                    return await new AppTeam(terminal, session).Reject(closed, parsed.GetValue(reason)!, cancellation);
                var code = await new DemoStory(terminal, session, folder).Play(isNew, cancellation);
                Next(terminal, kept);
                return code;
            }
            finally
            {
                if (kept is null)
                    Remove(folder);
            }
        });
        return command;
    }

    private static void Next(Terminal terminal, string? kept)
    {
        if (kept is null)
            terminal.Note("Run it with --keep DIR to keep the repositories, the plan, the store and the mails.");
        else
            terminal.Note($"Everything is in {Safe(kept)}. Play on: fixer demo --keep {Safe(kept)} --merge acme/web-infrastructure#1");
    }

    private static void Remove(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal); // git writes its objects read-only
        Directory.Delete(folder, recursive: true);
    }
}
