using System.Collections.Immutable;
using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Records;

/// <summary>Makes a declared record of what an <c>aws_route53_record</c> is evaluated to.</summary>
static class RecordBlock
{
    public const string Type = "aws_route53_record";

    /// <param name="deployment">Where it was evaluated.</param>
    /// <param name="instance">The instance, or what all instances of a block have in common.</param>
    /// <param name="isCertain">Whether it is known that there is such an instance.</param>
    public static DeclaredRecord Read(RootDeployment deployment, ResourceInstance instance, bool isCertain)
    {
        var unknown = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (!isCertain)
            unknown.Add(DeclaredRecord.Count);
        var zone = Zones.Of(instance.Values.Element("zone_id")?.Value);
        if (zone.IsUnknown)
            unknown.Add("zone");
        var name = Text(instance, "name", isRequired: true, unknown);
        var type = Text(instance, "type", isRequired: true, unknown);
        var set = Text(instance, "set_identifier", isRequired: false, unknown);
        var (targets, pointsAt) = Targets(instance, unknown);
        return new(
            SourceKind.Terraform,
            instance.Address,
            SourceLocation.Of(instance.Source),
            zone.Name,
            zone.Id,
            zone.IsPrivate,
            name is null ? null : DeclaredRecord.NormalName(name),
            type?.ToUpperInvariant(),
            string.IsNullOrEmpty(set) ? null : set,
            targets,
            unknown.ToImmutable())
        {
            Deployment = deployment,
            YieldedBy = instance.YieldedBy is { } literal ? SourceLocation.Of(literal) : null,
            PointsAt = pointsAt,
        };
    }

    static string? Text(ResourceInstance instance, string argument, bool isRequired, ImmutableSortedSet<string>.Builder unknown)
    {
        var value = instance.Values.Element(argument)?.Value;
        if (value.TextOrNull() is { } text)
            return text;
        if (isRequired || value is { IsNull: false })
            unknown.Add(argument);
        return null;
    }

    /// <summary>The alias target, or the resource records: what is known of them, and which resources of the same code the others are attributes of.</summary>
    static (ImmutableArray<string> Known, ImmutableArray<SourceReference> PointsAt) Targets(ResourceInstance instance, ImmutableSortedSet<string>.Builder unknown)
    {
        var known = ImmutableArray.CreateBuilder<string>();
        var pointsAt = ImmutableArray.CreateBuilder<SourceReference>();
        foreach (var value in TargetValues(instance))
        {
            if (value.TextOrNull() is { } text)
            {
                known.Add(DeclaredRecord.NormalName(text));
                continue;
            }

            unknown.Add("targets");
            if (value?.Origin.Supplier is ProviderAnswer { Block.Type: "resource" } answer)
                pointsAt.Add(new(answer.Address, answer.Block.Location));
        }

        return (known.ToImmutable(), [.. pointsAt.Distinct()]);
    }

    /// <summary>The records as they are written: to the provider they are a set, of which nothing is known if one element is not.</summary>
    static IEnumerable<HclValue?> TargetValues(ResourceInstance instance)
    {
        var alias = instance.Values.Element("alias")?.Value;
        var records = instance.Place is { } place && place.Block.Body.Argument("records") is { } argument ? place.Module.Argument(argument, place.Instance) : null;
        if (alias is null)
            return records is { IsUnknown: false, IsNull: false } && records.Type.IsSequence ? records.Elements.Select(e => (HclValue?)e.Value) : [records];
        return records is null && alias is { IsUnknown: false, IsNull: false } && alias.Type.IsSequence && alias.Elements is [{ Value: { IsUnknown: false, IsNull: false } only }] && only.Type.IsKeyed
            ? [only.Element("name")?.Value]
            : [null];
    }
}
