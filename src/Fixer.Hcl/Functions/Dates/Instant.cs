using System.Globalization;

namespace Fixer.Hcl.Functions.Dates;

/// <summary>A point in time as RFC 3339 writes it, with the offset from UTC that it is written with. Its year may become any; .NET's end before Terraform's.</summary>
/// <param name="Seconds">Since the beginning of 1970, UTC.</param>
/// <param name="Nanoseconds">Since the last full second.</param>
/// <param name="Offset">Of local time from UTC, in seconds.</param>
readonly record struct Instant(long Seconds, int Nanoseconds, int Offset)
{
    const int Day = 24 * 60 * 60;

    /// <summary>Seconds of the local day.</summary>
    public int TimeOfDay => (int)Floored(Seconds + Offset, Day);

    /// <summary>Sunday is 0.</summary>
    public int DayOfWeek => (int)Floored(LocalDay + 4, 7);

    long LocalDay => (Seconds + Offset - TimeOfDay) / Day;

    /// <summary>Strictly RFC 3339 with capital letters. Null if it is not.</summary>
    public static Instant? Parse(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return null;
        if (Number(text, 0, 4, 0, 9999) is not { } year || Number(text, 5, 2, 1, 12) is not { } month || Number(text, 8, 2, 1, DaysIn(year, month)) is not { } day)
            return null;
        if (Number(text, 11, 2, 0, 23) is not { } hour || Number(text, 14, 2, 0, 59) is not { } minute || Number(text, 17, 2, 0, 59) is not { } second)
            return null;
        var (end, nanoseconds) = (19, 0);
        if (text[end] == '.')
        {
            var digits = text.AsSpan(end + 1);
            digits = digits[..Math.Max(0, digits.IndexOfAnyExceptInRange('0', '9'))];
            if (digits.IsEmpty)
                return null;
            nanoseconds = int.Parse(digits.ToString().PadRight(9, '0')[..9], NumberStyles.None, CultureInfo.InvariantCulture);
            end += 1 + digits.Length;
        }

        if (OffsetOf(text.AsSpan(end)) is not { } offset)
            return null;
        return new((DayNumber(year, month, day) * Day) + (hour * 3600) + (minute * 60) + second - offset, nanoseconds, offset);
    }

    static int? OffsetOf(ReadOnlySpan<char> zone)
    {
        if (zone is "Z")
            return 0;
        if (zone.Length != 6 || zone[0] is not ('+' or '-') || zone[3] != ':')
            return null;
        if (Number(zone, 1, 2, 0, 23) is not { } hours || Number(zone, 4, 2, 0, 59) is not { } minutes)
            return null;
        return ((hours * 60) + minutes) * (zone[0] == '-' ? -60 : 60);
    }

    static int? Number(ReadOnlySpan<char> text, int start, int length, int least, int greatest) =>
        int.TryParse(text.Slice(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest ? value : null;

    static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Days since the beginning of 1970, counted from March on, so that the day which only some years have is the last.</summary>
    static long DayNumber(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (365 * year) + FloorOf(year, 4) - FloorOf(year, 100) + FloorOf(year, 400) + dayOfYear - 719468;
    }

    /// <summary>The local date.</summary>
    public (long Year, int Month, int Day) Date()
    {
        // Four hundred years have always the same number of days.
        const int Era = 146097;
        var day = LocalDay + 719468;
        var ofEra = (int)Floored(day, Era);
        var yearOfEra = (ofEra - (ofEra / 1460) + (ofEra / 36524) - (ofEra / (Era - 1))) / 365;
        var ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * ofYear) + 2) / 153;
        var year = yearOfEra + (FloorOf(day, Era) * 400);
        return (month >= 10 ? year + 1 : year, month >= 10 ? month - 9 : month + 3, ofYear - (((153 * month) + 2) / 5) + 1);
    }

    /// <summary>RFC 3339, without fraction of a second.</summary>
    public override string ToString()
    {
        var (year, month, day) = Date();
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}T{TimeOfDay / 3600:00}:{TimeOfDay / 60 % 60:00}:{TimeOfDay % 60:00}{Zone(":", "Z")}");
    }

    /// <summary>The offset from UTC, with something between hours and minutes.</summary>
    public string Zone(string separator, string? utc = null)
    {
        var minutes = Math.Abs(Offset) / 60;
        return Offset == 0 && utc is not null ? utc : string.Create(CultureInfo.InvariantCulture, $"{(Offset < 0 ? '-' : '+')}{minutes / 60:00}{separator}{minutes % 60:00}");
    }

    static long FloorOf(long value, long divisor) => (value - Floored(value, divisor)) / divisor;

    /// <summary>The remainder that is not negative.</summary>
    static long Floored(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
