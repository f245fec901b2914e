using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fixer.Inventory;

namespace Fixer.Changes;

/// <summary>Writes a Route 53 change as the <c>aws</c> command that does the same.</summary>
internal static class Route53Command
{
    // Relaxed: the text is for a shell, and quotes are handled below; \u0027 for an apostrophe would only confuse.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Change(string action, RecordSet record)
    {
        var set = new JsonObject { ["Name"] = record.Name + ".", ["Type"] = record.Type };
        if (record.Routing is { } routing)
            AddRouting(set, routing);
        if (record.Ttl is { } ttl)
            set["TTL"] = ttl;
        if (record.Alias is { } alias)
            set["AliasTarget"] = new JsonObject { ["HostedZoneId"] = alias.HostedZoneId, ["DNSName"] = alias.DnsName, ["EvaluateTargetHealth"] = alias.EvaluateTargetHealth };
        else
            set["ResourceRecords"] = new JsonArray([.. record.Values.Select(v => new JsonObject { ["Value"] = v })]);

        var batch = new JsonObject { ["Changes"] = new JsonArray(new JsonObject { ["Action"] = action, ["ResourceRecordSet"] = set }) };
        return $"aws route53 change-resource-record-sets --hosted-zone-id {Shell.Quote(record.ZoneId)} --change-batch {Shell.Quote(batch.ToJsonString(Plain))}";
    }

    private static void AddRouting(JsonObject set, RoutingPolicy routing)
    {
        set["SetIdentifier"] = routing.SetIdentifier;
        switch (routing.Policy)
        {
            case "weighted": set["Weight"] = long.TryParse(routing.Value, out var weight) ? weight : routing.Value; break;
            case "latency": set["Region"] = routing.Value; break;
            case "failover": set["Failover"] = routing.Value; break;
            case "multivalue": set["MultiValueAnswer"] = true; break;
            case "geolocation": set["GeoLocation"] = Settings(routing.Value); break;
            case "geoproximity": set["GeoProximityLocation"] = Settings(routing.Value); break;
            case "cidr": set["CidrRoutingConfig"] = Settings(routing.Value); break;
            default: set[routing.Policy] = routing.Value; break;
        }

        if (routing.HealthCheckId is { } check)
            set["HealthCheckId"] = check;
    }

    // What is no JSON is shown as it is: a plan must not fail to be shown because of what a record says.
    private static JsonNode? Settings(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
