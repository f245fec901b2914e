using LibGit2Sharp;
using LibGit2Sharp.Handlers;

namespace Fixer.Adapters.Git;

/// <summary>A repository and where it is fetched from and pushed to.</summary>
public sealed class GitRemote
{
    private readonly string user = "";
    private readonly string password = "";

    /// <summary>Names a remote repository.</summary>
    /// <param name="name"><c>owner/name</c>.</param>
    /// <param name="url">An <c>https</c> URL, whose user info becomes credentials and is kept out of every message and file, or a path.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a repository name.</exception>
    public GitRemote(string name, string url)
    {
        Name = RepositoryName.Check(name);
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var start = scheme + 3;
        var end = scheme < 0 ? -1 : url.IndexOf('/', start);
        var at = scheme < 0 ? -1 : url.AsSpan(0, end < 0 ? url.Length : end).LastIndexOf('@');
        if (at < start)
        {
            Url = url;
            return;
        }

        var parts = url[start..at].Split(':', 2);
        user = Uri.UnescapeDataString(parts[0]);
        password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        Url = url[..start] + url[(at + 1)..];
    }

    /// <summary><c>owner/name</c>.</summary>
    public string Name { get; }

    /// <summary>The address, without user info.</summary>
    public string Url { get; }

    /// <summary>Answers the server's question for credentials; null when there are none.</summary>
    internal CredentialsHandler? Credentials => user.Length == 0 && password.Length == 0
        ? null
        : (_, _, _) => new UsernamePasswordCredentials { Username = user, Password = password };

    /// <summary>A message of git without anything secret in it, on one line.</summary>
    internal string Redact(string message)
    {
        foreach (var secret in new[] { password, Uri.EscapeDataString(password), user, Uri.EscapeDataString(user) })
        {
            if (secret.Length > 3)
                message = message.Replace(secret, "***", StringComparison.Ordinal);
        }

        return message.ReplaceLineEndings(" ").Trim();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Url})";
}
