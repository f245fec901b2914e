using System.Collections.Immutable;

namespace Fixer.Hcl;

/// <summary>A kind of diagnostic: its stable code and its text.</summary>
readonly record struct DiagnosticKind(string Code, string Message);

/// <summary>Every diagnostic that reading HCL can give. Codes are never used again for something else.</summary>
static class HclDiagnostics
{
    public static readonly DiagnosticKind InvalidUtf8 = new("HCL001", "These bytes are not UTF-8.");
    public static readonly DiagnosticKind InvalidCharacter = new("HCL002", "This character is not used in HCL.");
    public static readonly DiagnosticKind UnterminatedString = new("HCL003", "A quoted string must end on the line it starts on; use a heredoc for several lines.");
    public static readonly DiagnosticKind UnterminatedTemplate = new("HCL004", "This template sequence is not closed by a brace.");
    public static readonly DiagnosticKind UnterminatedHeredoc = new("HCL005", "No line consists of this heredoc's closing marker alone.");
    public static readonly DiagnosticKind UnterminatedComment = new("HCL006", "This comment is not closed by */.");
    public static readonly DiagnosticKind InvalidEscape = new("HCL007", "This is no escape sequence: HCL knows \\n \\r \\t \\\" \\\\ \\uNNNN and \\UNNNNNNNN.");
    public static readonly DiagnosticKind ExpectedDefinition = new("HCL010", "An argument or a block is expected here.");
    public static readonly DiagnosticKind MissingValue = new("HCL011", "The argument has no value.");
    public static readonly DiagnosticKind DuplicateAttribute = new("HCL012", "The argument is already set in this body.");
    public static readonly DiagnosticKind MissingNewline = new("HCL013", "A definition must end with its line.");
    public static readonly DiagnosticKind UnclosedBlock = new("HCL014", "This block is not closed by a brace.");
    public static readonly DiagnosticKind UnbalancedBracket = new("HCL015", "This bracket has no counterpart.");
    public static readonly DiagnosticKind NestedTooDeeply = new("HCL016", "Brackets or blocks are nested too deeply.");
    public static readonly DiagnosticKind InvalidBlockHeader = new("HCL017", "A block is a type, labels in quotes or bare, and an opening brace on the same line.");
    public static readonly DiagnosticKind TemplateLabel = new("HCL018", "A block label cannot contain template sequences.");
    public static readonly DiagnosticKind InvalidOneLineBlock = new("HCL019", "A block on one line has at most one argument, no blocks, and closes on that line.");
}

/// <summary>Collects diagnostics. Past a limit they are dropped: a hostile file could have one for every byte.</summary>
sealed class DiagnosticBag(SourceText text)
{
    public const int Limit = 100;

    readonly List<HclDiagnostic> diagnostics = [];

    public void Add(DiagnosticKind kind, TextSpan span)
    {
        if (diagnostics.Count < Limit)
            diagnostics.Add(new HclDiagnostic(kind.Code, kind.Message, span, text.PositionOf(span.Start)));
    }

    public ImmutableArray<HclDiagnostic> With(DiagnosticBag others) => [.. diagnostics.Concat(others.diagnostics).OrderBy(d => d.Span.Start)];
}
