namespace Fixer.Hcl;

/// <summary>What a token is. Kinds before <see cref="Invalid"/> are trivia: they carry no meaning, except that a newline ends a definition.</summary>
public enum TokenKind : byte
{
    /// <summary>The byte order mark a file may start with.</summary>
    ByteOrderMark,

    /// <summary>Spaces and tabs.</summary>
    Whitespace,

    /// <summary>A line feed, or carriage return and line feed.</summary>
    Newline,

    /// <summary>A comment from <c>#</c> or <c>//</c> to the end of its line, without the newline.</summary>
    LineComment,

    /// <summary>A comment in <c>/* */</c>; may span lines.</summary>
    BlockComment,

    /// <summary>Bytes that are no HCL.</summary>
    Invalid,

    /// <summary>An identifier; may contain dashes and non-ASCII letters.</summary>
    Identifier,

    /// <summary>A decimal number, without sign.</summary>
    Number,

    /// <summary>The quotation mark that opens a template.</summary>
    OpenQuote,

    /// <summary>The quotation mark that closes a template.</summary>
    CloseQuote,

    /// <summary><c>&lt;&lt;EOT</c> or <c>&lt;&lt;-EOT</c>, with the newline behind it.</summary>
    HeredocStart,

    /// <summary>The line with the closing marker, without its newline.</summary>
    HeredocEnd,

    /// <summary>Literal text of a template, escapes undecoded.</summary>
    StringText,

    /// <summary><c>${</c> or <c>${~</c>.</summary>
    TemplateStart,

    /// <summary><c>%{</c> or <c>%{~</c>.</summary>
    DirectiveStart,

    /// <summary>The <c>}</c> or <c>~}</c> that ends an interpolation or directive.</summary>
    TemplateEnd,

    /// <summary><c>{</c></summary>
    OpenBrace,

    /// <summary><c>}</c></summary>
    CloseBrace,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>=&gt;</c></summary>
    Arrow,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>.</c></summary>
    Dot,

    /// <summary><c>...</c></summary>
    Ellipsis,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>::</c>, in names of provider functions.</summary>
    DoubleColon,

    /// <summary><c>?</c></summary>
    Question,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>*</c></summary>
    Star,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary><c>!</c></summary>
    Not,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,
}
