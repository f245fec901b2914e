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
    public static readonly DiagnosticKind InvalidNumber = new("HCL008", "This is no number: digits, at most one point with digits behind it, and at most one exponent.");
    public static readonly DiagnosticKind ExpectedDefinition = new("HCL010", "An argument or a block is expected here.");
    public static readonly DiagnosticKind MissingValue = new("HCL011", "The argument has no value.");
    public static readonly DiagnosticKind DuplicateAttribute = new("HCL012", "The argument is already set in this body.");
    public static readonly DiagnosticKind MissingNewline = new("HCL013", "A definition must end with its line.");
    public static readonly DiagnosticKind UnclosedBlock = new("HCL014", "The block is not closed by a brace.");
    public static readonly DiagnosticKind UnbalancedBracket = new("HCL015", "This bracket has no counterpart.");
    public static readonly DiagnosticKind NestedTooDeeply = new("HCL016", "Brackets or blocks are nested too deeply.");
    public static readonly DiagnosticKind InvalidBlockHeader = new("HCL017", "A block is a type, labels in quotes or bare, and an opening brace on the same line.");
    public static readonly DiagnosticKind TemplateLabel = new("HCL018", "A block label cannot contain template sequences.");
    public static readonly DiagnosticKind InvalidOneLineBlock = new("HCL019", "A block on one line has at most one argument, no blocks, and closes on that line.");
    public static readonly DiagnosticKind ExpectedExpression = new("HCL020", "An expression is expected here.");
    public static readonly DiagnosticKind ExtraBehindExpression = new("HCL020", "Only an expression is expected, and this is behind its end.");
    public static readonly DiagnosticKind MissingComma = new("HCL021", "A comma is expected here.");
    public static readonly DiagnosticKind MissingItemSeparator = new("HCL022", "A comma or a new line is expected here, before the next item of the object.");
    public static readonly DiagnosticKind MissingItemValue = new("HCL023", "An equals sign or a colon, and a value, are expected here. Quote a key that has dots or spaces.");
    public static readonly DiagnosticKind MissingElse = new("HCL024", "A colon is expected here, and what the conditional yields if its condition is false.");
    public static readonly DiagnosticKind InvalidAttributeName = new("HCL025", "The name of an attribute is expected behind a dot.");
    public static readonly DiagnosticKind InvalidLegacyIndex = new("HCL026", "Legacy indexes cannot follow each other: write them in brackets.");
    public static readonly DiagnosticKind InvalidSplat = new("HCL026", "A star is not possible here: within one splat the other must be written [*].");
    public static readonly DiagnosticKind InvalidFunctionName = new("HCL027", "The name of a function and its opening parenthesis are expected here.");
    public static readonly DiagnosticKind ExpansionNotLast = new("HCL027", "The argument with ... must be the last one.");
    public static readonly DiagnosticKind InvalidFor = new("HCL028", "A for-expression is written: for key, value in collection : key => result if condition.");
    public static readonly DiagnosticKind ForTupleWithKey = new("HCL028", "A for-expression in brackets makes a tuple, which has no keys.");
    public static readonly DiagnosticKind ForTupleGrouped = new("HCL028", "A for-expression in brackets makes a tuple, which cannot be grouped by ...");
    public static readonly DiagnosticKind ForObjectWithoutKey = new("HCL028", "A for-expression in braces makes an object, which needs keys: key => value.");
    public static readonly DiagnosticKind InvalidDirective = new("HCL029", "A template directive is one of: if, else, endif, for, endfor.");
    public static readonly DiagnosticKind UnexpectedDirective = new("HCL029", "No directive is open that this one could belong to.");
    public static readonly DiagnosticKind UnclosedDirective = new("HCL029", "This directive is not closed by endif or endfor before the template ends.");
    public static readonly DiagnosticKind ExtraInSequence = new("HCL029", "A closing brace is expected here. If this is the syntax of another language, write $${ or %%{ for the opening.");
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

    /// <summary>These and the others in the order of the source; of the others only what is not at the same place as one of these.</summary>
    public ImmutableArray<HclDiagnostic> With(DiagnosticBag others)
    {
        if (diagnostics.Count == 0 && others.diagnostics.Count == 0)
            return [];
        var places = diagnostics.Select(d => d.Span.Start).ToHashSet();
        return [.. diagnostics.Concat(others.diagnostics.Where(d => !places.Contains(d.Span.Start))).OrderBy(d => d.Span.Start)];
    }
}
