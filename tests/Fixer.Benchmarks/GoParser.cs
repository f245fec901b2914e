using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Fixer.Benchmarks;

/// <summary>HashiCorp's parser, as Debian packages it, through the program in <c>go/</c>.</summary>
/// <param name="Speed">Megabytes (10⁶ bytes) a second.</param>
/// <param name="Messages">The first error in each file that has one.</param>
sealed record GoParser(double Speed, IReadOnlyDictionary<string, string> Messages)
{
    const string Packages = "/usr/share/gocode";

    /// <summary>Null if there is no Go on the machine, or not the package <c>golang-github-hashicorp-hcl-v2-dev</c>.</summary>
    public static GoParser? TryRun(string root, int seconds)
    {
        if (!Directory.Exists(Packages + "/src/github.com/hashicorp/hcl/v2"))
            return null;
        var start = new ProcessStartInfo("go", ["run", Path.Combine(AppContext.BaseDirectory, "go", "parse.go"), root, $"{seconds}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["GOPATH"] = Packages, ["GO111MODULE"] = "off", ["GOMAXPROCS"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            if (process.ExitCode != 0)
                return null;
            var messages = lines[..^1].Select(l => l.Split('\t', 2)).ToDictionary(l => l[0], l => l[1]);
            return new GoParser(double.Parse(lines[^1], CultureInfo.InvariantCulture), messages);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
