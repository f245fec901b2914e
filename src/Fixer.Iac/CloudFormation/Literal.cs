using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>A property as far as the source tells: a text, not written, or unknown. A parameter's default is never taken for its value.</summary>
/// <param name="Value">The text; null if not written or unknown.</param>
/// <param name="Unknown">Whether something is written that only a deployment can tell.</param>
readonly record struct Literal(string? Value, bool Unknown)
{
    static readonly Literal NotKnown = new(null, true);

    /// <summary>Evaluates a value.</summary>
    /// <param name="node">The value; null if it is not written.</param>
    /// <param name="inForEach">Whether a loop replaces placeholders in every string.</param>
    public static Literal Of(DocumentNode? node, bool inForEach)
    {
        if (node is null || IsNoValue(node))
            return default;
        if (node is DocumentScalar { Tag: null or "tag:yaml.org,2002:str" } scalar)
            return Text(scalar, inForEach);
        if (Intrinsic.Of(node)?.Substitution() is { } sub && !Placeholders.Variables(sub.Text).Any() && !(inForEach && Placeholders.In(sub.Text)) && !IsTemplated(sub.Text))
            return new Literal(Placeholders.Unescape(sub.Text), false);
        return NotKnown;
    }

    /// <summary><c>!Ref AWS::NoValue</c> stands for a property that is not written.</summary>
    public static bool IsNoValue(DocumentNode node) => Intrinsic.Of(node) is { Name: "Ref", Argument: DocumentScalar { Value: "AWS::NoValue" } };

    static Literal Text(DocumentScalar scalar, bool inForEach)
    {
        var isString = scalar.Quoted || scalar.Tag is not null || IsPlainString(scalar.Value);
        return isString && !IsTemplated(scalar.Value) && !(inForEach && Placeholders.In(scalar.Value))
            ? new Literal(scalar.Value, false)
            : NotKnown;
    }

    /// <summary>Dynamic references (<c>{{resolve:ssm:…}}</c>), and the placeholders of Jinja and its kin.</summary>
    static bool IsTemplated(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("<%", StringComparison.Ordinal);

    /// <summary>
    /// Whether a plain scalar stays what is written. YAML 1.1 reads <c>010</c> as 8, <c>1.10</c> as 1.1, <c>1:30</c> as 90 and <c>yes</c> as true;
    /// what a parser makes of such a name is not worth a guess.
    /// </summary>
    static bool IsPlainString(string text)
    {
        if (text.ToLowerInvariant() is "" or "~" or "null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n" or ".inf" or ".nan")
            return false;
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('_' or ':' or '+' or '-' or '.' or 'e' or 'E' or 'x' or 'o')))
            return !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var canonicalInteger = text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');
        return canonicalInteger || IsIPv4(text) || text.Contains("::", StringComparison.Ordinal) || !text.Any(char.IsAsciiDigit);
    }

    static bool IsIPv4(string text) => text.Split('.') is { Length: 4 } parts && parts.All(p => p.Length is > 0 and < 4 && p.All(char.IsAsciiDigit));
}
