using Fixer.Hcl.Values;

namespace Fixer.Hcl.Evaluation;

/// <summary>Every diagnostic that evaluation can give. Codes are never used again for something else.</summary>
static class EvaluationDiagnostics
{
    public static readonly DiagnosticKind TooMuch = new("HCL200", "Evaluating this takes more than the budget allows.");
    public static readonly DiagnosticKind TooDeep = new("HCL200", "This is nested too deeply to be evaluated.");
    public static readonly DiagnosticKind NotReadable = new("HCL201", "This expression could not be read.");
    public static readonly DiagnosticKind NumberOutOfBounds = new("HCL202", "This number is too large, or too close to zero.");
    public static readonly DiagnosticKind DivisionByZero = new("HCL203", "Division by zero.");
    public static readonly DiagnosticKind NullOperand = new("HCL204", "An operand is null.");
    public static readonly DiagnosticKind NullCondition = new("HCL206", "The condition is null.");
    public static readonly DiagnosticKind NullCollection = new("HCL207", "What is iterated over is null.");
    public static readonly DiagnosticKind NullKey = new("HCL208", "The key is null.");
    public static readonly DiagnosticKind AmbiguousKey = new("HCL209", "A key with dots must be in quotes, or in parentheses if it is a reference.");
    public static readonly DiagnosticKind NullInTemplate = new("HCL210", "The value is null, which cannot be made part of a text.");
    public static readonly DiagnosticKind InvalidExpansion = new("HCL211", "What is expanded into arguments must be a list, a set or a tuple, and not null.");
    public static readonly DiagnosticKind SplatOfNull = new("HCL212", "A splat cannot go into a list, set or tuple that is null.");

    public static DiagnosticKind WrongOperand(string error) => new("HCL205", $"An operand does not suit: {error}.");

    public static DiagnosticKind WrongCondition(string error) => new("HCL206", $"The condition does not suit: {error}.");

    public static DiagnosticKind NotIterable(HclType type) => new("HCL207", $"What is iterated over must be a list, set, tuple, map or object, and this is: {type}.");

    public static DiagnosticKind WrongKey(string error) => new("HCL208", $"The key does not suit: {error}.");

    public static DiagnosticKind DuplicateKey(string key) => new("HCL213", $"Two results have the key \"{key}\". To have all results of a key, group them by ... behind the value.");

    public static DiagnosticKind DuplicateName(string name) => new("HCL213", $"The object has \"{name}\" already.");

    public static DiagnosticKind NotText(string error) => new("HCL210", $"The value cannot be made part of a text: {error}.");

    public static DiagnosticKind UnknownName(string name) => new("HCL214", $"There is nothing named \"{name}\" here.");

    public static DiagnosticKind UnknownFunction(string name) => new("HCL215", $"There is no function \"{name}\".");

    public static DiagnosticKind TooFewArguments(string name, string missing) => new("HCL216", $"The function \"{name}\" needs the argument \"{missing}\" as well.");

    public static DiagnosticKind TooManyArguments(string name, int count) => new("HCL216", $"The function \"{name}\" takes {count} argument{(count == 1 ? "" : "s")}.");

    public static DiagnosticKind WrongArgument(string function, string parameter, string error) => new("HCL217", $"The argument \"{parameter}\" of \"{function}\" does not suit: {error}.");

    public static DiagnosticKind FunctionFailed(string function, string error) => new("HCL217", $"The function \"{function}\" cannot take this: {error}");

    public static DiagnosticKind InconsistentResults(HclType then, HclType otherwise) => new("HCL218", $"The two results of a conditional must have a type in common, and these are: {Brief(then)}; {Brief(otherwise)}.");

    public static DiagnosticKind NoAttribute(HclType type, string name) => new("HCL219", $"This {Kind(type)} has no attribute \"{name}\".");

    public static DiagnosticKind AttributeOfNull(string name) => new("HCL219", $"This is null and has no attribute \"{name}\".");

    public static DiagnosticKind IndexOfNull() => new("HCL220", "This is null and has no elements.");

    public static DiagnosticKind NotIndexable(HclType type) => new("HCL220", $"A {Kind(type)} has no elements that an index could name.");

    public static DiagnosticKind NoElement(string key) => new("HCL220", $"There is no element {key}.");

    /// <summary>Types of objects and tuples are as large as the values.</summary>
    static string Brief(HclType type) => type is CollectionType collection ? $"{Kind(type)} of {Brief(collection.Element)}" : Kind(type);

    static string Kind(HclType type) => type switch
    {
        ListType => "list",
        SetType => "set",
        MapType => "map",
        TupleType => "tuple",
        ObjectType => "object",
        _ => type.ToString(),
    };
}
