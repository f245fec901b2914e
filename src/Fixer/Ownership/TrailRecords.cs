using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Fixer.Ownership;

/// <summary>A CloudTrail event that was read, or why it could not be.</summary>
/// <param name="Record">The event; null if it could not be read.</param>
/// <param name="Problem">What is wrong with it; null if nothing is.</param>
public sealed record TrailReading(TrailRecord? Record, string? Problem)
{
    /// <summary>Whether it is sound, but not the call of an API.</summary>
    public bool IsForeign { get; init; }
}

/// <summary>
/// Reads CloudTrail's event records: the text that LookupEvents returns in <c>CloudTrailEvent</c>, an item of <c>Records</c> in a log file, and the
/// <c>detail</c> of an event that EventBridge delivers, which are the same. Events come from outside: size and depth are bounded, nothing throws.
/// Source: "CloudTrail record contents" and "CloudTrail userIdentity element", AWS CloudTrail User Guide.
/// </summary>
public static class TrailRecords
{
    /// <summary>The largest event that is read, in bytes: CloudTrail's own limit is 256 KiB, or 1 MiB if so configured.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>How deep an event may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads one event record.</summary>
    public static TrailReading Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
            return Broken($"the event has {json.Length} bytes; the limit is {MaxBytes}");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            return Broken($"the event is not JSON: {error.Message}");
        }
    }

    /// <summary>Reads one event record out of a larger document.</summary>
    public static TrailReading Read(JsonElement record)
    {
        // Text that is no valid UTF-16, such as a lone surrogate, cannot be had as a string.
        try
        {
            return Parse(record);
        }
        catch (InvalidOperationException)
        {
            return Broken("the event holds text that is not Unicode");
        }
    }

    private static TrailReading Parse(JsonElement record)
    {
        if (record.Text("eventID") is not { } id)
            return Broken("it has no eventID");
        if (record.Text("eventName") is not { } name || record.Text("eventSource") is not { } source)
            return Broken($"event {id} has no eventName or no eventSource");
        if (!DateTimeOffset.TryParse(record.Text("eventTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return Broken($"event {id} has no eventTime");
        if ((record.Text("recipientAccountId") ?? record.Text("userIdentity.accountId")) is not { Length: 12 } account || !account.All(char.IsAsciiDigit))
            return Broken($"event {id} names no account");
        var (service, region, error) = (source.Split('.')[0], record.Text("awsRegion") ?? "", record.Text("errorCode"));
        var who = Who(record, id, time, name);
        var writes = who.ReadOnly || error is not null ? new Writes([], true) : TrailWrites.Of(record, service, name, account, region);
        return new TrailReading(new TrailRecord(who, account, region, service, error, writes.Resources, writes.IsComplete), null);
    }

    private static TrailEvent Who(JsonElement record, string id, DateTimeOffset time, string name)
    {
        var identity = record.Member("userIdentity") ?? default;
        var arn = identity.Text("arn") ?? "";
        var type = identity.Text("type") ?? "";
        return new TrailEvent(
            id,
            time,
            name,
            record.IsTrue("readOnly"),
            type,
            arn,
            (type is "AssumedRole" or "FederatedUser" ? arn[(arn.LastIndexOf('/') + 1)..] : null) ?? identity.Text("userName") ?? identity.Text("onBehalfOf.userId") ?? identity.Text("principalId") ?? "",
            identity.Text("invokedBy"),
            record.IsTrue("sessionCredentialFromConsole") || identity.IsTrue("sessionContext.attributes.sessionCredentialFromConsole"),
            record.Text("userAgent") ?? "")
        {
            SessionIssuer = identity.Text("sessionContext.sessionIssuer.arn"),
            FederatedProvider = identity.Text("sessionContext.webIdFederationData.federatedProvider"),
            SourceAddress = record.Text("sourceIPAddress"),
        };
    }

    private static TrailReading Broken(string problem) => new(null, problem);
}

/// <summary>What a call wrote.</summary>
internal sealed record Writes(ImmutableArray<ResourceWrite> Resources, bool IsComplete);
