using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using Fixer.Iac.Documents;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary>What a scalar of YAML means to Terraform: the core schema of YAML 1.2, with the booleans of YAML 1.1, and timestamps as text.</summary>
static class YamlScalar
{
    const string Prefix = "tag:yaml.org,2002:";

    static readonly string[] True = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
    static readonly string[] False = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
    static readonly string[] Null = ["", "~", "null", "Null", "NULL"];
    static readonly string[] Infinite = [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"];
    static readonly string[] NotANumber = [".nan", ".NaN", ".NAN"];

    /// <summary>The value of a scalar.</summary>
    /// <exception cref="HclFunctionException">Its tag is not known, or its text does not suit the tag.</exception>
    public static HclValue Value(DocumentScalar scalar, Origin origin)
    {
        var value = Resolve(scalar, origin);
        return scalar is { Quoted: true, Tag: null } ? HclConversion.Convert(value, HclType.String, out _)! : value;
    }

    /// <summary>The text of a scalar that is a key.</summary>
    /// <exception cref="HclFunctionException">It is null, or as for <see cref="Value"/>.</exception>
    public static string Key(DocumentScalar scalar)
    {
        var value = Value(scalar, Origin.Supplied);
        return value is { IsNull: false, IsUnknown: false }
            ? HclConversion.Convert(value, HclType.String, out _)!.AsString()
            : throw new HclFunctionException("A key of a mapping is null.", 0);
    }

    static HclValue Resolve(DocumentScalar scalar, Origin origin)
    {
        var (tag, text) = (scalar.Tag, scalar.Value);
        var kind = tag is null ? "" : tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag[Prefix.Length..] : tag;
        if (kind is not ("str" or "binary") && (text.Length == 0 || IsHint(text[0])))
        {
            if (scalar is { Quoted: true, IsBlock: false } && IsKnown(kind))
                return HclValue.String(text, origin);
            if (Word(text, origin) is { } word && IsKnown(kind))
                return word;
            if (kind.Length == 0 && NotANumber.Contains(text))
                throw new HclFunctionException("Terraform has no value for what is not a number.", 0);
            if (kind is "" or "timestamp" && YamlTimestamp.Parse(text) is { } timestamp)
                return HclValue.String(timestamp, origin);
            if (IsKnown(kind) && (YamlNumber.IsInteger(text) || YamlNumber.IsFloat(text)))
                kind = "float";
        }

        return kind switch
        {
            "" or "str" => HclValue.String(text, origin),
            "binary" when IsBase64(text) => HclValue.String(text, origin),
            "int" or "float" when YamlNumber.IsNumber(text, out var number) => number is null ? HclValue.Unknown(HclType.Number, origin) : HclValue.Number(number, origin),
            "timestamp" when YamlTimestamp.Parse(text) is { } timestamp => HclValue.String(timestamp, origin),
            "null" => HclValue.Null(HclType.Dynamic, origin),
            _ => throw new HclFunctionException($"The tag {tag} is not supported, or what has it does not suit.", 0),
        };
    }

    static HclValue? Word(string text, Origin origin)
    {
        if (Null.Contains(text))
            return HclValue.Null(HclType.Dynamic, origin);
        if (True.Contains(text) || False.Contains(text))
            return HclValue.Bool(True.Contains(text), origin);
        return Infinite.Contains(text) ? HclValue.Unknown(HclType.Number, origin) : null;
    }

    static bool IsKnown(string kind) => kind is "" or "bool" or "int" or "float" or "null" or "timestamp";

    /// <summary>Whether a scalar that starts with it is looked at; all others are text.</summary>
    static bool IsHint(char c) => char.IsAsciiDigit(c) || "+-.yYnNtTfFoO~".Contains(c, StringComparison.Ordinal);

    static bool IsBase64(string text) => !text.AsSpan().ContainsAny(' ', '\t') && Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
