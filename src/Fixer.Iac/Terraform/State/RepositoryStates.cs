namespace Fixer.Iac.Terraform.State;

/// <summary>States that people have committed beside the code.</summary>
public static class RepositoryStates
{
    /// <summary>The states of root modules with a local backend that are among the repository's files: whose, of which workspace, and the state.</summary>
    public static IEnumerable<(string Folder, string Workspace, TerraformState State)> In(SourceTree tree, IReadOnlyCollection<RootBackend> roots)
    {
        foreach (var path in tree.Files.Keys.Where(p => p.EndsWith(".tfstate", StringComparison.Ordinal)))
        {
            foreach (var (folder, backend) in roots.Where(r => r.Backend.Type == "local"))
            {
                var start = folder.Length == 0 ? "" : folder + "/";
                if (path.StartsWith(start, StringComparison.Ordinal) && backend.WorkspaceOf(new StateLocation(null, path[start.Length..])) is { } workspace)
                    yield return (folder, workspace, TerraformState.Read(new MemoryStream(tree.Files[path].ToArray(), writable: false), $"{tree.Repository} {path}"));
            }
        }
    }
}
