using Fixer.Changes;
using Fixer.Findings;

namespace Fixer.Adapters.Templates;

/// <summary>Renders pull requests, commits and mails from the Liquid files in <c>templates</c>.</summary>
public sealed class LiquidTemplates : ITemplates
{
    /// <summary>The longest body of a pull request in characters, as GitHub has it.</summary>
    public const int MaxBody = 65_536;

    private const int HashLength = 8;

    // The first holds anything honest; the others only meet hostile or broken input. The last one fits whatever is in it.
    private static readonly PullRequestValues[] Sizes = [new(4_000, 100), new(400, 20), new(60, 8)];

    private readonly LiquidRenderer renderer = new();

    /// <inheritdoc/>
    public string PullRequestBody(PullRequestChange change)
    {
        var lines = change.Text.Diff.Split('\n');
        foreach (var size in Sizes)
        {
            var whole = Body(change, size, lines, lines.Length);
            if (whole.Length <= MaxBody)
                return whole;
            if (Body(change, size, lines, 0).Length <= MaxBody)
                return WithShorterDiff(change, size, lines);
        }

        throw new InvalidOperationException($"The body of {change.Id} has more than {MaxBody} characters even when shortened.");
    }

    /// <inheritdoc/>
    public string CommitMessage(PullRequestChange change) => renderer.Render("pull-requests/commit.liquid", new Dictionary<string, object>
    {
        ["title"] = change.Text.Title,
        ["problem"] = change.Text.Problem,
        ["risk"] = change.Text.Risk,
        ["address"] = change.Text.Address,
        ["location"] = change.Text.Location,
        ["next_apply"] = change.Text.NextApply,
        ["change"] = change.Id,
    });

    /// <inheritdoc/>
    public Message HandoffMail(Handoff handoff, string to) => Mail($"handoff-{handoff.Id}", to, "mail/handoff.liquid", new Dictionary<string, object>
    {
        ["title"] = handoff.Title,
        ["resource"] = handoff.Resource.Id,
        ["account"] = handoff.Resource.AccountId,
        ["owner"] = handoff.Owner,
        ["reason"] = handoff.Reason,
        ["request"] = handoff.Request,
        ["change"] = handoff.Id,
        ["playbook"] = handoff.Playbook,
    });

    /// <inheritdoc/>
    public Message Digest(Digest digest)
    {
        var accounts = digest.Lines.GroupBy(l => l.Account, StringComparer.Ordinal).Select(g => new Dictionary<string, object>
        {
            ["name"] = g.Key,
            ["lines"] = g.Select(Line).ToList(),
        });
        return Mail($"digest-{digest.Id}-{Fingerprint.Of(digest.To)[..HashLength]}", digest.To, "mail/digest.liquid", new Dictionary<string, object>
        {
            ["count"] = digest.Lines.Length,
            ["accounts"] = accounts.ToList(),
            ["id"] = digest.Id,
        });
    }

    // The most whole lines of the diff that fit; found by halving, since escaping and the fence make the length hard to foresee.
    private string WithShorterDiff(PullRequestChange change, PullRequestValues size, string[] lines)
    {
        var (fits, tooMany) = (0, lines.Length);
        while (tooMany - fits > 1)
        {
            var middle = fits + ((tooMany - fits) / 2);
            if (Body(change, size, lines, middle).Length <= MaxBody)
                fits = middle;
            else
                tooMany = middle;
        }

        return Body(change, size, lines, fits);
    }

    private string Body(PullRequestChange change, PullRequestValues size, string[] lines, int shown) =>
        renderer.Render("pull-requests/removal.liquid", size.Of(change, string.Join('\n', lines.Take(shown)), lines.Length - shown));

    // A mail template's first line is the subject.
    private Message Mail(string id, string to, string template, Dictionary<string, object> values)
    {
        var text = renderer.Render(template, values);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new Message(id, to, text[..end], text[end..].TrimStart('\n'));
    }

    private static Dictionary<string, object> Line(DigestLine line) => new()
    {
        ["title"] = line.Title,
        ["severity"] = line.Severity.ToLowerInvariant(),
        ["outcome"] = line.Outcome,
        ["reference"] = line.Reference,
    };
}
