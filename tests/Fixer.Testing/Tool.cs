using System.Diagnostics;
using NUnit.Framework;

namespace Fixer.Testing;

/// <summary>A program of the machine that a test needs.</summary>
public static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The path of a program on PATH. Where it is missing, the test is skipped; with <c>FIXER_REQUIRE_TOOLS=1</c> it fails.</summary>
    public static string Find(string name)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (found is not null)
            return found;
        var message = $"{name} is not on PATH.";
        Missing(message);
        throw new FileNotFoundException(message);
    }

    /// <summary>Skips the test because something it needs is not there; with <c>FIXER_REQUIRE_TOOLS=1</c> fails it.</summary>
    public static void Missing(string message)
    {
        if (Environment.GetEnvironmentVariable("FIXER_REQUIRE_TOOLS") == "1")
            Assert.Fail(message);
        Assert.Ignore(message);
    }

    /// <summary>Starts a program with its output redirected; a variable whose value is null is taken out of the environment.</summary>
    public static Process Start(string path, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(string path, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using var process = Start(path, environment, arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
