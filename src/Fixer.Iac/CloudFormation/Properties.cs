using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>Looks properties up in a mapping that may not be all of it.</summary>
/// <param name="node">The mapping, or whatever stands in its place; null if nothing is written.</param>
/// <param name="inForEach">Whether a loop replaces placeholders in every string.</param>
readonly struct Properties(DocumentNode? node, bool inForEach)
{
    /// <summary>Whether nothing at all is written.</summary>
    public bool IsEmpty => node is null;

    /// <summary>The value of a property, and whether there may be one that the source does not show.</summary>
    public (DocumentNode? Node, bool Hidden) Get(string key)
    {
        if (node is null)
            return (null, false);
        if (node is not DocumentMapping { Tag: null } mapping)
            return (null, true);
        if (mapping.Find(key) is { } found)
            return Literal.IsNoValue(found) ? (null, false) : (found, false);
        // Merge keys, macros, loops and conditions can bring properties along.
        var open = mapping.Entries.Any(e => e.Key.Value == "<<" || e.Key.Value.StartsWith("Fn::", StringComparison.Ordinal) || e.Key.Value == "Ref");
        return (null, open);
    }

    /// <summary>The value of a property, evaluated.</summary>
    public Literal Text(string key)
    {
        var (value, hidden) = Get(key);
        return hidden ? new Literal(null, true) : Literal.Of(value, inForEach);
    }

    /// <summary>The mapping under a property.</summary>
    public (Properties Value, bool Hidden) Nested(string key)
    {
        var (value, hidden) = Get(key);
        return (new Properties(value, inForEach), hidden);
    }
}
