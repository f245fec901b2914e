namespace Fixer.Changes;

/// <summary>Command lines that are safe to paste, whatever the names in them are.</summary>
internal static class Shell
{
    /// <summary>One argument: inside single quotes a POSIX shell interprets nothing; the quote itself is closed, escaped and opened again.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
