namespace Fixer.Iac.Checking;

/// <summary>How bad it is.</summary>
public enum CheckSeverity
{
    /// <summary>The file cannot be used, or could not be checked.</summary>
    Error,

    /// <summary>The file can be used, and something in it is not understood here.</summary>
    Warning,
}

/// <summary>Something that a check has found.</summary>
/// <param name="Path">Path relative to the folder that is checked.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable code, such as <c>HCL001</c> or <c>CFN001</c>; <c>CHK001</c> and on for files that were not read.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record CheckDiagnostic(string Path, int Line, int Column, CheckSeverity Severity, string Code, string Message)
{
    /// <summary>The file or folder could not be read.</summary>
    /// <param name="path">Path relative to the folder that is checked.</param>
    /// <param name="reason">What the system says.</param>
    public static CheckDiagnostic Unreadable(string path, string reason) => OfFile(path, "CHK001", $"It could not be read: {reason}");

    /// <summary>The file is larger than <see cref="SourceCheck.MaxBytes"/>.</summary>
    public static CheckDiagnostic TooLarge(string path, long bytes) => OfFile(path, "CHK002", $"The file has {bytes} bytes; files are read up to {SourceCheck.MaxBytes}.");

    /// <summary>A symbolic link would lead out of the folder that is checked.</summary>
    public static CheckDiagnostic LeadsOut(string path) => OfFile(path, "CHK003", "This symbolic link leads out of the folder that is checked; it is not followed.");

    static CheckDiagnostic OfFile(string path, string code, string message) => new(path, 1, 1, CheckSeverity.Error, code, message);
}
