using System.Collections.Immutable;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>A block or local value that other code can refer to.</summary>
sealed record Declaration(string Address, TerraformFile File, HclBodyItem Item);

/// <summary>One folder's configuration, indexed by address.</summary>
sealed class TerraformModule
{
    readonly Dictionary<string, Declaration> declarations = new(StringComparer.Ordinal);
    readonly HashSet<string> ambiguous = new(StringComparer.Ordinal);
    readonly List<SourceProblem> problems = [];

    public TerraformModule(TerraformTree tree, string folder, ImmutableArray<TerraformFile> files)
    {
        (Tree, Folder, Files) = (tree, folder, files);
        foreach (var file in files)
        {
            problems.AddRange(file.Hcl.Diagnostics.Select(d => TerraformProblems.Syntax(file.Path, d)));
            if (!file.IsOverride)
                Declare(file);
        }

        foreach (var file in files.Where(f => f.IsOverride))
            Override(file);
        Evaluator = new Evaluator(this);
    }

    public TerraformTree Tree { get; }

    public string Folder { get; }

    public ImmutableArray<TerraformFile> Files { get; }

    public Evaluator Evaluator { get; }

    public IEnumerable<SourceProblem> Problems => problems;

    /// <summary>Whether the value behind an address cannot be told: declared twice, or changed by an override file.</summary>
    public bool IsAmbiguous(string address) => ambiguous.Contains(address);

    public Declaration? Find(string address) => declarations.GetValueOrDefault(address);

    public HclBlock? FindBlock(string address) => Find(address)?.Item as HclBlock;

    /// <summary>The resources of a type, override files left out, in the order of the source.</summary>
    public IEnumerable<Declaration> Resources(string type) =>
        from file in Files
        where !file.IsOverride
        from block in file.Hcl.Body.BlocksOfType("resource")
        where block.Labels.Length == 2 && block.Labels[0].Value == type
        select new Declaration(AddressOf(block)!, file, block);

    /// <summary>How other code refers to the block: <c>aws_s3_bucket.x</c>, <c>data.aws_s3_bucket.x</c>, <c>module.x</c>, <c>var.x</c>; null if it cannot.</summary>
    public static string? AddressOf(HclBlock block) => (block.Type, block.Labels) switch
    {
        ("resource", [var type, var name]) => $"{type.Value}.{name.Value}",
        ("data", [var type, var name]) => $"data.{type.Value}.{name.Value}",
        ("module", [var name]) => $"module.{name.Value}",
        ("variable", [var name]) => $"var.{name.Value}",
        ("output", [var name]) => $"output.{name.Value}",
        _ => null,
    };

    void Declare(TerraformFile file)
    {
        foreach (var (address, item) in Addressable(file))
        {
            if (declarations.TryAdd(address, new Declaration(address, file, item)))
                continue;
            ambiguous.Add(address);
            problems.Add(TerraformProblems.Duplicate(file, item, address, declarations[address].File));
        }

        problems.AddRange(file.Hcl.Body.BlocksOfType("resource").Where(b => b.Labels.Length != 2).Select(b => TerraformProblems.Labels(file, b)));
    }

    void Override(TerraformFile file)
    {
        foreach (var (address, item) in Addressable(file))
        {
            ambiguous.Add(address);
            if (item is HclBlock block && (block.Is("resource", "aws_route53_record", block.Labels[^1].Value) || block.Is("resource", "aws_s3_bucket", block.Labels[^1].Value)))
                problems.Add(TerraformProblems.Override(file, block, address));
        }
    }

    static IEnumerable<(string Address, HclBodyItem Item)> Addressable(TerraformFile file)
    {
        foreach (var block in file.Hcl.Body.Blocks)
        {
            if (block is { Type: "locals", Labels.Length: 0 })
            {
                foreach (var local in block.Body.Attributes)
                    yield return ($"local.{local.Name}", local);
            }
            else if (AddressOf(block) is { } address)
                yield return (address, block);
        }
    }
}
