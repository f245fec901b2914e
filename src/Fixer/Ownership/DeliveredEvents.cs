using System.Text.Json;

namespace Fixer.Ownership;

/// <summary>
/// Reads what arrives when something happens: an event as EventBridge delivers it, with CloudTrail's record in <c>detail</c>, or the record alone, as in
/// CloudTrail's log files. Source: "Events delivered via CloudTrail", Amazon EventBridge User Guide.
/// </summary>
public static class DeliveredEvents
{
    private const string ApiCall = "AWS API Call via CloudTrail";

    /// <summary>The CloudTrail record; or why the event has none that counts. Sign-ins, service events and others are nobody's API call.</summary>
    public static TrailReading Read(JsonElement delivered)
    {
        try
        {
            return delivered.Member("detail-type") is null ? TrailRecords.Read(delivered) : Envelope(delivered);
        }
        catch (InvalidOperationException)
        {
            return new TrailReading(null, "the event holds text that is not Unicode");
        }
    }

    private static TrailReading Envelope(JsonElement delivered)
    {
        if (delivered.Text("detail-type") is not ApiCall)
            return new TrailReading(null, $"it is no \"{ApiCall}\"") { IsForeign = true };

        // Anybody who may call PutEvents can send any detail, but not under a source that begins with aws.
        if (delivered.Text("source")?.StartsWith("aws.", StringComparison.Ordinal) != true)
            return new TrailReading(null, "its source is not AWS");
        var reading = TrailRecords.Read(delivered.Member("detail") ?? default);
        return reading.Record is { } record && record.AccountId != delivered.Text("account")
            ? new TrailReading(null, $"it was sent from account {delivered.Text("account")} and speaks of account {record.AccountId}")
            : reading;
    }
}
