using System.ComponentModel;
using System.Diagnostics;
using Fixer.Adapters.Files;
using Fixer.Adapters.Programs;

namespace Fixer.Adapters.Terraform;

/// <summary>The <c>terraform</c> that is on PATH, run with the user's environment and configuration. Nothing is asked of the user.</summary>
public sealed class TerraformProgram
{
    /// <summary>How long one command may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const int MaxErrorCharacters = 64 << 10;

    private const int MaxReasonCharacters = 600;

    private readonly string path;
    private readonly TimeProvider clock;

    private TerraformProgram(string path, TimeProvider clock) => (this.path, this.clock) = (path, clock);

    /// <summary>Looks on PATH; null if it is not there.</summary>
    public static TerraformProgram? Find(TimeProvider clock)
    {
        var path = SearchPath.Find(Environment.GetEnvironmentVariable("PATH"), "terraform");
        return path is null ? null : new TerraformProgram(path, clock);
    }

    /// <summary>One that is elsewhere.</summary>
    internal static TerraformProgram At(string path, TimeProvider clock) => new(path, clock);

    /// <summary>Runs a command to its end and returns what it printed.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">Environment variables beside the user's; null takes one out.</param>
    /// <param name="arguments">Command and options.</param>
    /// <param name="maxBytes">More output than this is a failure.</param>
    /// <param name="cancellation">Ends it, with what it has started.</param>
    /// <exception cref="TerraformFailedException">It failed, took too long, or printed too much.</exception>
    internal async Task<byte[]> Run(string folder, IReadOnlyDictionary<string, string?> variables, string[] arguments, int maxBytes, CancellationToken cancellation)
    {
        var command = $"terraform {arguments[0]}";
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        using var process = Start(folder, variables, arguments);
        try
        {
            process.StandardInput.Close();
            var error = Beginning(process.StandardError, either.Token);
            var output = await BoundedRead.All(process.StandardOutput.BaseStream, maxBytes, either.Token) ?? throw new TerraformFailedException($"{command} printed more than {maxBytes} bytes, the limit.");
            var reason = Reason(await error);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 ? output : throw new TerraformFailedException($"{command} failed: {reason}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TerraformFailedException($"{command} took longer than {Patience.TotalMinutes:0} minutes.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private Process Start(string folder, IReadOnlyDictionary<string, string?> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new TerraformFailedException($"{path} cannot be run: {error.Message}");
        }
    }

    /// <summary>The first part; the rest is read, so that nobody waits for us to do so, and dropped.</summary>
    private static async Task<string> Beginning(StreamReader reader, CancellationToken cancellation)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[4 << 10];
        while (await reader.ReadAsync(buffer, cancellation) is var read and > 0)
            text.Append(buffer, 0, Math.Min(read, MaxErrorCharacters - text.Length));
        return text.ToString();
    }

    /// <summary>From the first error on, on one line.</summary>
    private static string Reason(string error)
    {
        var start = Math.Max(error.IndexOf("Error: ", StringComparison.Ordinal), 0);
        var text = string.Join(' ', error[start..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxReasonCharacters ? text : text[..MaxReasonCharacters] + "…";
    }
}

/// <summary>Terraform did not do what it was asked to; the message says why.</summary>
internal sealed class TerraformFailedException(string message) : Exception(message);
