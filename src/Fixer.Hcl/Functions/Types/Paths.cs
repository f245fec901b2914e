using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Values;
using static Fixer.Hcl.Functions.Signatures;

namespace Fixer.Hcl.Functions.Types;

/// <summary><c>basename</c>, <c>dirname</c>, <c>pathexpand</c>: of paths as text, with slashes; no file is asked for.</summary>
static class Paths
{
    public static HclFunction BaseName { get; } = TextFunction("path", path =>
    {
        var trimmed = path.TrimEnd('/');
        if (trimmed.Length == 0)
            return path.Length == 0 ? "." : "/";
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    });

    public static HclFunction DirName { get; } = TextFunction("path", path => Clean(path[..(path.LastIndexOf('/') + 1)]));

    /// <summary>Where a tilde leads to depends on who runs Terraform, where.</summary>
    public static HclFunction PathExpand { get; } = Function(HclType.String, [Text("path")], call => call.Text(0) switch
    {
        not ['~', ..] => call.Result(call.Text(0)),
        ['~', not ('/' or '\\'), ..] => throw new HclFunctionException("The folder of another user cannot be known.", 0),
        _ => call.Unknown(HclType.String),
    });

    /// <summary>Without doubled slashes, dots, and folders that are left again.</summary>
    static string Clean(string path)
    {
        var isRooted = path is ['/', ..];
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && !(part == ".." && isRooted))
                parts.Add(part);
        }

        var joined = string.Join('/', parts);
        return isRooted ? "/" + joined : joined.Length == 0 ? "." : joined;
    }
}
