namespace Fixer.Adapters.Git;

/// <summary>A repository cannot be used, for a reason that needs no stack trace; becomes a failure or a refusal at the port.</summary>
internal sealed class UnreadableRepositoryException(string message) : Exception(message);
