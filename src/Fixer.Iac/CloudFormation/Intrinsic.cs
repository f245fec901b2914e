using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>A call of an intrinsic function, in its short (<c>!Sub x</c>) or long (<c>Fn::Sub: x</c>) form.</summary>
/// <param name="Name">Without <c>Fn::</c>: <c>Ref</c>, <c>Sub</c>, <c>GetAtt</c>, …</param>
/// <param name="Argument">The argument; in the short form the node that has the tag.</param>
readonly record struct Intrinsic(string Name, DocumentNode Argument)
{
    /// <summary>The call that <paramref name="node"/> is, or null.</summary>
    public static Intrinsic? Of(DocumentNode? node) => node switch
    {
        { Tag: ['!', .. var name] } when name.Length > 0 => new Intrinsic(name, node),
        DocumentMapping { Tag: null, Entries: [var entry] } => OfKey(entry),
        _ => null,
    };

    /// <summary>The call that an entry is, even in a mapping that has others.</summary>
    public static Intrinsic? OfKey(DocumentEntry entry) =>
        entry.Key.Value == "Ref" ? new Intrinsic("Ref", entry.Value)
        : entry.Key.Value.StartsWith("Fn::", StringComparison.Ordinal) ? new Intrinsic(entry.Key.Value[4..], entry.Value)
        : null;

    /// <summary>What <c>Ref</c> or <c>Fn::GetAtt</c> names: the part up to the first dot, and the rest.</summary>
    public (string Name, string? Attribute)? Target()
    {
        switch (Name, Argument)
        {
            case ("Ref", DocumentScalar scalar):
                return (scalar.Value, null);
            case ("GetAtt", DocumentScalar scalar):
                var dot = scalar.Value.IndexOf('.', StringComparison.Ordinal);
                return dot < 0 ? (scalar.Value, null) : (scalar.Value[..dot], scalar.Value[(dot + 1)..]);
            case ("GetAtt", DocumentSequence { Items: [DocumentScalar name, .. var rest] }):
                return (name.Value, rest is [DocumentScalar attribute] ? attribute.Value : null);
            default:
                return null;
        }
    }

    /// <summary>The string of an <c>Fn::Sub</c> and the names its map defines; null if it is not one.</summary>
    public (string Text, IEnumerable<string> Defined)? Substitution() => (Name, Argument) switch
    {
        ("Sub", DocumentScalar scalar) => (scalar.Value, []),
        ("Sub", DocumentSequence { Items: [DocumentScalar scalar, DocumentMapping map, ..] }) => (scalar.Value, map.Entries.Select(e => e.Key.Value)),
        ("Sub", DocumentSequence { Items: [DocumentScalar scalar, ..] }) => (scalar.Value, []),
        _ => null,
    };
}
