namespace Fixer.Inventory;

/// <summary>Host names of AWS's services.</summary>
internal static class AwsHost
{
    private static readonly string[] Suffixes = [".amazonaws.com", ".amazonaws.com.cn"];

    /// <summary>What stands before AWS's own domain in <paramref name="host"/> (lower case, no final dot); null if it is not AWS's.</summary>
    public static string? BeforeDomain(string host) =>
        Suffixes.FirstOrDefault(s => host.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? host[..^suffix.Length] : null;
}
