namespace Fixer.Cli;

/// <summary>Ends a command with exit status 1 and this message: what happened, where, why, and what to do.</summary>
internal sealed class CliException(string message) : Exception(message);
