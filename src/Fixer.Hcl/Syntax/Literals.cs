namespace Fixer.Hcl;

/// <summary>A quoted string without template sequences.</summary>
public sealed class StringLiteral : HclExpression
{
    string? value;

    internal StringLiteral(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }

    /// <summary>Its value: escapes decoded, in Unicode normalization form C.</summary>
    public string Value => value ??= Decode();

    string Decode()
    {
        var span = Span;
        return StringDecoder.DecodeQuoted(Text.Bytes[(span.Start + 1)..(span.End - 1)]);
    }
}

/// <summary>A number without sign: digits, fraction, exponent.</summary>
public sealed class NumberLiteral : HclExpression
{
    internal NumberLiteral(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }

    /// <summary>As written: HCL's numbers have more precision than any type of .NET.</summary>
    public string Digits => Text.GetString(Span);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanLiteral : HclExpression
{
    internal BooleanLiteral(TokenSource source, TokenRange tokens, bool value)
        : base(source, tokens) => Value = value;

    /// <summary>Which.</summary>
    public bool Value { get; }
}

/// <summary><c>null</c>.</summary>
public sealed class NullLiteral : HclExpression
{
    internal NullLiteral(TokenSource source, TokenRange tokens)
        : base(source, tokens)
    {
    }
}
