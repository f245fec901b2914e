using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Fixer.Adapters.States;
using Fixer.Planning;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fixer.Adapters.Configuration;

/// <summary>Reads <c>fixer.yaml</c>. A key that nothing reads is an error: a limit that is silently ignored is worse than none.</summary>
public static class ConfigurationFile
{
    private static readonly Mark TopOfFile = new(0, 1, 1);

    /// <summary>Reads the file; relative paths in it are relative to its folder.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="playbooks">Ids that may be configured.</param>
    public static ConfigurationResult Read(string path, IReadOnlyCollection<string> playbooks)
    {
        var diagnostics = ImmutableArray.CreateBuilder<ConfigurationDiagnostic>();
        var reader = new YamlReader(path, diagnostics);
        var root = Load(path, reader);
        var configuration = root is null ? null : Interpret(root, reader, Path.GetDirectoryName(Path.GetFullPath(path))!, playbooks);
        return diagnostics.Count > 0 ? new ConfigurationResult(null, [.. diagnostics.OrderBy(d => d.Line).ThenBy(d => d.Column)]) : new ConfigurationResult(configuration, []);
    }

    private static YamlNode? Load(string path, YamlReader reader)
    {
        var text = "";
        try
        {
            text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            if (YamlShape.Problem(text) is { } problem)
            {
                reader.Report(problem.At, "CFG001", problem.Message);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
                return stream.Documents[0].RootNode;
            reader.Report(TopOfFile, "CFG001", "The file is empty; it needs at least organization, sources and notify.");
        }
        catch (YamlException error)
        {
            reader.Report(YamlShape.TabIndentation(text, error) ?? error.Start, "CFG001", $"This is not YAML: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's own state machine gives up on some broken files in this way.
            reader.Report(TopOfFile, "CFG001", "This is not YAML.");
        }
        catch (DecoderFallbackException)
        {
            reader.Report(TopOfFile, "CFG001", "The file cannot be read: it is not UTF-8.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            reader.Report(TopOfFile, "CFG001", $"The file cannot be read: {error.Message}");
        }

        return null;
    }

    private static FixerConfiguration? Interpret(YamlNode root, YamlReader reader, string folder, IReadOnlyCollection<string> playbooks)
    {
        if (reader.Mapping(root, "fixer.yaml", "organization", "people", "sources", "playbooks", "exemptions", "notify", "store") is not { } top)
            return null;
        IReadOnlyDictionary<string, YamlNode>? Section(string section, params string[] keys)
        {
            if (top.TryGetValue(section, out var node))
                return reader.Mapping(node, section, keys);
            reader.Report(root, "CFG004", $"fixer.yaml lacks '{section}'.");
            return null;
        }

        // A section that is missing, or no mapping, was reported already; one that is there must have its keys.
        string Text(string section, IReadOnlyDictionary<string, YamlNode>? keys, string key) =>
            keys is null ? "" : reader.Text(keys, key, top[section], section) ?? "";

        var (organization, sources, notify) = (Section("organization", "embedded"), Section("sources", "embedded", "terraformStates"), Section("notify", "folder", "from"));
        var people = (top.TryGetValue("people", out var peopleNode) ? reader.Mapping(peopleNode, "people", "emailDomains") : null) ?? ImmutableDictionary<string, YamlNode>.Empty;
        return new FixerConfiguration(
            Path.Combine(folder, Text("organization", organization, "embedded")),
            Path.Combine(folder, Text("sources", sources, "embedded")),
            [.. reader.List(sources ?? ImmutableDictionary<string, YamlNode>.Empty, "terraformStates", "sources.terraformStates").Select(n => StateLocation(n, reader, folder)).OfType<string>()],
            Path.Combine(folder, Text("notify", notify, "folder")),
            Text("notify", notify, "from"),
            Path.Combine(folder, Store(top, reader)),
            new Settings(
                Playbooks(top, reader, playbooks),
                [.. reader.List(top, "exemptions", "exemptions").Select(n => Exempt(n, reader)).OfType<Exemption>()],
                [.. reader.List(people, "emailDomains", "people.emailDomains").Select(n => Domain(n, reader)).OfType<string>()]));
    }

    private static string? StateLocation(YamlNode node, YamlReader reader, string folder)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            if (StateStores.Split(text) is not { } place)
                return Path.Combine(folder, text);
            if (place.Bucket.Length > 0)
                return text;
        }

        reader.Report(node, "CFG003", "sources.terraformStates lists s3://BUCKET/PREFIX, folders and files.");
        return null;
    }

    private static string Store(IReadOnlyDictionary<string, YamlNode> top, YamlReader reader)
    {
        if (!top.TryGetValue("store", out var node))
            return "fixer.db";
        if (node is YamlScalarNode { Value: { } text } && text.StartsWith("sqlite:", StringComparison.Ordinal) && text.Length > "sqlite:".Length)
            return text["sqlite:".Length..];
        reader.Report(node, "CFG003", "store must be sqlite:PATH.");
        return "";
    }

    private static ImmutableDictionary<string, PlaybookSettings> Playbooks(IReadOnlyDictionary<string, YamlNode> top, YamlReader reader, IReadOnlyCollection<string> known)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, PlaybookSettings>(StringComparer.Ordinal);
        if (!top.TryGetValue("playbooks", out var node))
            return settings.ToImmutable();
        foreach (var (id, value) in reader.Mapping(node, "playbooks", [.. known]) ?? ImmutableDictionary<string, YamlNode>.Empty)
        {
            if (reader.Mapping(value, $"playbooks.{id}", "mode", "maxChangesPerRun") is not { } keys)
                continue;
            settings[id] = new PlaybookSettings(
                reader.Choice(keys, "mode", PlaybookSettings.Default.Mode, $"playbooks.{id}"),
                reader.Count(keys, "maxChangesPerRun", PlaybookSettings.Default.MaxChangesPerRun, $"playbooks.{id}"));
        }

        return settings.ToImmutable();
    }

    private static Exemption? Exempt(YamlNode node, YamlReader reader)
    {
        if (reader.Mapping(node, "exemption", "finding", "reason", "owner", "until") is not { } keys)
            return null;
        var (finding, reason, owner, until) =
            (reader.Text(keys, "finding", node, "exemption"), reader.Text(keys, "reason", node, "exemption"), reader.Text(keys, "owner", node, "exemption"), reader.Text(keys, "until", node, "exemption"));
        if (until is not null && !DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            reader.Report(keys["until"], "CFG003", "exemption.until must be a date as yyyy-MM-dd; every exemption ends.");
            return null;
        }

        return finding is null || reason is null || owner is null || until is null
            ? null
            : new Exemption(finding, reason, owner, DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // An empty or one-label domain would make everybody an employee.
    private static string? Domain(YamlNode node, YamlReader reader)
    {
        if (node is YamlScalarNode { Value: { } text } && text.Split('.') is { Length: > 1 } labels && labels.All(l => l.Length > 0 && l.All(c => char.IsLetterOrDigit(c) || c == '-')))
            return text;
        reader.Report(node, "CFG003", "people.emailDomains lists domains, such as example.com.");
        return null;
    }
}
