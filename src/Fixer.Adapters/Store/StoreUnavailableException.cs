using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Fixer.Adapters.Store;

/// <summary>The store cannot be used. The message names the file, says why, and what to do.</summary>
public sealed class StoreUnavailableException(string path, string why, string whatToDo, Exception? inner = null)
    : Exception($"Store {path}: {why} {whatToDo}", inner)
{
    /// <summary>The store's file.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong, one sentence.</summary>
    public string Why { get; } = why;

    /// <summary>What an operator can do about it, one sentence.</summary>
    public string WhatToDo { get; } = whatToDo;

    /// <summary>What SQLite's failure means to an operator; null when it is a defect of the statement rather than a state of the file.</summary>
    internal static StoreUnavailableException? From(string path, SqliteException failure) => From(path, failure.SqliteErrorCode, failure);

    /// <inheritdoc cref="From(string, SqliteException)"/>
    internal static StoreUnavailableException? From(string path, int resultCode, Exception? inner = null) => (resultCode & 0xff) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(path, "Another process holds it.", "Wait for that process or end it, then run the command again.", inner),
        raw.SQLITE_READONLY => new(path, "It cannot be written.", "Give this user write permission on the file and on its folder.", inner),
        raw.SQLITE_IOERR => new(path, "The disk failed to read or write it.", "Check the disk, then run the command again.", inner),
        raw.SQLITE_FULL => new(path, "The disk is full.", "Free some space, then run the command again.", inner),
        raw.SQLITE_CORRUPT => new(path, "The file is damaged.", "Restore it from a backup.", inner),
        raw.SQLITE_CANTOPEN => new(path, "It cannot be opened.", "Check that it is a file in a folder this user may write.", inner),
        raw.SQLITE_PERM => new(path, "Access is denied.", "Give this user read and write permission on the file and on its folder.", inner),
        raw.SQLITE_NOTADB => new(path, "The file is not an SQLite database.", "Name another file as the store, or move this one away.", inner),
        _ => null,
    };
}
