using System.Diagnostics;

namespace Fixer.Benchmarks;

/// <summary>Other programs, run to their end.</summary>
static class Programs
{
    /// <summary>What it wrote.</summary>
    /// <param name="path">The program.</param>
    /// <param name="environment">What its environment has besides.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string path, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{path} {string.Join(' ', arguments)}: {process.ExitCode}\n{output}");
    }

    /// <summary>The command <c>fixer</c> of the same configuration, in this checkout; null if it was not built.</summary>
    public static string? Fixer()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(output.FullName, "..", "..", "..", "..", "..", "src", "Fixer.Cli", "bin", output.Parent!.Name, output.Name, OperatingSystem.IsWindows() ? "Fixer.Cli.exe" : "Fixer.Cli");
        return File.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
