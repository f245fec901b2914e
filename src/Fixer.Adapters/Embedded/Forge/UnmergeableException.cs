namespace Fixer.Adapters.Embedded;

/// <summary>git cannot merge a branch; the message says why.</summary>
public sealed class UnmergeableException(string message) : InvalidOperationException(message);
