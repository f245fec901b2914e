namespace Fixer.Hcl.Json;

/// <summary>A number.</summary>
public sealed class JsonNumber : JsonValue
{
    internal JsonNumber(SourceText text, TextSpan span)
        : base(text, span)
    {
    }

    /// <summary>As written, with its sign: HCL's numbers have more precision than any type of .NET.</summary>
    public string Digits => Text.GetString(Span);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBool : JsonValue
{
    internal JsonBool(SourceText text, TextSpan span, bool value)
        : base(text, span) => Value = value;

    /// <summary>Which.</summary>
    public bool Value { get; }
}

/// <summary><c>null</c>.</summary>
public sealed class JsonNull : JsonValue
{
    internal JsonNull(SourceText text, TextSpan span)
        : base(text, span)
    {
    }
}

/// <summary>Source that stands where a value belongs and is none; empty where there is nothing. There is a diagnostic for it.</summary>
public sealed class JsonInvalid : JsonValue
{
    internal JsonInvalid(SourceText text, TextSpan span)
        : base(text, span)
    {
    }
}
