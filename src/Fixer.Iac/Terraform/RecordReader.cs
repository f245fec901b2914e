using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>A record and why parts of it are unknown, by the names that <see cref="DeclaredRecord.Unknown"/> uses.</summary>
sealed record RecordReading(DeclaredRecord Record, ImmutableSortedDictionary<string, string> Reasons);

/// <summary>Evaluates a <c>resource "aws_route53_record"</c> block.</summary>
sealed class RecordReader(TerraformModule module)
{
    public const string Type = "aws_route53_record";

    readonly ImmutableSortedDictionary<string, string>.Builder reasons = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    public static RecordReading Read(TerraformModule module, Declaration declaration) => new RecordReader(module).Read(declaration);

    RecordReading Read(Declaration declaration)
    {
        var body = ((HclBlock)declaration.Item).Body;
        var zone = Zone(body);
        var name = Text(body, "name", "name", required: true);
        var type = Text(body, "type", "type", required: true);
        var set = Text(body, "set_identifier", "set_identifier", required: false);
        var targets = Targets(body);
        if (module.IsAmbiguous(declaration.Address))
        {
            (zone, name, type, set, targets) = (null, null, null, null, []);
            foreach (var property in new[] { "zone", "name", "type", "set_identifier", "targets" })
                reasons[property] = $"{declaration.Address} is declared more than once or overridden";
        }

        var record = new DeclaredRecord(
            SourceKind.Terraform,
            declaration.Address,
            declaration.File.LocationOf(declaration.Item),
            zone?.Name,
            zone?.Id,
            zone?.IsPrivate,
            name is null ? null : DeclaredRecord.NormalName(name),
            type?.ToUpperInvariant(),
            set,
            targets,
            [.. reasons.Keys]);
        return new RecordReading(record, reasons.ToImmutable());
    }

    ZoneIdValue? Zone(HclBody body)
    {
        var value = module.Evaluator.Argument(body, "zone_id");
        switch (value)
        {
            case ZoneIdValue zone:
                if (zone.Unknown is { } why)
                    reasons["zone"] = why;
                return zone;
            case TextValue text:
                return new ZoneIdValue(null, Zones.NormalId(text.Text), null, null);
            default:
                reasons["zone"] = ReasonOf(value);
                return null;
        }
    }

    string? Text(HclBody body, string argument, string property, bool required)
    {
        var value = module.Evaluator.Argument(body, argument);
        if (value is TextValue text)
            return text.Text;
        if (required || value is not NullValue)
            reasons[property] = ReasonOf(value);
        return null;
    }

    ImmutableArray<string> Targets(HclBody body)
    {
        var aliases = body.BlocksOfType("alias").ToArray();
        var value = aliases is [var alias] ? module.Evaluator.Argument(alias.Body, "name")
            : aliases.Length == 0 && !body.Blocks.Any(b => b.Is("dynamic", "alias")) ? module.Evaluator.Argument(body, "records")
            : new UnknownValue("several or dynamic alias blocks");
        var elements = value is ListValue list && aliases.Length == 0 ? list.Elements : [value];
        var known = ImmutableArray.CreateBuilder<string>();
        foreach (var element in elements)
        {
            if (element is TextValue text && (value is ListValue || aliases.Length == 1))
                known.Add(DeclaredRecord.NormalName(text.Text));
            else
                reasons["targets"] = ReasonOf(element);
        }

        return known.ToImmutable();
    }

    static string ReasonOf(TerraformValue value) => value switch
    {
        UnknownValue unknown => unknown.Reason,
        NullValue => "not written",
        ZoneIdValue => "the id of a zone",
        _ => "a value of another type",
    };
}
