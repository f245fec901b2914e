using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Fixer.Adapters.Programs;
using Fixer.Iac.Opinions;

namespace Fixer.Adapters.Hcl2Json;

/// <summary>
/// HashiCorp's own parser, by the program <c>hcl2json</c> on <c>PATH</c>, else by the npm package <c>@cdktf/hcl2json</c> under Node: that is looked for in
/// the folder that <see cref="FolderVariable"/> names, else in <c>eng/hcl2json</c> above the running program, where a checkout has it. Nothing is looked
/// for in the current folder, which may be somebody else's repository. Neither is needed: without them there is no second opinion. Node takes a while to
/// start, so one process of it answers all that is asked.
/// </summary>
public sealed class HashiCorpParser : ISecondParser, IDisposable
{
    /// <summary>Names a folder whose <c>node_modules</c> has the package.</summary>
    public const string FolderVariable = "FIXER_HCL2JSON";

    /// <summary>Where the parser is looked for, for people.</summary>
    public const string Places = "hcl2json on PATH, else the npm package @cdktf/hcl2json in node_modules of the folder that " + FolderVariable + " names, with node on PATH";

    readonly string? executable;
    readonly string? node;
    readonly string? folder;

    /// <summary>The process of Node, while it is not asked anything.</summary>
    AnsweringProgram? idle;

    /// <summary>Looks for the programs.</summary>
    /// <param name="searchPath">Folders as in <c>PATH</c>; relative ones do not count.</param>
    /// <param name="packageFolder">The folder whose <c>node_modules</c> has the package. Null: <c>eng/hcl2json</c> above the running program.</param>
    public HashiCorpParser(string? searchPath, string? packageFolder)
    {
        executable = SearchPath.Find(searchPath, "hcl2json");
        node = SearchPath.Find(searchPath, "node");
        folder = packageFolder is null ? Checkouts().FirstOrDefault(HasPackage) : HasPackage(packageFolder) ? Path.GetFullPath(packageFolder) : null;
    }

    /// <summary>How long all texts together may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes a program may write.</summary>
    public int MaxOutputBytes { get; init; } = 128 << 20;

    /// <summary>The one that this process's environment gives.</summary>
    public static HashiCorpParser OfEnvironment() => new(Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable(FolderVariable));

    /// <summary>Starts Node, if it is to be asked, so that it is ready by then. If it cannot be started, the next reading says so.</summary>
    public void Start()
    {
        if (executable is not null || node is null || folder is null)
            return;
        try
        {
            Keep(Launch(node, folder));
        }
        catch (Win32Exception)
        {
        }
    }

    /// <summary>Ends Node.</summary>
    public void Dispose() => Interlocked.Exchange(ref idle, null)?.Dispose();

    /// <inheritdoc/>
    public async Task<ParserReading> Read(ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Patience);
        try
        {
            if (executable is not null)
                return new(await ByExecutable(executable, sources, stop.Token), null);
            return node is not null && folder is not null
                ? new(await ByPackage(node, folder, sources, stop.Token), null)
                : ParserReading.None($"not found: {Places}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ParserReading.None($"{executable ?? node} took more than {Patience.TotalSeconds:0} seconds");
        }
        catch (Exception error) when (error is InvalidDataException or Win32Exception or JsonException or IOException)
        {
            return ParserReading.None(error.Message);
        }
    }

    /// <summary>The program takes one text at a time.</summary>
    async Task<ImmutableArray<ParserAnswer>> ByExecutable(string path, ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation)
    {
        var program = new ForeignProgram(path, MaxOutputBytes);
        var answers = new ParserAnswer[sources.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, answers.Length, options, async (i, stop) =>
        {
            var (code, output, error) = await program.Run(sources[i], stop);
            answers[i] = code switch
            {
                0 => new(Parse(output), null),
                1 => Rejection(Encoding.UTF8.GetString(error).Trim()),
                _ => throw new InvalidDataException($"{path} broke down with exit status {code}."),
            };
        });
        return [.. answers];
    }

    /// <summary>A process that did not answer as it should is not asked again.</summary>
    async Task<ImmutableArray<ParserAnswer>> ByPackage(string path, string packages, ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation)
    {
        var program = Interlocked.Exchange(ref idle, null) ?? Launch(path, packages);
        try
        {
            var answers = Parse(await program.Ask(JsonSerializer.SerializeToUtf8Bytes(sources.Select(s => Encoding.UTF8.GetString(s.Span))), cancellation));
            if (answers.ValueKind != JsonValueKind.Array || answers.GetArrayLength() != sources.Length)
                throw new InvalidDataException($"{path} did not answer to each text.");
            ImmutableArray<ParserAnswer> result = [.. answers.EnumerateArray().Select(Answer)];
            Keep(program);
            return result;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    AnsweringProgram Launch(string path, string packages) => new ForeignProgram(path, MaxOutputBytes).Converse("-e", Script(), packages);

    void Keep(AnsweringProgram program) => Interlocked.Exchange(ref idle, program)?.Dispose();

    static ParserAnswer Answer(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Object ? throw new InvalidDataException("An answer of Node is none.")
        : answer.TryGetProperty("json", out var json) ? new(json, null)
        : Rejection(answer.TryGetProperty("error", out var error) ? error.ToString() : "");

    /// <summary>What is HCL cannot always be written as JSON: blocks of one type with labels and without. That is no answer.</summary>
    static ParserAnswer Rejection(string error) =>
        error.Contains("parse config: ", StringComparison.Ordinal) ? new(null, error) : throw new InvalidDataException($"hcl2json fails: {error}");

    static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = SecondOpinion.MaxDepth });
        return document.RootElement.Clone();
    }

    static string Script()
    {
        using var stream = typeof(HashiCorpParser).Assembly.GetManifestResourceStream("hcl2json/convert.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static IEnumerable<string> Checkouts()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            yield return Path.Combine(above.FullName, "eng", "hcl2json");
    }

    static bool HasPackage(string folder) => Directory.Exists(Path.Combine(folder, "node_modules", "@cdktf", "hcl2json"));
}
