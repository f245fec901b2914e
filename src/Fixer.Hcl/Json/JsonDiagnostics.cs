namespace Fixer.Hcl.Json;

/// <summary>Every diagnostic that reading HCL's JSON syntax can give. Codes are never used again for something else.</summary>
static class JsonDiagnostics
{
    public static readonly DiagnosticKind ByteOrderMark = new("HCL101", "Terraform refuses JSON that starts with a byte order mark.");
    public static readonly DiagnosticKind InvalidCharacter = new("HCL102", "This is not used in JSON.");
    public static readonly DiagnosticKind Comment = new("HCL103", "JSON has no comments; a property named \"//\" is ignored and can hold one.");
    public static readonly DiagnosticKind UnterminatedString = new("HCL104", "A string must end on the line it starts on.");
    public static readonly DiagnosticKind ControlCharacter = new("HCL105", "A control character in a string must be written as an escape sequence.");
    public static readonly DiagnosticKind InvalidEscape = new("HCL106", "This is no escape sequence: JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uNNNN.");
    public static readonly DiagnosticKind InvalidNumber = new("HCL107", "This is no number: an optional minus, digits without a leading zero, then perhaps a fraction and an exponent.");
    public static readonly DiagnosticKind InvalidKeyword = new("HCL108", "The only words without quotes are true, false and null.");
    public static readonly DiagnosticKind ExpectedValue = new("HCL110", "A value is expected here.");
    public static readonly DiagnosticKind InvalidName = new("HCL111", "A property's name in double quotes is expected here.");
    public static readonly DiagnosticKind MissingColon = new("HCL112", "A colon is expected here, between the property's name and its value.");
    public static readonly DiagnosticKind MissingComma = new("HCL113", "A comma is expected here.");
    public static readonly DiagnosticKind TrailingComma = new("HCL114", "JSON allows no comma behind the last item.");
    public static readonly DiagnosticKind Unclosed = new("HCL115", "This bracket is not closed.");
    public static readonly DiagnosticKind UnbalancedBracket = new("HCL115", "This bracket has no counterpart.");
    public static readonly DiagnosticKind NestedTooDeeply = new("HCL116", "Objects and arrays are nested too deeply.");
    public static readonly DiagnosticKind ExtraData = new("HCL117", "Only one value is expected, and this is behind its end.");
    public static readonly DiagnosticKind InvalidRoot = new("HCL118", "A file holds an object, or an array of objects.");
    public static readonly DiagnosticKind InvalidBody = new("HCL120", "An object is expected here, with arguments and blocks.");
    public static readonly DiagnosticKind InvalidLabels = new("HCL121", "An object is expected here, whose properties are named by a label of the block.");
    public static readonly DiagnosticKind MissingLabel = new("HCL122", "At least one property is expected here, named by a label of the block.");
    public static readonly DiagnosticKind InvalidBlock = new("HCL123", "An object is expected here, or an array of objects, each the content of a block.");
    public static readonly DiagnosticKind DuplicateAttribute = new("HCL124", "The argument is already set in this body.");
}
