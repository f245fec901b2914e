using System.Collections.Immutable;
using Fixer.Hcl;
using Fixer.Hcl.Json;

namespace Fixer.Iac.Terraform.Modules;

/// <summary>The configuration of one folder: what it declares, override files applied, in both syntaxes. Not evaluated.</summary>
sealed class ModuleSource
{
    readonly List<SourceProblem> problems = [];

    ModuleSource(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The blocks of all files that are no overrides, by how they are told apart: <c>resource aws_s3_bucket b</c>.</summary>
    public Dictionary<string, ConfigurationBlock> Blocks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ConfigurationArgument> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>What is broken. Blocks that could be read are there all the same.</summary>
    public IReadOnlyList<SourceProblem> Problems => problems;

    public ConfigurationBlock? Block(string type, params ReadOnlySpan<string> labels) => Blocks.GetValueOrDefault(KeyOf(type, labels));

    public IEnumerable<ConfigurationBlock> OfType(string type) => Blocks.Values.Where(b => b.Type == type);

    /// <summary>The module in a folder; null if there are no configuration files in it. The files as parsed are put into <paramref name="parsed"/>; those that are in <paramref name="kept"/> are not parsed again.</summary>
    public static ModuleSource? Read(ModuleFiles files, string folder, Dictionary<string, object> parsed, IReadOnlyDictionary<string, object> kept)
    {
        if (files.NamesIn(folder) is not { } all)
            return null;
        var names = all.Where(IsConfiguration).Order(StringComparer.Ordinal).ToArray();
        var module = new ModuleSource(folder);
        foreach (var name in names.Where(n => !IsOverride(n)).Concat(names.Where(IsOverride)))
        {
            var path = SourceTree.PathOf(folder, name);
            if ((kept.GetValueOrDefault(path) ?? Parse(files, path)) is not { } file)
                module.problems.Add(new(path, 1, 1, ModuleProblems.Unreadable, "The file cannot be read, or is too large."));
            else if ((parsed[path] = file) is JsonFile json)
                module.Add(json, IsOverride(name));
            else
                module.Add((HclFile)file, IsOverride(name));
        }

        return names.Length == 0 ? null : module;
    }

    static object? Parse(ModuleFiles files, string path) =>
        files.Read(path) is not { } content ? null : path.EndsWith(".json", StringComparison.Ordinal) ? JsonFile.Parse(content, path) : HclFile.Parse(content, path);

    /// <summary>The folder of the module that a block calls; null if it is not in this repository, or is no plain text.</summary>
    public static string? Called(ModuleSource caller, ConfigurationBlock call)
    {
        var source = call.Body.Argument("source")?.Value switch
        {
            StringLiteral native => native.Value,
            JsonString json => json.Value,
            _ => "",
        };
        return source.StartsWith('.') ? ModuleFiles.Resolve(caller.Folder, source) : null;
    }

    void Add(HclFile file, bool isOverride)
    {
        Report(file.Diagnostics, file.Text.Path);
        Add(new NativeBody(file.Body), isOverride);
    }

    void Add(JsonFile file, bool isOverride)
    {
        Report(file.Diagnostics, file.Text.Path);
        Add(new JsonSyntaxBody(file.Body), isOverride);
    }

    void Report(ImmutableArray<HclDiagnostic> diagnostics, string path) =>
        problems.AddRange(diagnostics.Select(d => new SourceProblem(path, d.Position.Line, d.Position.Column, d.Code, d.Message)));

    void Add(ConfigurationBody file, bool isOverride)
    {
        foreach (var local in file.Blocks("locals", 0).SelectMany(b => b.Body.Arguments))
        {
            var isKnown = Locals.TryGetValue(local.Name, out var first);
            if (isKnown && !isOverride)
                Duplicate(local.Node, $"local.{local.Name}", first!.Node);
            else if (!isKnown && isOverride)
                NothingToOverride(local.Node, $"local.{local.Name}");
            else
                Locals[local.Name] = local;
        }

        foreach (var (type, labels) in BlockKinds)
        {
            foreach (var block in file.Blocks(type, labels))
                Add(block, isOverride);
        }
    }

    void Add(ConfigurationBlock block, bool isOverride)
    {
        var key = KeyOf(block.Type, block.Labels.AsSpan());
        var name = string.Join('.', block.Labels);
        if (Blocks.TryGetValue(key, out var first))
        {
            if (isOverride)
                Blocks[key] = first with { Body = new OverriddenBody(first.Body, block.Body) };
            else
                Duplicate(block.Node, name, first.Node);
        }
        else if (isOverride)
        {
            NothingToOverride(block.Node, name);
        }
        else
        {
            Blocks[key] = block;
        }
    }

    void Duplicate(SyntaxNode node, string what, SyntaxNode first) =>
        Report(node, ModuleProblems.Duplicate, $"{what} is declared in {SourceLocation.Of(first)} already.");

    void NothingToOverride(SyntaxNode node, string what) =>
        Report(node, ModuleProblems.NothingToOverride, $"{what} is in an override file, but there is no other that declares it.");

    void Report(SyntaxNode node, string code, string message)
    {
        var position = node.Text.PositionOf(node.Span.Start);
        problems.Add(new(node.Text.Path, position.Line, position.Column, code, message));
    }

    static readonly (string Type, int Labels)[] BlockKinds = [("variable", 1), ("output", 1), ("resource", 2), ("data", 2), ("ephemeral", 2), ("module", 1)];

    static string KeyOf(string type, ReadOnlySpan<string> labels) => labels.Length == 1 ? $"{type} {labels[0]}" : $"{type} {labels[0]} {labels[1]}";

    /// <summary>Terraform leaves out what is hidden.</summary>
    static bool IsConfiguration(string name) => !name.StartsWith('.') && (name.EndsWith(".tf", StringComparison.Ordinal) || name.EndsWith(".tf.json", StringComparison.Ordinal));

    /// <summary>Whether the blocks of a file of this name are merged into those of the other files (Terraform documentation, "Override Files").</summary>
    public static bool IsOverride(string name) =>
        name is "override.tf" or "override.tf.json" || name.EndsWith("_override.tf", StringComparison.Ordinal) || name.EndsWith("_override.tf.json", StringComparison.Ordinal);
}
