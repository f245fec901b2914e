using System.Diagnostics;
using System.Text;

namespace Fixer.Hcl.Fuzz;

/// <summary>Changes the files of a folder at random, the same way for the same seed, and checks each result. Needs no fuzzer.</summary>
sealed class Mutation(Random random, byte[][] files)
{
    static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "{", "}", "[", "]", "(", ")", "\"", "${", "%{", "~}", "${~", "%{ if a }", "%{ else }", "%{endif}", "%{ for a in b }", "%{ endfor ~}", "\n", "\r\n", "\r",
            ",", ".", "...", "=", "=>", "==", ":", "::", "?", "? 1 : 2", "!", "-", "*", "/", "%", "&&", "||", "[*]", ".*", ".0", ".0.1", "[0]", "for a in b : ", " if ", " in ",
            "null", "true", "<<EOT\n", "\nEOT\n", "<<-E\nx\nE\n", "#", "//", "/*", "*/", "\\", "\\u12", "\\n", "é", "\ufeff", "\0", "a", "0", "1.5e3", "1e", "x = 1\n", "b {\n}\n",
            "a { b = 1 }", "a \"b\" c {", " ", "\t", "f(", "f(a...)", "a::b(", "'", "$", "$$", "$${", "%%{", "~", "@", "{a=1}", "\u0301", "\u2028", "<<", "<<-",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80],
    ];

    /// <returns>0; or 1 after the first input for which something does not hold, which is written to a file.</returns>
    public static int Run(TimeSpan time, int seed, string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(p => Path.GetExtension(p) is ".tf" or ".tfvars" or ".hcl").Order(StringComparer.Ordinal);
        var mutation = new Mutation(new Random(seed), [.. paths.Select(File.ReadAllBytes).Where(b => b.Length < 20_000)]);
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < time; count++)
        {
            var input = mutation.Next();
            try
            {
                var start = clock.Elapsed;
                Target.Check(input);
                if (clock.Elapsed - start > TimeSpan.FromSeconds(2))
                    throw new TimeoutException($"{input.Length} bytes took {clock.Elapsed - start}");
            }
            catch (Exception e)
            {
                File.WriteAllBytes("failed.hcl", input);
                Console.WriteLine($"Input {count} of seed {seed}, now in failed.hcl: {e}");
                return 1;
            }
        }

        Console.WriteLine($"{count:N0} inputs of seed {seed}: all holds");
        return 0;
    }

    byte[] Next()
    {
        var bytes = new List<byte>(files[random.Next(files.Length)]);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            Change(bytes);
        return [.. bytes];
    }

    void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, random.Next(2, 40)), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, AnyFragment());
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var other = files[random.Next(files.Length)];
                var start = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[start..Math.Min(start + 60, other.Length)]);
                break;
            case 6:
                var fragment = AnyFragment();
                for (var repeats = random.Next(1, random.Next(2, 1500)); repeats > 0; repeats--)
                    bytes.InsertRange(at, fragment);
                break;
            default:
                bytes.InsertRange(at, AnyFragment());
                break;
        }
    }

    byte[] AnyFragment() => Fragments[random.Next(Fragments.Length)];
}
