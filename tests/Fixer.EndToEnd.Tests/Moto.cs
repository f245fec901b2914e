using System.Diagnostics;
using Fixer.Testing;

namespace Fixer.EndToEnd.Tests;

/// <summary>An AWS of its own: the moto server on a free port, and the <c>aws</c> command line that talks to it and to nothing else.</summary>
internal sealed class Moto : IDisposable
{
    private const string Announcement = "Running on ";

    private readonly string aws = Tool.Find("aws");
    private readonly Process server;

    private Moto(Process server, string endpoint)
    {
        this.server = server;
        Environment = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_SESSION_TOKEN"] = null,
            ["AWS_PROFILE"] = null,
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ENDPOINT_URL"] = endpoint,
            ["AWS_ENDPOINT_URL_S3"] = null,
            ["AWS_MAX_ATTEMPTS"] = "1",
            ["NO_PROXY"] = "127.0.0.1",
            ["no_proxy"] = "127.0.0.1",
        };
    }

    public IReadOnlyDictionary<string, string?> Environment { get; }

    public static async Task<Moto> Start()
    {
        // Found before anything is started, so that a skipped test leaves nothing behind.
        foreach (var tool in (string[])["aws", "bash", "jq", "curl"])
            Tool.Find(tool);
        var server = Tool.Start(Tool.Find("moto_server"), new Dictionary<string, string?>(), "-H", "127.0.0.1", "-p", "0");
        try
        {
            var endpoint = new TaskCompletionSource<string>();
            server.OutputDataReceived += (_, _) => { };
            server.ErrorDataReceived += (_, said) =>
            {
                if (said.Data is null)
                    endpoint.TrySetException(new InvalidOperationException("moto_server ended before it answered."));
                else if (said.Data.IndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
                    endpoint.TrySetResult(said.Data[(at + Announcement.Length)..].Trim());
            };
            server.BeginOutputReadLine();
            server.BeginErrorReadLine();
            return new Moto(server, await endpoint.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        catch
        {
            End(server);
            throw;
        }
    }

    /// <summary>Runs <c>aws</c>, which has to work, and returns what it printed.</summary>
    public async Task<string> Aws(params string[] arguments)
    {
        var (code, output, error) = await Tool.Run(aws, Environment, arguments);
        Assert.That(code, Is.Zero, error);
        return output.Trim();
    }

    /// <summary>What <c>eng/snapshot-aws</c> writes.</summary>
    public async Task<string> Snapshot(params string[] options)
    {
        var (code, output, error) = await Tool.Run(Tool.Find("bash"), Environment, [Path.Combine(AppContext.BaseDirectory, "eng", "snapshot-aws"), "--regions", "us-east-1", .. options]);
        Assert.That(code, Is.Zero, error);
        return output;
    }

    /// <summary>The environment with an <c>aws</c> in front that does <paramref name="instead"/>, in bash, where the command line contains <paramref name="call"/>.</summary>
    public IReadOnlyDictionary<string, string?> Intercept(string folder, string call, string instead)
    {
        Directory.CreateDirectory(folder);
        var wrapper = Path.Combine(folder, "aws");
        File.WriteAllText(wrapper, $"#!/usr/bin/env bash\ncase \"$*\" in\n  *'{call}'*) {instead} ;;\n  *) exec '{aws}' \"$@\" ;;\nesac\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return new Dictionary<string, string?>(Environment) { ["PATH"] = folder + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH") };
    }

    public void Dispose() => End(server);

    private static void End(Process server)
    {
        if (!server.HasExited)
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }

        server.Dispose();
    }
}
