using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>Removes a record set from Terraform configuration.</summary>
public static class TerraformRemoval
{
    /// <summary>
    /// Removes the block that declares <paramref name="record"/>, with its own comments, and proves by reading the result again that
    /// nothing else has changed. Refuses, by name, whenever one block is not the whole and only cause of one record.
    /// </summary>
    /// <param name="tree">The repository.</param>
    /// <param name="record">A record that <see cref="TerraformSources.Read(SourceTree)"/> found in this tree.</param>
    public static SourceEdit Remove(SourceTree tree, DeclaredRecord record)
    {
        var before = TerraformTree.Parse(tree);
        var path = record.Location.Path;
        if (before.File(path) is not { } file)
            return Refuse(EditRefusalCode.DeclarationNotFound, $"There is no configuration file {path}.");
        var module = before.Modules[SourceTree.FolderOf(path)];
        if (module.Problems.Where(p => p.Code != "TF003").ToArray() is [var problem, ..] problems)
            return Refuse(EditRefusalCode.SourceUnreadable, $"{problem.Path}:{problem.Line}: {problem.Message} ({problem.Code}; {problems.Length} in this module). Correct it first.");
        if (module.Find(record.Address) is not { Item: HclBlock block } declaration || declaration.File != file || RecordReader.Read(module, declaration) is var reading && !IsSame(reading.Record, record))
            return Refuse(EditRefusalCode.DeclarationNotFound, $"{record.Address} is not in {path} any more, or declares something else now.");
        return RemovalObstacles.Find(module, declaration, reading)
            ?? Edit(before, module, file, block, record.Address);
    }

    static SourceEdit Edit(TerraformTree before, TerraformModule module, TerraformFile file, HclBlock block, string address)
    {
        var edits = HclEdits.Remove(file.Hcl, block);
        var after = before.With(file.Path, TextEdits.Apply(file.Hcl.Text.Bytes, edits));
        var (proof, failure) = RemovalProof.Check(module, after, file, block, address, edits);
        return failure is null
            ? new ProvenEdit([new FileEdit(file.Path, edits)], proof, RemovalRisks.Of(module, block))
            : Refuse(EditRefusalCode.ProofFailed, $"Removing {address} from {file.Path}: {failure}.");
    }

    static bool IsSame(DeclaredRecord found, DeclaredRecord asked) =>
        (found.Name, found.Type, found.ZoneName, found.ZoneId, found.SetIdentifier) == (asked.Name, asked.Type, asked.ZoneName, asked.ZoneId, asked.SetIdentifier);

    internal static EditRefusal Refuse(EditRefusalCode code, string message) => new(code, message);
}
