using System.Collections.Immutable;
using System.Text.Json;
using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>
/// The question put to parsers that have nothing to do with ours: whether they see exactly the intended difference. It is HashiCorp's, by
/// hcl2json, for native syntax, and .NET's for JSON.
/// </summary>
public sealed class SecondOpinion
{
    /// <summary>Deeper than any source that is read.</summary>
    public const int MaxDepth = 1000;

    const int ByteOrderMarkLength = 3;

    readonly ImmutableArray<OpinionDocument> native;
    readonly ImmutableArray<OpinionDocument> json;

    SecondOpinion(ImmutableArray<OpinionDocument> native, ImmutableArray<OpinionDocument> json) => (this.native, this.json) = (native, json);

    /// <summary>What HashiCorp's parser is asked to read: of each text in turn what it was before the edit, and what it is afterwards. UTF-8.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Sources => [.. native.SelectMany(d => new[] { d.Before, d.After })];

    internal static SecondOpinion On(RootContext context, PlannedRemoval removal, ImmutableArray<FileEdit> edits, IReadOnlyDictionary<string, byte[]> contents)
    {
        var nodes = removal.Nodes.ToLookup(n => n.Text.Path, StringComparer.Ordinal);
        var native = ImmutableArray.CreateBuilder<OpinionDocument>();
        var json = ImmutableArray.CreateBuilder<OpinionDocument>();
        foreach (var edit in edits)
        {
            if (context.Parsed[edit.Path] is JsonFile file)
            {
                json.Add(OpinionDocument.Of(file, contents[edit.Path], InstanceProof.Climb(file, nodes[edit.Path])));
                continue;
            }

            var opinion = new NativeOpinion((HclFile)context.Parsed[edit.Path], edit, contents[edit.Path]);
            foreach (var node in nodes[edit.Path].Cast<HclNode>())
                opinion.Removes(node);
            foreach (var (literal, digits) in removal.Counts.Where(c => c.Key.Text.Path == edit.Path))
                opinion.Lowers(literal, digits);
            native.AddRange(opinion.Documents);
        }

        return new(native.ToImmutable(), json.ToImmutable());
    }

    /// <summary>Compares what the parsers see with what was intended.</summary>
    /// <param name="reading">What HashiCorp's parser says of <see cref="Sources"/>.</param>
    /// <exception cref="ArgumentException">These are not as many answers as there are sources.</exception>
    public Opinion Judge(ParserReading reading)
    {
        foreach (var document in json)
        {
            if (Violation(document) is { } violation)
                return new(OpinionVerdict.Disagrees, violation);
        }

        if (native.IsEmpty)
            return new(OpinionVerdict.Agrees, null);
        if (reading.Unavailable is not null)
            return new(OpinionVerdict.Unavailable, reading.Unavailable);
        if (reading.Answers.Length != 2 * native.Length)
            throw new ArgumentException("An answer is needed for each source.", nameof(reading));
        foreach (var (index, document) in native.Index())
        {
            if (Violation(document, reading.Answers[2 * index], reading.Answers[(2 * index) + 1]) is { } violation)
                return new(OpinionVerdict.Disagrees, violation);
        }

        return new(OpinionVerdict.Agrees, null);
    }

    static string? Violation(OpinionDocument document, ParserAnswer before, ParserAnswer after)
    {
        if (before.Json is null || after.Json is null)
            return $"{document.Name} {(before.Json is null ? "as it is" : "after the edit")}: {before.Error ?? after.Error}";
        return document.Expected.Violation(before.Json.Value, after.Json.Value) is { } violation ? $"{document.Name}: {violation.TrimStart('.', ' ')}" : null;
    }

    static string? Violation(OpinionDocument document)
    {
        try
        {
            using JsonDocument before = Parse(document.Before), after = Parse(document.After);
            return Violation(document, new(before.RootElement, null), new(after.RootElement, null));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return $"{document.Name}: {error.Message}"; // the latter for a string that is no text, as "\ud800"
        }
    }

    static JsonDocument Parse(ReadOnlyMemory<byte> text) =>
        JsonDocument.Parse(text.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? text[ByteOrderMarkLength..] : text, new JsonDocumentOptions { MaxDepth = MaxDepth });
}

/// <summary>What other parsers say of an edit.</summary>
public enum OpinionVerdict
{
    /// <summary>They see exactly the intended difference.</summary>
    Agrees,

    /// <summary>They see another.</summary>
    Disagrees,

    /// <summary>HashiCorp's parser is not there, or gave no answer.</summary>
    Unavailable,
}

/// <summary>An opinion on an edit.</summary>
/// <param name="Verdict">The opinion.</param>
/// <param name="Reason">Why the parsers disagree or are unavailable; null if they agree.</param>
public sealed record Opinion(OpinionVerdict Verdict, string? Reason);

/// <summary>What HashiCorp's parser makes of a text.</summary>
/// <param name="Json">The text as hcl2json writes it; null if it is no HCL.</param>
/// <param name="Error">What is wrong with it; null if nothing.</param>
public sealed record ParserAnswer(JsonElement? Json, string? Error);

/// <summary>What HashiCorp's parser makes of several texts.</summary>
/// <param name="Answers">An answer for each text, in their order; empty if there are none.</param>
/// <param name="Unavailable">Why there are no answers; null if there are.</param>
public sealed record ParserReading(ImmutableArray<ParserAnswer> Answers, string? Unavailable)
{
    /// <summary>There are no answers.</summary>
    public static ParserReading None(string reason) => new([], reason);
}
