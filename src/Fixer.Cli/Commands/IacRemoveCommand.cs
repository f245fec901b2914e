using System.Collections.Immutable;
using System.CommandLine;
using Fixer.Adapters.Hcl2Json;
using Fixer.Iac;
using Fixer.Iac.Opinions;
using Fixer.Iac.Terraform.Removal;

namespace Fixer.Cli.Commands;

/// <summary><c>fixer iac remove</c>: takes instances out of Terraform code, with proof, or says why not.</summary>
internal static class IacRemoveCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = Options.Output();
        var path = new Argument<string>("path") { Description = "The folder of a root module.", HelpName = "PATH" };
        var addresses = new Option<string[]>("--address") { Description = "What to remove, as Terraform writes it; may be repeated: all are removed together.", HelpName = "ADDRESS", Required = true };
        var write = new Option<bool>("--write") { Description = "Change the files: all, or none." };
        var root = new RootArguments();
        var command = new Command("remove", "Remove instances from a Terraform root module and the modules it calls, with proof that nothing else changes. HashiCorp's parser is asked for a second opinion if it is there: " + HashiCorpParser.Places + ".") { path, addresses, write, output };
        root.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = ModuleFolder.Open(parsed.GetValue(path)!);
            using var parser = HashiCorpParser.OfEnvironment();
            parser.Start(); // while the removal is worked out
            var result = InstanceRemoval.Remove(folder, folder.Folder, parsed.GetValue(addresses) ?? [], root.Read(parsed, folder));
            var proven = result as ProvenRemoval;
            var opinion = proven is null ? null : await SecondOpinion.Ask(parser, proven.Edits, p => folder.Read(p)!.Value, cancellation);
            if (opinion?.Refusal is { } refusal)
                result = new RefusedRemoval(refusal);
            var diff = result is ProvenRemoval ? Diff(folder, proven!) : ""; // before the files are what they become
            if (result is ProvenRemoval && parsed.GetValue(write))
                folder.WriteAll(proven!.Contents);
            var proof = proven is null ? null : Proof(proven, opinion!);
            if (parsed.GetValue(output) == "json")
                terminal.Json(Data(folder, result, diff, proof));
            else
                Show(terminal, result, diff, opinion);
            return result is ProvenRemoval ? ExitCode.Clean : ExitCode.Pending;
        });
        return command;
    }

    private static object Data(ModuleFolder folder, InstanceRemovalResult result, string diff, object? proof) => result switch
    {
        ProvenRemoval proven => new
        {
            Verdict = "removed",
            Refusal = (object?)null,
            Edits = proven.Edits.SelectMany(f => f.Edits.Select(e => new { Path = folder.Relative(f.Path), e.Span.Start, e.Span.End, e.NewText })),
            Diff = diff,
            Proof = proof,
            proven.Risks,
        },
        RefusedRemoval refused => new { Verdict = "refused", Refusal = new { refused.Refusal.Code, refused.Refusal.Message }, Edits = Array.Empty<object>(), Diff = diff, Proof = proof },
        _ => throw new ArgumentException("No such result.", nameof(result)),
    };

    private static object Proof(ProvenRemoval proven, Opinion opinion) => new
    {
        InstancesBefore = proven.Proof.DeclarationsBefore,
        InstancesAfter = proven.Proof.DeclarationsAfter,
        proven.Proof.Removed,
        proven.Proof.Added,
        proven.Proof.Changed,
        proven.Proof.UntouchedBytesIdentical,
        proven.Proof.DanglingReferences,
        proven.Proof.RepeatingChangesNothing,
        proven.Proof.OtherDeployments,
        Hcl2json = opinion.Word,
    };

    private static string Diff(ModuleFolder folder, ProvenRemoval proven)
    {
        var before = proven.Edits.ToImmutableSortedDictionary(e => folder.Relative(e.Path), e => folder.Read(e.Path)!.Value, StringComparer.Ordinal);
        return UnifiedDiff.Of(new SourceTree("", "", before), [.. proven.Edits.Select(e => e with { Path = folder.Relative(e.Path) })]);
    }

    private static void Show(Terminal terminal, InstanceRemovalResult result, string diff, Opinion? opinion)
    {
        if (result is RefusedRemoval { Refusal: var refusal })
        {
            terminal.Line($"[yellow]refused[/] {refusal.Code}: {Terminal.Safe(refusal.Message)}");
            return;
        }

        var proven = (ProvenRemoval)result;
        foreach (var line in diff.TrimEnd('\n').Split('\n'))
            terminal.Line(Terminal.Safe(line.TrimEnd('\r')));
        terminal.Line(Views.Proof(proven.Proof, "instances", opinion));
        foreach (var risk in proven.Risks)
            terminal.Line($"[yellow]![/] {Terminal.Safe(risk)}");
    }
}
