using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Iac.Terraform.Functions.FunctionDefinitions;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>
/// <c>fileset</c>: the files of the repository that match a pattern. What else may lie on a machine where Terraform runs, such as its own
/// <c>.terraform</c>, is no part of it.
/// </summary>
/// <param name="files">The repository.</param>
/// <param name="folder">Where Terraform runs: paths are relative to it.</param>
sealed class FileSets(RepositoryFiles files, string folder)
{
    static readonly SetType SetOfString = new(HclType.String);

    public HclFunction FileSet() => Function(SetOfString, [Text("path"), Text("pattern")], call =>
    {
        var (path, pattern) = (call.Arguments[0].AsString(), call.Arguments[1].AsString());
        if (RepositoryPath.Resolve(folder, path) is not { } start || RepositoryPath.Join(start, pattern) is not { } whole || Parse(whole) is not { } glob)
            return HclValue.Unknown(SetOfString, call.Origin);
        foreach (var unclear in files.Unclear)
        {
            call.Budget.Spend(1);
            if (glob.Match(unclear) != GlobMatch.None)
                return HclValue.Unknown(SetOfString, call.Origin);
        }

        return HclValue.Set(HclType.String, Matches(call, glob, start), call.Origin);
    });

    List<HclElement> Matches(HclCall call, GlobPattern glob, string start)
    {
        var found = new List<HclElement>();
        foreach (var path in files.Paths)
        {
            call.Budget.Spend(1);
            if (glob.Match(path) != GlobMatch.Whole)
                continue;
            var yieldedBy = files.KindOf(path) == PathKind.File ? Origin.Of(files.Open(path).Whole) : call.Origin;
            found.Add(new HclElement(null, HclValue.String(RepositoryPath.Relative(start, path), call.Origin), yieldedBy));
        }

        return found;
    }

    /// <summary>Null if it is malformed, or so intricate that it is not certain what Terraform makes of it.</summary>
    static GlobPattern? Parse(string pattern)
    {
        try
        {
            return GlobPattern.Parse(pattern);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
