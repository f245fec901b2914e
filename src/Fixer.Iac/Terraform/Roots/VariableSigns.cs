using System.Text;

namespace Fixer.Iac.Terraform.Roots;

/// <summary>
/// Signs in a repository that variables are set from outside the configuration: by the environment or the command line. Only signs: whoever
/// runs Terraform elsewhere can set any variable, but a repository that does so usually shows it in a pipeline, a script or a makefile.
/// </summary>
sealed class VariableSigns
{
    readonly HashSet<string> environment = new(StringComparer.Ordinal);
    readonly HashSet<string> arguments = new(StringComparer.Ordinal);

    VariableSigns()
    {
    }

    /// <summary>Whether something passes files of values by name.</summary>
    public bool HasFiles { get; private set; }

    /// <summary>Whether something sets <c>TF_VAR_…</c>: that counts more than the default, and less than any file.</summary>
    public bool InEnvironment(string variable) => environment.Contains(variable);

    /// <summary>Whether something passes <c>-var name=…</c>: that counts more than anything.</summary>
    public bool OnCommandLine(string variable) => arguments.Contains(variable);

    /// <summary>Looks through a repository once. Configuration cannot set its own variables, and what documents tell people to type is not code.</summary>
    public static VariableSigns In(SourceTree tree)
    {
        var signs = new VariableSigns();
        foreach (var (path, content) in tree.Files)
        {
            if (!path.EndsWith(".tf", StringComparison.Ordinal) && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                signs.Read(content.Span);
        }

        return signs;
    }

    void Read(ReadOnlySpan<byte> content)
    {
        for (var rest = content; rest.IndexOf("TF_VAR_"u8) is var at and >= 0;)
        {
            rest = rest[(at + "TF_VAR_"u8.Length)..];
            environment.Add(Name(rest));
        }

        for (var rest = content; rest.IndexOf("-var"u8) is var at and >= 0;)
        {
            rest = rest[(at + "-var"u8.Length)..];
            if (rest.StartsWith("-file"u8))
                HasFiles = true;
            var argument = rest.TrimStart(" =\"'"u8);
            if (Name(argument) is { Length: > 0 } name && argument[name.Length..].StartsWith("="u8))
                arguments.Add(name);
        }
    }

    static string Name(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(NameBytes);
        return Encoding.ASCII.GetString(length < 0 ? text : text[..length]);
    }

    static readonly System.Buffers.SearchValues<byte> NameBytes =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"u8);
}
