namespace Fixer.Adapters.Store;

/// <summary>A query that SQLite does not understand, or that is not one reading statement. The message is SQLite's own where it is SQLite's complaint.</summary>
public sealed class QueryException(string message) : Exception(message);
