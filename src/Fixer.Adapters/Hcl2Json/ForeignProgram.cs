using System.Diagnostics;
using Fixer.Adapters.Files;

namespace Fixer.Adapters.Hcl2Json;

/// <summary>
/// A program of somebody else, fed with what strangers wrote: no shell, hardly any environment, its own folder to work in (not the repository's), and an
/// end to its output. Whoever runs it gives it an end to its time.
/// </summary>
sealed class ForeignProgram(string path, int maxOutputBytes)
{
    static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP"];

    /// <summary>Runs it to its end; it is killed, and what it started, if it writes too much or is no longer wanted.</summary>
    /// <exception cref="InvalidDataException">It wrote too much.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public async Task<(int Code, byte[] Output, byte[] Error)> Run(ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        using var process = Start();
        try
        {
            var (output, error) = (ReadAll(process.StandardOutput.BaseStream, cancellation), ReadAll(process.StandardError.BaseStream, cancellation));
            var written = Write(process.StandardInput.BaseStream, input, cancellation);
            await foreach (var part in Task.WhenEach(output, error, written))
                await part;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts it, to be asked one line after the other.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public AnsweringProgram Converse(params string[] arguments) => new(Start(arguments), path, maxOutputBytes);

    Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(path)!,
        };
        foreach (var name in start.Environment.Keys.Except(Inherited).ToArray())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    async Task<byte[]> ReadAll(Stream stream, CancellationToken cancellation) =>
        await BoundedRead.All(stream, maxOutputBytes, cancellation) ?? throw new InvalidDataException($"{path} wrote more than {maxOutputBytes} bytes.");

    /// <summary>A program that ends before it has read everything has its reasons, which its exit status tells.</summary>
    static async Task Write(Stream stream, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await using (stream)
                await stream.WriteAsync(input, cancellation);
        }
        catch (IOException)
        {
        }
    }
}
