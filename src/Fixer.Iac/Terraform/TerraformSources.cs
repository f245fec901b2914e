using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>Reads what the Terraform configuration in a repository declares.</summary>
public static class TerraformSources
{
    /// <summary>
    /// Evaluates every record set and bucket of every module as far as the source alone decides it. A module is a folder; records of
    /// a module that others call carry the address they have inside it. A block with <c>count</c> or <c>for_each</c> is one entry;
    /// one whose count is zero is none.
    /// </summary>
    public static SourceReading Read(SourceTree tree) => Read(TerraformTree.Parse(tree));

    internal static SourceReading Read(TerraformTree tree) => new(
        [.. tree.Modules.Values.SelectMany(Records).Select(r => r.Record)],
        [.. tree.Modules.Values.SelectMany(Buckets)],
        [.. tree.Problems().OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);

    internal static IEnumerable<RecordReading> Records(TerraformModule module) =>
        from declaration in module.Resources(RecordReader.Type)
        where !Instances.AreNone((HclBlock)declaration.Item, module.Evaluator)
        select RecordReader.Read(module, declaration);

    static IEnumerable<DeclaredBucket> Buckets(TerraformModule module) =>
        from declaration in module.Resources("aws_s3_bucket")
        let block = (HclBlock)declaration.Item
        where !module.IsAmbiguous(declaration.Address) && !Instances.AreNone(block, module.Evaluator)
        let name = module.Evaluator.Argument(block.Body, "bucket") as TextValue
        where name is not null
        select new DeclaredBucket(SourceKind.Terraform, declaration.Address, declaration.File.LocationOf(declaration.Item), name.Text);
}
