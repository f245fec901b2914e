using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Fixer.Hcl;

[assembly: InternalsVisibleTo("Fixer.Iac.Tests")]

namespace Fixer.Iac.Terraform;

/// <summary>Reads the configuration after an edit and compares it with the one before.</summary>
static class RemovalProof
{
    /// <summary>Checks everything that a removal must and must not do; says what is wrong if something is.</summary>
    public static (EditProof Proof, string? Failure) Check(TerraformModule before, TerraformTree afterTree, TerraformFile file, HclBlock block, string address, ImmutableArray<TextEdit> edits)
    {
        var after = afterTree.Modules[before.Folder];
        var (old, now) = (Texts(before), Texts(after));
        var proof = new EditProof(
            old.Count,
            now.Count,
            [.. old.Keys.Where(k => !now.ContainsKey(k))],
            [.. now.Keys.Where(k => !old.ContainsKey(k))],
            [.. old.Keys.Where(k => now.TryGetValue(k, out var text) && text != old[k])],
            TextEdits.IsIdenticalOutside(file.Hcl.Text.Bytes, edits, afterTree.File(file.Path)!.Hcl.ToBytes()),
            new ResourceUses(block.Labels[0].Value, block.Labels[1].Value).Find(after, null));
        return (proof, Failure(proof, before, after, file, block, address, edits));
    }

    static string? Failure(EditProof proof, TerraformModule before, TerraformModule after, TerraformFile file, HclBlock block, string address, ImmutableArray<TextEdit> edits)
    {
        if (!proof.UntouchedBytesIdentical)
            return "bytes outside the edits have changed";
        if (edits.Any(e => !OnlySpaces(file.Hcl, e) && (e.NewText.Length > 0 || !RemovesOnly(file.Hcl, block, e.Span))))
            return "the edits remove more than the block and its comments";
        if (after.Problems.Any(p => p.Code != "TF003"))
            return "the result has errors";
        if (proof.Removed is not [var removed] || removed != address)
            return $"the blocks removed are {string.Join(", ", proof.Removed)}";
        if (!proof.Added.IsEmpty || !proof.Changed.IsEmpty || proof.DeclarationsAfter != proof.DeclarationsBefore - 1)
            return $"other blocks have changed: {string.Join(", ", proof.Added.Concat(proof.Changed))}";
        if (!proof.DanglingReferences.IsEmpty)
            return $"references dangle in {string.Join(", ", proof.DanglingReferences)}";
        return Values(before).Where(v => v.Key != address).SequenceEqual(Values(after)) ? null : "other records are evaluated differently";
    }

    /// <summary>The text of every definition at the top level of a module, by address, or by type and number where it has none.</summary>
    static SortedDictionary<string, string> Texts(TerraformModule module)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in module.Files)
        {
            foreach (var item in file.Hcl.Body.Items)
            {
                // Two files may hold the same address: the second is an override.
                var address = item is HclBlock block ? TerraformModule.AddressOf(block) ?? $"{file.Path} {block.Type}" : $"{file.Path} {((HclAttribute)item).Name}";
                var number = seen[address] = seen.GetValueOrDefault(address) + 1;
                texts.Add(number == 1 ? address : $"{address} #{number}", file.Hcl.Text.GetString(item.Span));
            }
        }

        return texts;
    }

    /// <summary>What every record of the module evaluates to, without where it stands.</summary>
    static IEnumerable<KeyValuePair<string, string>> Values(TerraformModule module) =>
        from reading in TerraformSources.Records(module)
        let r = reading.Record
        select KeyValuePair.Create(r.Address, string.Join('|', [r.ZoneName, r.ZoneId, $"{r.PrivateZone}", r.Name, r.Type, r.SetIdentifier, .. r.Targets, .. r.Unknown.Order(StringComparer.Ordinal)]));

    /// <summary>Whether an edit only aligns something that stays.</summary>
    static bool OnlySpaces(HclFile file, TextEdit edit) =>
        !edit.NewText.AsSpan().ContainsAnyExcept(' ', '\t') && !file.Text.Slice(edit.Span).ContainsAnyExcept((byte)' ', (byte)'\t');

    static bool RemovesOnly(HclFile file, HclBlock block, TextSpan span)
    {
        var own = block.LeadingComments.Concat(block.TrailingComments).ToHashSet();
        return span.Contains(block.Span) && file.Tokens.Where(t => t.Span.Start < span.End && span.Start < t.Span.End).All(t =>
            block.Span.Contains(t.Span) || (span.Contains(t.Span) && t.IsTrivia && (!t.IsComment || own.Contains(t.Span))));
    }
}
