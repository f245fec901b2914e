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
}
