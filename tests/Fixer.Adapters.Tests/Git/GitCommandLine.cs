using System.Diagnostics;
using Fixer.Testing;

namespace Fixer.Adapters.Tests.Git;

/// <summary>The git on PATH, as a second opinion on what LibGit2Sharp wrote.</summary>
static class GitCommandLine
{
    /// <summary>Runs git in a repository and returns what it printed; skips the test where there is no git, unless tools are required.</summary>
    public static string Run(string repository, params string[] arguments)
    {
        // Errors go where the test's own go: read here beside the output, they would need a second thread.
        var start = new ProcessStartInfo(Tool.Find("git"), ["--git-dir", repository, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"git {string.Join(' ', arguments)}");
        return output;
    }
}
