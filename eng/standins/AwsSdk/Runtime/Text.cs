using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;

namespace Fixer.AwsSdk;

/// <summary>Values as the text that the wire has for them, and back. No value is no text.</summary>
internal static class Text
{
    public static string? Of(string? value) => value;

    public static string? Of(ConstantClass? value) => value?.Value;

    public static string? Of(bool? value) => value is { } set ? set ? "true" : "false" : null;

    public static string? Of(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(float? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Base64.</summary>
    public static string? Of(MemoryStream? value) => value is null ? null : Convert.ToBase64String(value.ToArray());

    public static string? Iso8601(DateTime? value) => value is { } set ? StringUtils.FromDateTimeToISO8601WithOptionalMs(set) : null;

    public static string? Rfc822(DateTime? value) => value is { } set ? StringUtils.FromDateTimeToRFC822(set) : null;

    public static string? UnixTimestamp(DateTime? value) => value is { } set ? StringUtils.FromDateTimeToUnixTimestamp(set) : null;

    /// <summary>A new token. It must differ from every other one, so it comes from the system's random numbers and from no seed.</summary>
    public static string IdempotencyToken() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    /// <summary>A header's number; none if there is no such header or it is no number, as a Retry-After that is a date.</summary>
    public static int? Int(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A moment in any of the formats that services use: ISO 8601, RFC 822, or seconds since 1970.</summary>
    public static DateTime Timestamp(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? Timestamp(seconds)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    /// <summary>A moment in seconds since 1970.</summary>
    public static DateTime Timestamp(decimal seconds) => DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
