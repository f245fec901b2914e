using System.Text;
using Fixer.Iac.Terraform.Records;

namespace Fixer.Iac.Terraform.State;

/// <summary>Which record set of Route 53 it is. Two that are equal are the same record set, whoever wrote their names.</summary>
/// <param name="ZoneId">The hosted zone's id (<c>Z…</c>).</param>
/// <param name="Name">The full name, in the form that <see cref="NormalName"/> gives.</param>
/// <param name="Type">The record type, upper case.</param>
/// <param name="SetIdentifier">The set identifier of a routing policy; null if there is none.</param>
public sealed record StateRecord(string ZoneId, string Name, string Type, string? SetIdentifier)
{
    internal const string ResourceType = "aws_route53_record";

    /// <summary>The record set of these values, as Route 53, the provider or people write them.</summary>
    public static StateRecord Of(string zoneId, string name, string type, string? setIdentifier) =>
        new(Zones.NormalId(zoneId), NormalName(name), type.ToUpperInvariant(), string.IsNullOrEmpty(setIdentifier) ? null : setIdentifier);

    /// <summary>
    /// <see cref="DeclaredRecord.NormalName"/>, and every other character that Route 53 writes as an octal code (<c>\100</c> for <c>@</c>) as itself. A dot or
    /// backslash in a label, and what cannot be seen, stays a code. See "DNS domain name format" in the Amazon Route 53 Developer Guide.
    /// </summary>
    public static string NormalName(string name)
    {
        var normal = DeclaredRecord.NormalName(name);
        if (!normal.Contains('\\', StringComparison.Ordinal))
            return normal;
        var text = new StringBuilder(normal.Length);
        for (var i = 0; i < normal.Length; i++)
        {
            if (normal[i] == '\\' && Octal(normal.AsSpan(i + 1)) is { } code)
            {
                text.Append(char.ToLowerInvariant(code));
                i += 3;
            }
            else
                text.Append(normal[i]);
        }

        return text.ToString();
    }

    static char? Octal(ReadOnlySpan<char> digits)
    {
        if (digits is not [>= '0' and <= '1', >= '0' and <= '7', >= '0' and <= '7', ..])
            return null;
        var code = (char)(((digits[0] - '0') * 64) + ((digits[1] - '0') * 8) + digits[2] - '0');
        return code is > ' ' and < '\x7f' and not '.' and not '\\' ? code : null;
    }
}
