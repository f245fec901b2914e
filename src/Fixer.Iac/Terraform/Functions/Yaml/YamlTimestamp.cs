using System.Globalization;

namespace Fixer.Iac.Terraform.Functions.Yaml;

/// <summary>Timestamps in YAML (https://yaml.org/type/timestamp.html), as far as Terraform knows them, written as RFC 3339 has it, without fractions of seconds.</summary>
ref struct YamlTimestamp
{
    ReadOnlySpan<char> rest;

    YamlTimestamp(ReadOnlySpan<char> text) => rest = text;

    /// <summary>The timestamp in RFC 3339; null if the text is none.</summary>
    public static string? Parse(string text) => new YamlTimestamp(text).Read();

    string? Read()
    {
        if (Number(4, 4) is not { } year || !Take('-') || Number(1, 2) is not { } month || !Take('-') || Number(1, 2) is not { } day)
            return null;

        // The year zero is one to Terraform, and a leap year.
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month))
            return null;
        var date = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T");
        if (rest.IsEmpty)
            return date + "00:00:00Z";
        var hasZone = rest[0] is 'T' or 't';
        if ((!hasZone && rest[0] != ' ') || Time() is not { } time)
            return null;
        var zone = hasZone ? Zone() : "Z";
        return rest.IsEmpty && zone is not null ? date + time + zone : null;
    }

    string? Time()
    {
        rest = rest[1..];
        if (Number(1, 2) is not (< 24 and { } hour) || !Take(':') || Number(1, 2) is not (< 60 and { } minute) || !Take(':') || Number(1, 2) is not (< 60 and { } second))
            return null;
        if (rest is ['.' or ',', >= '0' and <= '9', ..])
        {
            rest = rest[1..];
            Number(1, int.MaxValue);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}");
    }

    string? Zone()
    {
        if (Take('Z'))
            return "Z";
        var sign = rest is ['+' or '-', ..] ? rest[0] : '\0';
        if (sign == '\0')
            return null;
        rest = rest[1..];
        if (Number(2, 2) is not (<= 24 and { } hours) || !Take(':') || Number(2, 2) is not (<= 60 and { } minutes))
            return null;
        var offset = (hours * 60) + minutes;
        return offset == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{sign}{offset / 60:00}:{offset % 60:00}");
    }

    bool Take(char c)
    {
        if (rest.IsEmpty || rest[0] != c)
            return false;
        rest = rest[1..];
        return true;
    }

    int? Number(int least, int most)
    {
        var (length, value) = (0, 0);
        for (; length < most && length < rest.Length && char.IsAsciiDigit(rest[length]); length++)
            value = unchecked((value * 10) + rest[length] - '0');
        rest = rest[length..];
        return length >= least ? value : null;
    }
}
