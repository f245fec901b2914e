namespace Fixer.Adapters.Git;

/// <summary>How much of a repository is read before it is given up; what is inside was written by strangers.</summary>
public sealed record GitLimits
{
    /// <summary>Files larger than this many bytes are left out.</summary>
    public long MaxFileBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>A repository with more bytes than this in the files that are read is a failure.</summary>
    public long MaxTotalBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>A repository with more tree entries than this, folders included, is a failure.</summary>
    public int MaxEntries { get; init; } = 200_000;

    /// <summary>Folders nested deeper than this are a failure.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>A fetch that receives more bytes than this is broken off.</summary>
    public long MaxFetchBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Repositories that are read at the same time.</summary>
    public int Concurrency { get; init; } = 4;
}
