using Fixer.Changes;
using static Fixer.Cli.Terminal;

namespace Fixer.Cli.Demo;

/// <summary>Walks through the flow stage by stage and shows what each stage hands to the next.</summary>
internal sealed class DemoStory(Terminal terminal, Session session, string folder)
{
    public async Task<int> Play(bool isNew, CancellationToken cancellation)
    {
        if (isNew)
            Introduce();
        var survey = await Stage("Inventory", "Collecting every account", () => session.Pipeline.Scan(Scope.Everything, cancellation));
        var inventory = survey.Inventory;
        terminal.Line($"{inventory.Accounts.Length} accounts, {inventory.Zones.Length} hosted zones, {inventory.Records.Length} record sets ({survey.Examined} besides the zones' own NS and SOA), {inventory.Buckets.Length} buckets, {inventory.Stacks.Length} stack, {inventory.Gaps.Length} gaps.");

        Heading("Findings");
        foreach (var finding in survey.Findings)
        {
            Views.Finding(terminal, finding, inventory.FindAccount(finding.Resource.AccountId));
            foreach (var fact in finding.Facts)
                terminal.Line($"    • {Safe(fact)}");
        }

        var plan = await Stage("Ownership and planning", "Reading repositories, states, stacks and CloudTrail", () => session.Pipeline.Plan(Scope.Everything, cancellation));
        foreach (var item in plan.Items)
        {
            Views.Finding(terminal, item.Fix.Owned.Finding, null);
            Views.Chain(terminal, item.Fix.Owned.Owner);
            Views.Item(terminal, item);
            terminal.Line();
        }

        var report = await Apply(plan, cancellation);
        var verified = await Stage("Verification", "Looking again", () => session.Pipeline.Verify(cancellation));
        Views.Verified(terminal, verified);
        Close(plan, survey.Examined, report);
        return report.Changes.Any(c => c.State == AppliedState.Failed) ? ExitCode.Error : ExitCode.Clean;
    }

    private async Task<ApplyReport> Apply(Plan plan, CancellationToken cancellation)
    {
        Heading("Changes");
        if (!plan.Changes.Any())
        {
            terminal.Line("Nothing new to do.");
            return new ApplyReport([], []);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "plan.json"), PlanFile.Write(plan, await session.Store.PlanKey(cancellation)), cancellation);
        var report = await terminal.Progress("Applying", () => session.Pipeline.Apply(plan, cancellation));
        Views.Applied(terminal, report.Changes, report.Warnings);
        return report;
    }

    private void Introduce()
    {
        terminal.Line("[bold]An employee deletes S3 bucket assets.example.com by hand.[/] Five DNS records still point at it, in three hosted zones:");
        terminal.Line("three declared in Terraform (a block, an entry of a map, an element of a list that a module turns into records), one in");
        terminal.Line("CloudFormation, one made in the console. Four more records are none of our business.");
    }

    private void Close(Plan plan, int examined, ApplyReport report)
    {
        var done = report.Changes.Where(c => c.State == AppliedState.Done).Select(c => c.Change).ToArray();
        var untouched = done.Count(c => c is not PullRequestChange and not ApiChange);
        terminal.Line();
        terminal.Line($"[bold]{examined} records examined, {plan.Items.Length} findings, {done.OfType<PullRequestChange>().Count()} pull requests, {done.OfType<ApiChange>().Count()} API change{(done.OfType<ApiChange>().Count() == 1 ? "" : "s")}, {untouched} touched otherwise[/]");
    }

    private async Task<T> Stage<T>(string title, string what, Func<Task<T>> work)
    {
        Heading(title);
        return await terminal.Progress(what, work);
    }

    private void Heading(string title)
    {
        terminal.Line();
        terminal.Line($"[bold underline]{title}[/]");
    }
}
