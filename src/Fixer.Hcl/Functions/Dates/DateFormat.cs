using System.Globalization;
using System.Text;
using Fixer.Hcl.Evaluation;

namespace Fixer.Hcl.Functions.Dates;

/// <summary>The formats of <c>formatdate</c>: a run of the same letter stands for a part of the date, text in single quotes for itself.</summary>
static class DateFormat
{
    static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <exception cref="HclFunctionException">It is not a format.</exception>
    public static string Format(string format, Instant time)
    {
        var result = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == '\'')
                Quoted(result, format, ref at);
            else if (char.IsAsciiLetter(format[at]))
            {
                var length = format.AsSpan(at).IndexOfAnyExcept(format[at]);
                length = length < 0 ? format.Length - at : length;
                result.Append(Part(format[at], length, time) ?? throw new HclFunctionException($"The format has {format.AsSpan(at, Math.Min(length, 10))}, which means nothing.", 0));
                at += length;
            }
            else
                result.Append(format[at++]);
        }

        return result.ToString();
    }

    /// <summary>Two quotes are one quote, alone and within quoted text.</summary>
    static void Quoted(StringBuilder result, string format, ref int at)
    {
        if (format.AsSpan(at).StartsWith("''"))
        {
            result.Append('\'');
            at += 2;
            return;
        }

        for (at++; at < format.Length; at++)
        {
            if (format[at] == '\'' && (++at == format.Length || format[at] != '\''))
                return;
            result.Append(format[at]);
        }

        throw new HclFunctionException("A quote in the format is not closed.", 0);
    }

    static string? Part(char letter, int length, Instant time)
    {
        var (year, month, day) = time.Date();
        var hour = time.TimeOfDay / 3600;
        return (letter, length) switch
        {
            ('Y', 2) => Padded(year % 100),
            ('Y', 4) => year.ToString("0000", CultureInfo.InvariantCulture),
            ('M', 3) => English.AbbreviatedMonthNames[month - 1],
            ('M', 4) => English.MonthNames[month - 1],
            ('E', 3) => English.AbbreviatedDayNames[time.DayOfWeek],
            ('E', 4) => English.DayNames[time.DayOfWeek],
            ('A', 2) => hour < 12 ? "AM" : "PM",
            ('a', 2) => hour < 12 ? "am" : "pm",
            ('Z', 1) => time.Zone(":", "Z"),
            ('Z', 3) => time.Zone("", "UTC"),
            ('Z', 4) => time.Zone(""),
            ('Z', 5) => time.Zone(":"),
            (_, 1 or 2) => Number(letter) is { } number ? (length == 1 ? number.ToString(CultureInfo.InvariantCulture) : Padded(number)) : null,
            _ => null,
        };

        int? Number(char letter) => letter switch
        {
            'M' => month,
            'D' => day,
            'h' => hour,
            'H' => hour % 12 == 0 ? 12 : hour % 12,
            'm' => time.TimeOfDay / 60 % 60,
            's' => time.TimeOfDay % 60,
            _ => null,
        };
    }

    static string Padded(long number) => number.ToString("00", CultureInfo.InvariantCulture);
}
