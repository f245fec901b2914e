namespace Fixer.Iac.Terraform.Functions;

/// <summary>How much of a path a pattern matches.</summary>
enum GlobMatch
{
    /// <summary>Nothing at or below the path matches.</summary>
    None,

    /// <summary>Something below the path may match.</summary>
    Below,

    /// <summary>The path itself matches, and perhaps something below it.</summary>
    Whole,
}

/// <summary>A pattern of paths as Terraform's <c>fileset</c> has it: <c>*</c>, <c>?</c>, <c>[…]</c>, <c>{a,b}</c>, and <c>**</c> for any folders.</summary>
sealed class GlobPattern
{
    readonly GlobSegment?[] segments;

    GlobPattern(GlobSegment?[] segments) => this.segments = segments;

    /// <summary>Reads a pattern of a whole path, relative to the repository's root.</summary>
    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public static GlobPattern Parse(string pattern) => new([.. pattern.Split('/').Select(s => s == "**" ? null : GlobSegment.Parse(s))]);

    /// <summary>Matches a path. Takes time linear in the lengths of path and pattern multiplied.</summary>
    public GlobMatch Match(string path)
    {
        // reached[i]: the path so far can be matched by the first i segments.
        var reached = new bool[segments.Length + 1];
        reached[0] = true;
        SkipFolders(reached);
        foreach (var part in path.Split('/'))
        {
            var next = new bool[reached.Length];
            for (var i = 0; i < segments.Length; i++)
            {
                if (reached[i] && segments[i] is { } segment)
                    next[i + 1] |= segment.Matches(part);
                else if (reached[i])
                    next[i] = true;
            }

            reached = next;
            SkipFolders(reached);
        }

        return reached[^1] ? GlobMatch.Whole : reached.Contains(true) ? GlobMatch.Below : GlobMatch.None;
    }

    void SkipFolders(bool[] reached)
    {
        for (var i = 0; i < segments.Length; i++)
            reached[i + 1] |= reached[i] && segments[i] is null;
    }
}
