namespace Fixer.Iac.Terraform.State;

/// <summary>Says where a Terragrunt unit keeps its state: by <c>remote_state</c>, or by a <c>generate</c> block that writes a backend block.</summary>
public static class TerragruntBackend
{
    /// <summary>
    /// Reads the backend of a unit, which may be written in a file that it includes. Null if neither says anything: then it is the business of the
    /// module that the unit runs. What the environment, a command or an account decides is not known.
    /// </summary>
    /// <param name="tree">The repository.</param>
    /// <param name="path">The unit's file, usually <c>…/terragrunt.hcl</c>.</param>
    public static BackendReading Read(SourceTree tree, string path) => Read(new TerragruntFiles(tree), path);

    internal static BackendReading Read(TerragruntFiles files, string path)
    {
        var (here, there) = TerragruntReader.InTwoPlaces(files, r => r.Read(path));
        if (here.Backend is null || there.Backend is null)
            return here.Backend is null ? here : there;
        var settings = here.Backend.Settings.Select(s => KeyValuePair.Create(s.Key, Same(s.Value, there.Backend[s.Key])));
        return here with { Backend = here.Backend with { Settings = StateBackend.Local.Settings.AddRange(settings) } };
    }

    static BackendSetting Same(BackendSetting here, BackendSetting there) =>
        here.Value == there.Value || !here.IsKnown ? here : new BackendSetting(null, "it depends on where the repository is");
}
