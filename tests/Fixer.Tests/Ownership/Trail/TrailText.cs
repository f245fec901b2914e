using System.Text;
using Fixer.Ownership;
using Fixer.Testing;

namespace Fixer.Tests.Ownership.Trail;

/// <summary>Writes CloudTrail records as CloudTrail does.</summary>
internal static class TrailText
{
    public const string PersonInConsole = """{"type":"AssumedRole","principalId":"AROAEXAMPLE:jo@example.com","arn":"arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_1a2b/jo@example.com","accountId":"111111111111","sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_1a2b","userName":"AWSReservedSSO_Admin_1a2b"},"webIdFederationData":{},"attributes":{"mfaAuthenticated":"false"}}}""";

    public static string Record(string source, string name, string request = "null", string response = "null", string identity = PersonInConsole, string more = "") => $$"""
        {"eventVersion":"1.11","userIdentity":{{identity}},"eventTime":"2026-11-20T08:30:00Z","eventSource":"{{source}}.amazonaws.com","eventName":"{{name}}","awsRegion":"us-east-1",
         "sourceIPAddress":"192.0.2.7","userAgent":"Mozilla/5.0","requestParameters":{{request}},"responseElements":{{response}},"requestID":"r-1","eventID":"e-1",
         "readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{A.Team}}","eventCategory":"Management"{{more}}}
        """;

    public static string ChangeBatch(string changes, string zone = "Z1EXAMPLE") =>
        Record("route53", "ChangeResourceRecordSets", $$"""{"hostedZoneId":"{{zone}}","changeBatch":{"changes":{{changes}} } }""");

    public static TrailReading Read(string text) => TrailRecords.Read(Encoding.UTF8.GetBytes(text));

    public static TrailRecord Parsed(string text) => Read(text).Record ?? throw new AssertionException($"not read: {Read(text).Problem}");
}
