namespace Fixer.Ownership;

/// <summary>The part of a CloudTrail management event that tells who did something. Field names follow CloudTrail's record contents.</summary>
/// <param name="EventId">CloudTrail's event id.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="EventName">The API operation.</param>
/// <param name="ReadOnly">Whether it only read.</param>
/// <param name="IdentityType">userIdentity.type: IAMUser, AssumedRole, Root, AWSService, …</param>
/// <param name="PrincipalArn">userIdentity.arn.</param>
/// <param name="UserName">IAM user name, or the role's session name.</param>
/// <param name="InvokedBy">The AWS service that made the call, or null.</param>
/// <param name="FromConsole">Whether the session was opened in the console (sessionCredentialFromConsole).</param>
/// <param name="UserAgent">The caller's own claim; it supports, and never decides.</param>
public sealed record TrailEvent(
    string EventId,
    DateTimeOffset Time,
    string EventName,
    bool ReadOnly,
    string IdentityType,
    string PrincipalArn,
    string UserName,
    string? InvokedBy,
    bool FromConsole,
    string UserAgent)
{
    /// <summary>Whether it brought the resource into being: a CREATE, not an UPSERT, which may have changed what was there.</summary>
    public bool Creates { get; init; }

    /// <summary>The role behind a session, with its path (sessionContext.sessionIssuer.arn); null if it is not told.</summary>
    public string? SessionIssuer { get; init; }

    /// <summary>Who vouched for a session opened with a web identity (webIdFederationData.federatedProvider); null if there was none.</summary>
    public string? FederatedProvider { get; init; }

    /// <summary>The address the call came from, or the AWS service; null if it is not told.</summary>
    public string? SourceAddress { get; init; }
}
