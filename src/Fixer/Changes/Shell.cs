namespace Fixer.Changes;

/// <summary>Command lines that are safe to paste, whatever the names in them are.</summary>
internal static class Shell
{
    /// <summary>One argument: inside single quotes a POSIX shell interprets nothing; the quote itself is closed, escaped and opened again.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>CloudFront takes only whole settings, with the tag of the ones they replace.</summary>
    public static string Switch(string distribution, string enabled) =>
        $"id={Quote(distribution)}; settings=$(aws cloudfront get-distribution-config --id \"$id\") && aws cloudfront update-distribution --id \"$id\" "
        + $"--if-match \"$(jq -r .ETag <<<\"$settings\")\" --distribution-config \"$(jq '.DistributionConfig + {{Enabled: {enabled}}}' <<<\"$settings\")\"";
}
