using Fixer.Hcl.Values;
using Fixer.Iac.Terraform.Evaluation;
using Fixer.Iac.Terraform.Functions;

namespace Fixer.Iac.Terraform.Removal;

/// <summary>Arguments that name a file, as <c>source</c> of an object in a bucket, or a folder, as <c>source_dir</c> of an archive: providers read those themselves.</summary>
static class FileArguments
{
    /// <summary>An argument that names a file that is edited, or a folder with one, in words; null if there is none.</summary>
    public static string? Of(RootReading root, IReadOnlySet<string> asked, IReadOnlyCollection<string> edited)
    {
        var folders = edited.SelectMany(RepositoryPath.Above).Append("").ToHashSet(StringComparer.Ordinal);
        var names = edited.Select(SourceTree.NameOf).ToHashSet(StringComparer.Ordinal);
        bool IsRead(string name, string text) =>
            (IsFolder(name) || names.Contains(SourceTree.NameOf(text))) && RepositoryPath.Resolve(root.Context.Folder, text) is { } path && (edited.Contains(path) || (IsFolder(name) && folders.Contains(path)));
        return (from instance in root.Evaluation.Instances
                where !asked.Contains(instance.Address)
                from argument in Texts(instance.Values)
                where IsRead(argument.Name, argument.Text)
                select $"{instance.Address} {argument.Name} is {argument.Text}, which is read by its provider").FirstOrDefault();
    }

    static bool IsFolder(string name) => name.EndsWith("_dir", StringComparison.Ordinal) || name.EndsWith("directory", StringComparison.Ordinal) || name.EndsWith("folder", StringComparison.Ordinal);

    static IEnumerable<(string Name, string Text)> Texts(HclValue values)
    {
        var open = new Stack<(string Name, HclValue Value)>([("", values)]);
        while (open.TryPop(out var next))
        {
            var (name, value) = next;
            if (value.IsUnknown || value.IsNull)
                continue;
            if (value.Type == HclType.String)
                yield return (name, value.AsString());
            foreach (var element in value.Type.IsKeyed || value.Type.IsSequence ? value.Elements : [])
                open.Push((element.Key ?? name, element.Value));
        }
    }
}
