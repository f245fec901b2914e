using System.Diagnostics;

namespace Fixer.Adapters.Tests.Git;

/// <summary>The git on PATH, as a second opinion on what LibGit2Sharp wrote.</summary>
static class GitCommandLine
{
    /// <summary>Runs git in a repository and returns what it printed; skips the test where there is no git, unless tools are required.</summary>
    public static string Run(string repository, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--git-dir", repository, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, () => errors.GetAwaiter().GetResult());
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            if (Environment.GetEnvironmentVariable("FIXER_REQUIRE_TOOLS") == "1")
                Assert.Fail("git is not on PATH.");
            Assert.Ignore("git is not on PATH.");
            throw;
        }
    }
}
