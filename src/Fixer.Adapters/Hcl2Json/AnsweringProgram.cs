using System.Diagnostics;

namespace Fixer.Adapters.Hcl2Json;

/// <summary>A program that answers a line with a line, for as long as it is wanted. It ends by itself when this process does: its input ends then.</summary>
sealed class AnsweringProgram : IDisposable
{
    const int PartBytes = 64 << 10;

    readonly Process process;
    readonly string path;
    readonly int maxLineBytes;

    /// <param name="process">The program, its input and output redirected.</param>
    /// <param name="path">Where it is, for messages.</param>
    /// <param name="maxLineBytes">How much an answer may have.</param>
    public AnsweringProgram(Process process, string path, int maxLineBytes)
    {
        (this.process, this.path, this.maxLineBytes) = (process, path, maxLineBytes);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }

    /// <summary>The answer to a line. Whoever asks gives that an end, and disposes of the program if there was none.</summary>
    /// <exception cref="InvalidDataException">It ended, or wrote too much.</exception>
    public async Task<ReadOnlyMemory<byte>> Ask(ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        var (answer, written) = (ReadLine(cancellation), Write(line, cancellation));
        await foreach (var part in Task.WhenEach(answer, written))
            await part;
        return await answer;
    }

    /// <summary>Kills it, and what it started.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    async Task<ReadOnlyMemory<byte>> ReadLine(CancellationToken cancellation)
    {
        using var line = new MemoryStream();
        var part = new byte[PartBytes];
        while (await process.StandardOutput.BaseStream.ReadAsync(part, cancellation) is > 0 and var count)
        {
            if (line.Length + count > maxLineBytes)
                throw new InvalidDataException($"{path} wrote more than {maxLineBytes} bytes.");
            line.Write(part, 0, count);
            if (part[count - 1] == '\n')
                return line.ToArray();
        }

        await process.WaitForExitAsync(cancellation);
        throw new InvalidDataException($"{path} broke down with exit status {process.ExitCode}.");
    }

    /// <summary>Why a program does not read what it is asked, its exit status tells.</summary>
    async Task Write(ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(line, cancellation);
            await input.WriteAsync("\n"u8.ToArray(), cancellation);
            await input.FlushAsync(cancellation);
        }
        catch (IOException)
        {
        }
    }
}
