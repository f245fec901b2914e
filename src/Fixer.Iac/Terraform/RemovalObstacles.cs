using System.Text;
using Fixer.Hcl;

namespace Fixer.Iac.Terraform;

/// <summary>What stands against removing a block. The order is from what says most about the situation to what says least.</summary>
static class RemovalObstacles
{
    public static EditRefusal? Find(TerraformModule module, Declaration declaration, RecordReading reading) =>
        Override(module, declaration)
        ?? Shared(module, declaration)
        ?? Computed(reading)
        ?? Referenced(module, declaration)
        ?? OtherSyntax(module, declaration);

    static EditRefusal? Override(TerraformModule module, Declaration declaration)
    {
        if (!module.IsAmbiguous(declaration.Address))
            return null;
        var places = from file in module.Files
                     where file.IsOverride
                     from block in file.Hcl.Body.Blocks
                     where TerraformModule.AddressOf(block) == declaration.Address
                     select file.LocationOf(block).ToString();
        return TerraformRemoval.Refuse(EditRefusalCode.UnsupportedSyntax, $"{declaration.Address} is also changed by override files: {string.Join(", ", places)}. Remove both by hand.");
    }

    static EditRefusal? Shared(TerraformModule module, Declaration declaration)
    {
        var at = declaration.File.LocationOf(declaration.Item);
        if (Instances.AreMany((HclBlock)declaration.Item))
            return TerraformRemoval.Refuse(EditRefusalCode.SharedByManyInstances, $"{at}: {declaration.Address} has count or for_each, so the block declares any number of records. Remove the element that yields this one.");
        var visited = new HashSet<string>();
        for (var folder = module.Folder; visited.Add(folder);)
        {
            var calls = module.Tree.Calls.Where(c => c.Folder == folder).ToArray();
            if (calls.Length > 1 || calls.Any(c => !c.IsPlain))
                return TerraformRemoval.Refuse(EditRefusalCode.SharedByManyInstances, $"{at}: the block lies in a module that makes more than one instance, or may: {string.Join(", ", calls.Select(c => c.At))}. Decide which of them shall keep the record.");
            if (calls is [var only])
                folder = only.Caller.Folder;
        }

        return null;
    }

    static EditRefusal? Computed(RecordReading reading)
    {
        var reasons = reading.Reasons.Where(r => r.Key is "zone" or "name" or "type" or "set_identifier").Select(r => $"{r.Key}: {r.Value}").ToArray();
        return reasons.Length == 0 ? null : TerraformRemoval.Refuse(
            EditRefusalCode.ComputedValue,
            $"{reading.Record.Location}: which record {reading.Record.Address} declares cannot be told from the source ({string.Join("; ", reasons)}).");
    }

    static EditRefusal? Referenced(TerraformModule module, Declaration declaration)
    {
        var block = (HclBlock)declaration.Item;
        var uses = new ResourceUses(RecordReader.Type, block.Labels[1].Value).Find(module, block);
        return uses.IsEmpty ? null : TerraformRemoval.Refuse(
            EditRefusalCode.ReferencedElsewhere,
            $"{declaration.Address} is used in {string.Join(", ", uses)}. Remove these uses together with the block.");
    }

    /// <summary>JSON and OpenTofu files: one in this module that has the record's name in it, or one anywhere that may call this module.</summary>
    static EditRefusal? OtherSyntax(TerraformModule module, Declaration declaration)
    {
        var name = Encoding.UTF8.GetBytes(((HclBlock)declaration.Item).Labels[1].Value);
        var folder = Encoding.UTF8.GetBytes(TerraformFile.FileName(module.Folder));
        foreach (var (path, content) in module.Tree.OtherSyntax())
        {
            var touches = SourceTree.FolderOf(path) == module.Folder && content.Span.IndexOf(name) >= 0;
            var calls = folder.Length > 0 && content.Span.IndexOf("module"u8) >= 0 && content.Span.IndexOf(folder) >= 0;
            if (touches || calls)
                return TerraformRemoval.Refuse(EditRefusalCode.UnsupportedSyntax, $"{path} may {(touches ? $"refer to {declaration.Address}" : "call this module")}, in a syntax that is not read.");
        }

        return null;
    }
}
