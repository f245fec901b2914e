using Fixer.Hcl;
using Fixer.Hcl.Json;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Modules;
using Fixer.Iac.Terraform.Roots;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Variables and locals that only what goes has used: they go as well, with what sets them. In doubt they stay, and a sentence says so.</summary>
sealed class Leftovers(RootReading root, PlannedRemoval removal)
{
    readonly HashSet<(string Folder, string Root, string Name)> seen = [];
    readonly Queue<(string Folder, string Root, string Name)> open = new();
    readonly Lazy<ValuesFiles> values = new(() => new ValuesFiles(root.Context.Modules));
    readonly Lazy<VariableSigns> signs = new(() => VariableSigns.In(root.Context.Files.Tree()));
    readonly HashSet<HclBlock> locals = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds them to the removal.</summary>
    public static void Add(RootReading root, PlannedRemoval removal)
    {
        var leftovers = new Leftovers(root, removal);
        foreach (var node in removal.Nodes.Where(n => root.Context.Parsed.ContainsKey(n.Text.Path) && !root.Context.IsData(n) && !n.Text.Path.EndsWith(".hcl", StringComparison.Ordinal)).ToArray())
            leftovers.Enqueue(node);
        while (leftovers.open.TryDequeue(out var next))
            leftovers.Settle(next);
        foreach (var block in leftovers.locals.Where(b => b.Body.Items.All(removal.Nodes.Contains)))
            removal.Leave(block);
    }

    void Enqueue(SyntaxNode gone)
    {
        var folder = SourceTree.FolderOf(gone.Text.Path);
        foreach (var traversal in Dependents.Nodes(gone).OfType<TraversalExpression>())
        {
            if (traversal is { Root: "var" or "local", Steps: [AttributeStep { Name: var name }, ..] } && seen.Add((folder, traversal.Root, name)))
                open.Enqueue((folder, traversal.Root, name));
        }
    }

    void Settle((string Folder, string Root, string Name) name)
    {
        var declarations = DeclarationsOf(name).ToArray();
        if (declarations.Length == 0 || declarations.Any(removal.IsGone) || IsUsed(name, declarations))
            return;
        if (declarations is not [HclNode declaration])
            Keep(name, declarations[0], declarations.Length > 1 ? "it is declared more than once" : "it is declared in JSON");
        else if (TestFiles.Of(root.Context).FirstOrDefault(t => t.Folder == name.Folder && IsTested(t.File, name)).File is { } test)
            Keep(name, declaration, $"{test.Text.Path} speaks of it");
        else if (name.Root == "local")
            Remove(name, declaration);
        else if (name.Folder == root.Context.Folder)
            RemoveVariableOfRoot(name, declaration);
        else
            RemoveVariableOfModule(name, declaration);
    }

    void Remove((string Folder, string Root, string Name) name, HclNode declaration)
    {
        removal.Leave(declaration);
        removal.Names.Add(new ReferenceTarget(name.Folder, name.Root, [name.Name]));
        Enqueue(declaration);
    }

    void RemoveVariableOfRoot((string Folder, string Root, string Name) name, HclNode declaration)
    {
        if (root.Context.Files.Folders.SelectMany(f => root.Context.Modules.Calls(f)).Contains(name.Folder))
            Keep(name, declaration, "the root module is called as a module too");
        else if (root.Context.Options.Unsure.Contains(name.Name))
            Keep(name, declaration, "something else than files of values may set it");
        else if (root.Context.Modules.Units.Of(name.Folder).FirstOrDefault() is { } unit)
            Keep(name, declaration, $"{unit.Path} may set it");
        else if (signs.Value.OnCommandLine(name.Name) || signs.Value.InEnvironment(name.Name))
            Keep(name, declaration, "a command line or an environment variable in the repository sets it");
        else if (declaration is HclBlock { Body: var body } && body.Attribute("default") is null && !Values(name.Folder).Any(v => v.Names.Contains(name.Name)))
            Keep(name, declaration, "it has no default and no file sets it, so something outside the repository does");
        else
        {
            foreach (var path in Values(name.Folder).Select(v => v.Path).Concat(root.Context.Options.VarFiles).Distinct())
                RemoveValue(path, name.Name);
            Remove(name, declaration);
        }
    }

    /// <summary>Files of values for a root module: those that Terraform reads by itself, and others.</summary>
    IEnumerable<ValuesFile> Values(string folder) => values.Value.All.Where(f => f.IsAutomatic && f.Folder == folder).Concat(values.Value.For(folder));

    void RemoveValue(string path, string name)
    {
        if (root.Context.Parsed.GetValueOrDefault(path) is not { } file)
        {
            var content = root.Context.Files.Read(path)!.Value;
            file = removal.OtherFiles.GetValueOrDefault(path) ?? (path.EndsWith(".json", StringComparison.Ordinal) ? JsonFile.Parse(content, path) : HclFile.Parse(content, path));
        }

        SyntaxNode? value = file is HclFile native ? native.Body.Attribute(name) : ((JsonFile)file).Body.Attribute(name);
        if (value is null || removal.IsGone(value))
            return;
        if (!root.Context.Parsed.ContainsKey(path))
            removal.OtherFiles[path] = file;
        removal.Leave(value);
    }

    void RemoveVariableOfModule((string Folder, string Root, string Name) name, HclNode declaration)
    {
        var callers = root.Context.Files.Folders.Where(f => root.Context.Modules.Calls(f).Contains(name.Folder)).ToArray();
        var calls = root.Context.Sources.SelectMany(s => s.OfType("module").Where(c => ModuleSource.Called(s, c) == name.Folder)).ToArray();
        if (callers.FirstOrDefault(c => !root.Context.Sources.Any(s => s.Folder == c)) is { } other)
            Keep(name, declaration, $"{(other.Length == 0 ? "the repository's root" : other)} calls the module too");
        else if ((root.Context.Files.NamesIn(name.Folder) ?? []).FirstOrDefault(IsForOthers) is { } published)
            Keep(name, declaration, $"{published} beside it suggests that other repositories call the module");
        else if (calls.FirstOrDefault(c => c.IsOverridden || c.Node is not HclBlock) is { } unclear)
            Keep(name, declaration, $"{unclear.Location} is not one native block");
        else
        {
            foreach (var argument in calls.Select(c => ((HclBlock)c.Node).Body.Attribute(name.Name)).OfType<HclAttribute>().Where(a => !removal.IsGone(a)))
            {
                removal.Leave(argument);
                Enqueue(argument);
            }

            Remove(name, declaration);
        }
    }

    static bool IsForOthers(string file) =>
        file.StartsWith("README", StringComparison.OrdinalIgnoreCase) || file.StartsWith("CHANGELOG", StringComparison.OrdinalIgnoreCase) || file.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase);

    void Keep((string Folder, string Root, string Name) name, SyntaxNode declaration, string why) =>
        removal.Notes.Add($"{name.Root}.{name.Name} in {SourceLocation.Of(declaration)} is used by nothing any more. It stays: {why}.");

    IEnumerable<SyntaxNode> DeclarationsOf((string Folder, string Root, string Name) name)
    {
        foreach (var (_, parsed) in root.Context.Parsed.Where(p => IsIn(p.Key, name.Folder)))
        {
            var body = parsed is HclFile native ? (ConfigurationBody)new NativeBody(native.Body) : new JsonSyntaxBody(((JsonFile)parsed).Body);
            foreach (var variable in name.Root == "var" ? body.Blocks("variable", 1).Where(v => v.Labels[0] == name.Name) : [])
                yield return variable.Node;
            foreach (var block in name.Root == "local" ? body.Blocks("locals", 0) : [])
            {
                if (block.Body.Argument(name.Name) is not { } local)
                    continue;
                if (block.Node is HclBlock node)
                    locals.Add(node);
                yield return local.Node;
            }
        }
    }

    bool IsUsed((string Folder, string Root, string Name) name, SyntaxNode[] declarations)
    {
        var target = new ReferenceTarget(name.Folder, name.Root, [name.Name]);
        return References.Uses(root.Context, target).Select(u => u.Traversal ?? u.Item).Any(u => !removal.IsGone(u) && !declarations.Any(d => d.Text == u.Text && d.Span.Contains(u.Span)));
    }

    /// <summary>Whether a test uses it or, of a variable, sets it.</summary>
    static bool IsTested(HclFile test, (string Folder, string Root, string Name) name) => test.Body.Items.SelectMany(i => i.DescendantsAndSelf()).Any(n =>
        (n is TraversalExpression { Steps: [AttributeStep { Name: var used }, ..] } traversal && traversal.Root == name.Root && used == name.Name)
        || (n is HclAttribute attribute && attribute.Name == name.Name));

    static bool IsIn(string path, string folder) =>
        SourceTree.FolderOf(path) == folder && (path.EndsWith(".tf", StringComparison.Ordinal) || path.EndsWith(".tf.json", StringComparison.Ordinal));
}
