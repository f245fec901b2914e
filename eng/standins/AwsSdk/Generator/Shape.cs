using System;
using System.Collections.Generic;
using System.Linq;

namespace AwsSdk.Generator;

/// <summary>A type of the model.</summary>
internal sealed class Shape(Model model, string name, Json json)
{
    public string Name => name;

    public string Type => json["type"].Text!;

    public bool IsStructure => Type == "structure";

    public bool IsException => json["exception"].IsTrue;

    public bool IsEnum => Type == "string" && json["enum"].IsSet;

    public bool IsDeprecated => json["deprecated"].IsTrue;

    public bool IsFlattened => json["flattened"].IsTrue;

    /// <summary><c>yes</c>, <c>throttling</c>, or null for an exception that the model does not call retryable.</summary>
    public string? Retryable => json["retryable"].Text;

    /// <summary>What an error response calls this exception.</summary>
    public string ErrorCode => json["error"]["code"].Text ?? name;

    public string? TimestampFormat => json["timestampFormat"].Text;

    public IEnumerable<string> EnumValues => json["enum"].Items.Select(value => value.Text!);

    public IReadOnlyList<Member> Members { get; } = [.. json["members"].Members.Select(member => new Member(model, name, member.Key, member.Value))];

    /// <summary>The member that is the whole body, if there is one.</summary>
    public Member? Payload => Members.FirstOrDefault(member => member.Name == json["payload"].Text);

    public Member Item => new(model, name, "member", json["member"]);

    public Member Key => new(model, name, "key", json["key"]);

    public Member Value => new(model, name, "value", json["value"]);

    /// <summary>The class for a structure, an exception or an enumeration.</summary>
    public string Class
    {
        get
        {
            var made = model.Renamed("shapes", name) ?? Names.Pascal(name);
            return !IsException || made.EndsWith("Exception", StringComparison.Ordinal) ? made
                : (made.EndsWith("Fault", StringComparison.Ordinal) ? made.Substring(0, made.Length - "Fault".Length) : made) + "Exception";
        }
    }

    /// <summary>The C# type of a list's items and a map's keys and values: enumerations are strings there, as in the official packages.</summary>
    public string ItemType => IsEnum ? "string" : PropertyType.TrimEnd('?');

    /// <summary>The C# type of a property.</summary>
    public string PropertyType => Type switch
    {
        "structure" => Class,
        "string" => IsEnum ? Class : "string",
        "boolean" => "bool?",
        "integer" => "int?",
        "long" => "long?",
        "float" => "float?",
        "double" => "double?",
        "timestamp" => "DateTime?",
        "blob" => "MemoryStream",
        "list" => $"List<{Item.Shape.ItemType}>",
        "map" => $"Dictionary<{Key.Shape.ItemType}, {Value.Shape.ItemType}>",
        _ => throw new NotSupportedException($"The generator does not know the type {Type} of {name}."),
    };
}

/// <summary>A member of a structure, or what a list or map holds.</summary>
internal sealed class Member(Model model, string owner, string name, Json json)
{
    public string Name => name;

    public string Property => model.Renamed("members", $"{owner}.{name}") ?? Names.Pascal(name);

    public Shape Shape => model.Shape(json["shape"].Text!);

    /// <summary><c>uri</c>, <c>querystring</c>, <c>header</c>, <c>headers</c>, <c>statusCode</c>, or null for the body.</summary>
    public string? Location => json["location"].Text;

    public string? LocationName => json["locationName"].Text;

    public string WireName => LocationName ?? name;

    public string? QueryName => json["queryName"].Text;

    public string? XmlNamespace => json["xmlNamespace"].Text;

    public string? TimestampFormat => json["timestampFormat"].Text ?? Shape.TimestampFormat;

    public bool IsRequired => json["required"].IsTrue;

    public bool IsDeprecated => json["deprecated"].IsTrue || Shape.IsDeprecated && Shape.IsStructure;

    public bool IsFlattened => json["flattened"].IsTrue || Shape.IsFlattened;

    public bool IsIdempotencyToken => json["idempotencyToken"].IsTrue;
}
