using System.Collections.Immutable;

namespace Fixer.Changes;

/// <summary>Carries out API steps through the role of one playbook.</summary>
public interface IApi
{
    /// <summary>
    /// Carries out one step. The step's precondition is checked against the live resource in the same breath: a step that already took effect succeeds,
    /// and one whose resource has moved throws.
    /// </summary>
    /// <param name="playbook">Whose role acts.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellation">Cancels before the call, never in the middle of it.</param>
    /// <exception cref="StepRefusedException">The live resource is not what the step expects, or the role may not do it.</exception>
    /// <exception cref="TransientApiException">AWS kept failing or throttling.</exception>
    Task Run(string playbook, ApiStep step, CancellationToken cancellation);

    /// <summary>Whether the live resource is as the step leaves it, so that running the step would change nothing.</summary>
    /// <exception cref="StepRefusedException">It may not be read.</exception>
    /// <exception cref="TransientApiException">AWS kept failing or throttling.</exception>
    Task<bool> HasTakenEffect(ApiStep step, CancellationToken cancellation);

    /// <summary>Sets a tag on a hosted zone through the tagger role; does nothing when the zone has it already.</summary>
    /// <exception cref="StepRefusedException">The role may not do it.</exception>
    /// <exception cref="TransientApiException">AWS kept failing or throttling.</exception>
    Task TagZone(string accountId, string zoneId, string key, string value, CancellationToken cancellation);
}

/// <summary>A step must not, or may not, be carried out.</summary>
public sealed class StepRefusedException(Findings.Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>The named reason.</summary>
    public Findings.Refusal Refusal { get; } = refusal;
}

/// <summary>AWS kept failing or throttling after the adapter's own retries.</summary>
public sealed class TransientApiException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Sends mail.</summary>
public interface IMail
{
    /// <summary>Sends a message once: a second call with the same id does nothing.</summary>
    Task Send(Message message, CancellationToken cancellation);
}

/// <summary>A mail.</summary>
/// <param name="Id">Identifies it for ever; safe as a file name.</param>
/// <param name="To">Address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Body">Plain text.</param>
public sealed record Message(string Id, string To, string Subject, string Body);

/// <summary>Renders what people read from the templates folder.</summary>
public interface ITemplates
{
    /// <summary>The body of a pull request, Markdown, with everything from outside escaped and a hidden marker at its end.</summary>
    string PullRequestBody(PullRequestChange change);

    /// <summary>The commit message of a pull request.</summary>
    string CommitMessage(PullRequestChange change);

    /// <summary>The mail of a hand-off.</summary>
    Message HandoffMail(Handoff handoff, string to);

    /// <summary>The digest that one admin gets.</summary>
    Message Digest(Digest digest);
}

/// <summary>What one account admin is told.</summary>
/// <param name="Id">Names the content: the same news has the same id.</param>
/// <param name="To">The admin's address.</param>
/// <param name="Lines">One per finding in the admin's accounts.</param>
public sealed record Digest(string Id, string To, ImmutableArray<DigestLine> Lines);

/// <summary>One finding in a digest.</summary>
/// <param name="Account">Account id and name.</param>
/// <param name="Title">The finding.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Outcome">What was done or why not.</param>
/// <param name="Reference">Change id or pull request; empty if none.</param>
public sealed record DigestLine(string Account, string Title, string Severity, string Outcome, string Reference);
