using System.Collections.Immutable;
using System.Text.Json;

namespace Fixer.Iac.Opinions;

/// <summary>HashiCorp's own parser of native syntax, wherever it runs.</summary>
public interface ISecondParser
{
    /// <summary>Has texts parsed. Whatever keeps the parser from answering is no exception, but told in the result.</summary>
    /// <param name="sources">HCL in UTF-8, hostile.</param>
    /// <param name="cancellation">Kills the parser.</param>
    Task<ParserReading> Read(ImmutableArray<ReadOnlyMemory<byte>> sources, CancellationToken cancellation);
}

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
