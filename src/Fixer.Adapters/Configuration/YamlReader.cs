using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fixer.Adapters.Configuration;

/// <summary>Reads a YAML mapping key by key, and reports what is unknown, missing or of another type, with its place.</summary>
internal sealed class YamlReader(string path, ImmutableArray<ConfigurationDiagnostic>.Builder diagnostics)
{
    /// <summary>The children of a mapping, after reporting every key that is not in <paramref name="allowed"/>; null, and reported, when it is no mapping.</summary>
    public IReadOnlyDictionary<string, YamlNode>? Mapping(YamlNode node, string what, params string[] allowed)
    {
        if (node is not YamlMappingNode mapping)
        {
            Report(node, "CFG003", $"{what} must be a mapping with {Listed(allowed)}.");
            return null;
        }

        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping)
        {
            if (key is YamlScalarNode { Value: { } name } && (allowed.Length == 0 || allowed.Contains(name, StringComparer.Ordinal)))
                found[name] = value;
            else
                Report(key, "CFG002", $"{what} has no key {Shown(key)}; allowed: {Listed(allowed)}.");
        }

        return found;
    }

    public string? Text(IReadOnlyDictionary<string, YamlNode> mapping, string key, YamlNode parent, string what)
    {
        if (!mapping.TryGetValue(key, out var node))
        {
            Report(parent, "CFG004", $"{what} lacks '{key}'.");
            return null;
        }

        // A folded text ends with a line break of its own; any other control character would reach paths, mail headers and terminals.
        if (node is YamlScalarNode scalar && !IsNull(scalar) && scalar.Value!.TrimEnd('\n') is { Length: > 0 } text && !text.Any(char.IsControl))
            return text;
        Report(node, "CFG003", $"{what}.{key} must be a text of one line.");
        return null;
    }

    public T Choice<T>(IReadOnlyDictionary<string, YamlNode> mapping, string key, T otherwise, string what)
        where T : struct, Enum
    {
        if (!mapping.TryGetValue(key, out var node))
            return otherwise;
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        if (node is YamlScalarNode { Value: { } text } && Array.IndexOf(names, text) is var at and >= 0)
            return Enum.GetValues<T>()[at];
        Report(node, "CFG003", $"{what}.{key} must be one of: {Listed(names)}.");
        return otherwise;
    }

    public int Count(IReadOnlyDictionary<string, YamlNode> mapping, string key, int otherwise, string what)
    {
        if (!mapping.TryGetValue(key, out var node))
            return otherwise;
        if (node is YamlScalarNode { Value: { } text } && int.TryParse(text, out var number) && number >= 1)
            return number;
        Report(node, "CFG003", $"{what}.{key} must be a whole number from 1.");
        return otherwise;
    }

    public IEnumerable<YamlNode> List(IReadOnlyDictionary<string, YamlNode> mapping, string key, string what)
    {
        if (!mapping.TryGetValue(key, out var node))
            return [];
        if (node is YamlSequenceNode sequence)
            return sequence.Children;
        Report(node, "CFG003", $"{what} must be a list.");
        return [];
    }

    public void Report(YamlNode node, string code, string message) => Report(node.Start, code, message);

    public void Report(Mark mark, string code, string message) =>
        diagnostics.Add(new ConfigurationDiagnostic(path, mark.Line, mark.Column, code, message));

    private static bool IsNull(YamlScalarNode node) => node.Value is null || (node.Style == ScalarStyle.Plain && node.Value is "" or "~" or "null" or "Null" or "NULL");

    private static string Shown(YamlNode key)
    {
        if (key is not YamlScalarNode { Value: { } text })
            return "that is no text";
        var shown = new string([.. text.Take(60).Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length > 60 ? $"'{shown}…'" : $"'{shown}'";
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
