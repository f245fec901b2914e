using System.Collections.Immutable;

namespace Fixer.Playbooks;

/// <summary>Every playbook, by hand: what is not in this list does not exist.</summary>
public static class All
{
    /// <summary>The list.</summary>
    public static ImmutableArray<Playbook> Playbooks { get; } =
    [
        Dns.DanglingRecord.DanglingRecord.Playbook,
    ];

    /// <summary>The playbook of that id, or null.</summary>
    public static Playbook? Find(string id) => Playbooks.FirstOrDefault(p => p.Id == id);

    /// <summary>A playbook's readme, Markdown.</summary>
    /// <exception cref="InvalidOperationException">Its folder has none: a defect.</exception>
    public static string Readme(Playbook playbook)
    {
        using var stream = typeof(All).Assembly.GetManifestResourceStream($"{playbook.Folder}/README.md")
            ?? throw new InvalidOperationException($"{playbook.Folder} has no README.md.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
