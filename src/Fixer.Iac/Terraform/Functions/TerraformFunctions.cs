using System.Collections.Frozen;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>
/// All functions of Terraform 1.11, over the files of one repository. What depends on the machine that Terraform runs on, or on files that
/// were not read, is unknown; a file that the repository does not have is an error, as it is to Terraform. Safe for threads.
/// </summary>
/// <param name="tree">The repository.</param>
public sealed class TerraformFunctions(SourceTree tree)
{
    readonly RepositoryFiles files = new(tree);

    /// <summary>The functions by name, each also under <c>core::</c> and its name.</summary>
    /// <param name="folder">Where Terraform runs, which paths are relative to: the root module's folder, relative to the repository's root; empty for that.</param>
    public FrozenDictionary<string, HclFunction> In(string folder) => In(folder, _ => { });

    /// <param name="folder">Where Terraform runs.</param>
    /// <param name="read">Told the path of each file whose content is read.</param>
    internal FrozenDictionary<string, HclFunction> In(string folder, Action<string> read)
    {
        var reading = new FileFunctions(files, folder, read);
        var functions = new Dictionary<string, HclFunction>(StandardFunctions.All, StringComparer.Ordinal);
        Add(functions, [.. reading.All(), .. new DataDecoding(files).All(), new("fileset", new FileSets(files, folder).FileSet())]);
        var inTemplates = functions.Where(f => !f.Key.EndsWith("templatestring", StringComparison.Ordinal)).ToFrozenDictionary(StringComparer.Ordinal);
        Add(functions, [new("templatefile", new TemplateFiles(reading, inTemplates).TemplateFile())]);
        return functions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static void Add(Dictionary<string, HclFunction> functions, IEnumerable<KeyValuePair<string, HclFunction>> more)
    {
        foreach (var (name, function) in more)
            functions[name] = functions["core::" + name] = function;
    }
}
