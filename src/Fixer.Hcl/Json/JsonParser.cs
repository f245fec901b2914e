using System.Collections.Immutable;

namespace Fixer.Hcl.Json;

/// <summary>Reads JSON, and goes on after an error, so that one broken member hides no other.</summary>
ref struct JsonParser
{
    /// <summary>Containers in containers. Bounds recursion, here and in whatever walks the tree.</summary>
    const int MaxDepth = 500;

    readonly SourceText text;
    readonly DiagnosticBag diagnostics;
    JsonScanner scanner;
    int openObjects;
    int openArrays;

    /// <summary>Behind the last token that was taken.</summary>
    int end;

    /// <summary>Where something was reported last: nothing else is said about the same place.</summary>
    int reported = -1;

    public JsonParser(SourceText text, DiagnosticBag lexical, DiagnosticBag structural)
    {
        (this.text, diagnostics) = (text, structural);
        scanner = new JsonScanner(text, lexical);
        scanner.MoveNext();
    }

    readonly JsonTokenKind Kind => scanner.Kind;

    readonly TextSpan Token => new(scanner.Start, scanner.End);

    /// <summary>Reads the one value that a text is.</summary>
    public JsonValue ParseText()
    {
        var root = ParseValue();
        if (Kind != JsonTokenKind.EndOfFile)
            Report(JsonDiagnostics.ExtraData);
        return root;
    }

    JsonValue ParseValue()
    {
        switch (Kind)
        {
            case JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket when openObjects + openArrays == MaxDepth: return SkipNested();
            case JsonTokenKind.OpenBrace: return ParseObject();
            case JsonTokenKind.OpenBracket: return ParseArray();
            case JsonTokenKind.String: return new JsonString(text, Take());
            case JsonTokenKind.Number: return new JsonNumber(text, Take());
            case JsonTokenKind.True: return new JsonBool(text, Take(), true);
            case JsonTokenKind.False: return new JsonBool(text, Take(), false);
            case JsonTokenKind.Null: return new JsonNull(text, Take());
            case JsonTokenKind.Invalid: return new JsonInvalid(text, Take());
            default:
                Report(JsonDiagnostics.ExpectedValue);
                return new JsonInvalid(text, new TextSpan(end, end));
        }
    }

    JsonObject ParseObject()
    {
        var open = Take();
        openObjects++;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        for (var isFirst = true; AtItem(JsonTokenKind.CloseBrace, open, isFirst); isFirst = false)
        {
            if (ParseMember() is { } member)
                members.Add(member);
        }

        openObjects--;
        var isClosed = TakeIf(JsonTokenKind.CloseBrace);
        return new JsonObject(text, new TextSpan(open.Start, end), members.DrainToImmutable(), isClosed);
    }

    JsonArray ParseArray()
    {
        var open = Take();
        openArrays++;
        var elements = ImmutableArray.CreateBuilder<JsonValue>();
        for (var isFirst = true; AtItem(JsonTokenKind.CloseBracket, open, isFirst); isFirst = false)
        {
            if (Kind is JsonTokenKind.Colon or JsonTokenKind.EqualsSign)
            {
                Report(JsonDiagnostics.ExpectedValue);
                Take();
            }
            else
                elements.Add(ParseValue());
        }

        openArrays--;
        var isClosed = TakeIf(JsonTokenKind.CloseBracket);
        return new JsonArray(text, new TextSpan(open.Start, end), elements.DrainToImmutable(), isClosed);
    }

    /// <summary>Moves over the comma to the next item; false where the container ends. A bracket of the other kind ends it too, if one like it is open farther out.</summary>
    bool AtItem(JsonTokenKind closer, TextSpan open, bool isFirst)
    {
        TextSpan? comma = null;
        for (var isSeparated = isFirst; ; Take())
        {
            switch (Kind)
            {
                case JsonTokenKind.Comma when isSeparated:
                    Report(JsonDiagnostics.ExpectedValue);
                    break;
                case JsonTokenKind.Comma:
                    (comma, isSeparated) = (Token, true);
                    break;
                case JsonTokenKind.Colon or JsonTokenKind.EqualsSign when !isSeparated:
                    Report(JsonDiagnostics.MissingComma);
                    isSeparated = true;
                    break;
                case JsonTokenKind.EndOfFile:
                    diagnostics.Add(JsonDiagnostics.Unclosed, open);
                    return false;
                case JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket:
                    if (Kind == closer && comma is { } trailing)
                        diagnostics.Add(JsonDiagnostics.TrailingComma, trailing);
                    if (Kind == closer)
                        return false;
                    if ((Kind == JsonTokenKind.CloseBrace ? openObjects : openArrays) > 0)
                    {
                        diagnostics.Add(JsonDiagnostics.Unclosed, open);
                        return false;
                    }

                    Report(JsonDiagnostics.UnbalancedBracket);
                    break;
                default:
                    if (!isSeparated)
                        Report(JsonDiagnostics.MissingComma);
                    return true;
            }
        }
    }

    /// <summary>Null for a member without a name that can be read.</summary>
    JsonMember? ParseMember()
    {
        var name = Kind == JsonTokenKind.String ? new JsonString(text, Take()) : null;
        if (name is null)
            SkipName();
        if (Kind != JsonTokenKind.Colon)
        {
            if (name is not null)
                Report(JsonDiagnostics.MissingColon);
            if (Kind != JsonTokenKind.EqualsSign && (name is null || !StartsUnquotedValue))
                return name is null ? null : new JsonMember(name, new JsonInvalid(text, new TextSpan(end, end)));
        }

        if (Kind is JsonTokenKind.Colon or JsonTokenKind.EqualsSign)
            Take();
        var value = ParseValue();
        return name is null ? null : new JsonMember(name, value);
    }

    void SkipName()
    {
        if (Kind != JsonTokenKind.Invalid)
            Report(JsonDiagnostics.InvalidName);
        if (Kind is not (JsonTokenKind.Colon or JsonTokenKind.EqualsSign))
            ParseValue();
    }

    /// <summary>A string where a colon is missing is rather the name of the next member.</summary>
    readonly bool StartsUnquotedValue => Kind is JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket
        or JsonTokenKind.Number or JsonTokenKind.True or JsonTokenKind.False or JsonTokenKind.Null;

    JsonInvalid SkipNested()
    {
        Report(JsonDiagnostics.NestedTooDeeply);
        var first = scanner.Start;
        var depth = 0;
        do
        {
            if (Kind is JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket)
                depth++;
            else if (Kind is JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket)
                depth--;
            Take();
        }
        while (depth > 0 && Kind != JsonTokenKind.EndOfFile);
        return new JsonInvalid(text, new TextSpan(first, end));
    }

    bool TakeIf(JsonTokenKind kind)
    {
        if (Kind != kind)
            return false;
        Take();
        return true;
    }

    /// <summary>Takes the token here, and moves to the next.</summary>
    TextSpan Take()
    {
        var token = Token;
        end = token.End;
        scanner.MoveNext();
        return token;
    }

    void Report(DiagnosticKind kind)
    {
        if (scanner.Start != reported)
            diagnostics.Add(kind, Token);
        reported = scanner.Start;
    }
}
