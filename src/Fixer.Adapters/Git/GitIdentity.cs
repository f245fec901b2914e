using LibGit2Sharp;

namespace Fixer.Adapters.Git;

/// <summary>Who commits.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Address.</param>
public sealed record GitIdentity(string Name, string Email)
{
    /// <summary>Fixer, under an address that nobody can own.</summary>
    public static GitIdentity Fixer { get; } = new("Fixer", "fixer@users.noreply.invalid");

    // Whole seconds in UTC: git keeps no fractions, and the zone is part of what the commit id is made from.
    internal Signature At(DateTimeOffset date) => new(Name, Email, DateTimeOffset.FromUnixTimeSeconds(date.ToUnixTimeSeconds()));

    internal bool Made(Commit commit) => Is(commit.Author) && Is(commit.Committer);

    private bool Is(Signature signature) => signature.Name == Name && signature.Email == Email;
}
