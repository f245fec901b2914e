using System;
using System.Collections.Generic;

namespace AwsSdk.Generator;

/// <summary>How members are written to a kind of body.</summary>
internal abstract class WritingFormat
{
    /// <summary>The runtime's type for a body.</summary>
    public abstract string Body { get; }

    /// <summary>What a body is called in the generated code.</summary>
    public abstract string Variable { get; }

    /// <summary>Writes a member of <c>value</c>.</summary>
    public abstract void Write(Source source, Member member);

    /// <summary>Begins a body that holds the request's members.</summary>
    public abstract string Start(string? element, string? xmlNamespace);

    /// <summary>Writes a body that is one member.</summary>
    public abstract void Payload(Source source, Member member);

    /// <summary>A value as text, or null where there is none.</summary>
    public static string Text(Member member, string value, string timestamps) => member.Shape.Type switch
    {
        "timestamp" => $"Text.{Names.Pascal(member.TimestampFormat ?? timestamps)}({value})",
        "string" when member.IsIdempotencyToken => $"{value} ?? Text.IdempotencyToken()",
        "structure" or "list" or "map" => throw new NotSupportedException($"The generator cannot write {member.Shape.Name} as text."),
        _ => $"Text.Of({value})",
    };
}

/// <summary>How members are read from a kind of body.</summary>
internal abstract class ReadingFormat
{
    /// <summary>The runtime's type for a response.</summary>
    public abstract string Response { get; }

    public abstract string Unmarshaller { get; }

    /// <summary>The parameter of the methods that read a structure.</summary>
    public abstract string Parameter { get; }

    /// <summary>Goes to the element or object that holds the response's members.</summary>
    public abstract string Start(string? wrapper);

    /// <summary>Goes to the element or object that holds an error's members.</summary>
    public abstract string StartFailure { get; }

    /// <summary>Reads members into <c>value</c>.</summary>
    public abstract void Read(Source source, IReadOnlyList<Member> members);

    /// <summary>Reads a body that is one member.</summary>
    public abstract string Root(Member payload);

    /// <summary>The method of the runtime's cursors that reads a scalar.</summary>
    protected static string Scalar(Shape shape) => shape.Type switch
    {
        "string" => "Text()",
        "boolean" => "Bool()",
        "integer" => "Int()",
        "long" => "Long()",
        "float" => "Float()",
        "double" => "Double()",
        "timestamp" => "Timestamp()",
        "blob" => "Blob()",
        _ => throw new NotSupportedException($"The generator cannot read {shape.Name} as one value."),
    };
}
