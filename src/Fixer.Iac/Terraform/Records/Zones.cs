using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Records;

/// <summary>What the code says about the hosted zone of a record. With neither name nor id, nothing tells which zone it is.</summary>
/// <param name="Name">The zone's name, in normal form; null if it is not known.</param>
/// <param name="Id">Its id (<c>Z…</c>); null if it is not known.</param>
/// <param name="IsPrivate">Whether it is private; null if the code does not say.</param>
sealed record ZoneReference(string? Name, string? Id, bool? IsPrivate)
{
    public static ZoneReference Unknown { get; } = new(null, null, null);

    public bool IsUnknown => Name is null && Id is null;
}

/// <summary>Follows <c>zone_id</c> to the zone that is declared, or looked up, in the same code.</summary>
static class Zones
{
    const string Type = "aws_route53_zone";

    /// <summary>The zone that a value of <c>zone_id</c> stands for.</summary>
    public static ZoneReference Of(HclValue? id)
    {
        if (id is null || id.IsNull)
            return ZoneReference.Unknown;
        if (!id.IsUnknown)
            return id.TextOrNull() is { } text ? new(null, NormalId(text), null) : ZoneReference.Unknown;
        return id.Origin.Supplier is ProviderAnswer { Attribute: "zone_id" or "id" } answer && answer.Block.Labels[0] == Type
            ? answer.Block.Type == "data" ? LookedUp(answer) : Declared(answer)
            : ZoneReference.Unknown;
    }

    /// <summary>Some tools print ids as <c>/hostedzone/Z…</c>, and the provider accepts them so.</summary>
    public static string NormalId(string id) => id.StartsWith("/hostedzone/", StringComparison.Ordinal) ? id["/hostedzone/".Length..] : id;

    /// <summary>A zone has no id before it is made.</summary>
    static ZoneReference Declared(ProviderAnswer zone)
    {
        bool? isPrivate = zone.Block.Body.Blocks("vpc", 0).Any() ? true
            : zone.Block.Body.Blocks("dynamic", 1).Any(b => b.Labels[0] == "vpc") || zone.Block.Body.Argument("vpc") is not null ? null
            : false;
        return Text(zone, "name") is { } name ? new(DeclaredRecord.NormalName(name), null, isPrivate) : ZoneReference.Unknown;
    }

    /// <summary>A data source looks up by id, or by name; in public zones unless told otherwise, by id in either.</summary>
    static ZoneReference LookedUp(ProviderAnswer zone)
    {
        if (zone.Block.Body.Argument("zone_id") is not null)
            return Text(zone, "zone_id") is { } id ? new(null, NormalId(id), null) : ZoneReference.Unknown;
        if (Text(zone, "name") is not { } name)
            return ZoneReference.Unknown;
        return new(DeclaredRecord.NormalName(name), null, zone.Block.Body.Argument("vpc_id") is not null ? null : IsPrivate(zone));
    }

    static bool? IsPrivate(ProviderAnswer zone)
    {
        if (zone.Block.Body.Argument("private_zone") is not { } argument)
            return false;
        var value = HclConversion.Convert(zone.Module.Argument(argument, zone.Instance), HclType.Bool, out _);
        return value is { IsUnknown: false, IsNull: false } ? value.AsBool() : null;
    }

    static string? Text(ProviderAnswer zone, string argument) =>
        zone.Block.Body.Argument(argument) is { } found ? zone.Module.Argument(found, zone.Instance).TextOrNull() : null;
}
