using SQLitePCL;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>SQLite refused something. It does not leave this folder: callers get an operator's message.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>Primary result code (https://sqlite.org/rescode.html).</summary>
    public int Code { get; } = code & 0xFF;

    /// <summary>What happened and what to do, in an operator's words.</summary>
    public string Describe(string path) => Code switch
    {
        raw.SQLITE_FULL =>
            $"The disk of the journal is full ({path}). Free some space; the journal then goes on by itself",
        raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            $"The journal may not be written ({path}). Let the server's account write the file and its directory; "
            + "the journal then goes on by itself",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"Another program holds the journal ({path}). End that program; the journal then goes on by itself",
        raw.SQLITE_CANTOPEN =>
            $"The journal cannot be opened ({path}). Check that the directory is there and that the server's account "
            + "may write it",
        raw.SQLITE_NOTADB =>
            $"{path} is no journal of the control centre (it is no SQLite database). Check the data directory's path; "
            + "if the path is right, put back a backup of the file",
        raw.SQLITE_CORRUPT =>
            $"The journal is damaged ({path}). Stop the server, keep a copy of the data directory and run "
            + "verify-journal: it names the first entry that cannot be trusted",
        _ =>
            $"The disk of the journal reports an error ({path}; {Message}). Check the disk and the system log; the "
            + "journal goes on by itself when the disk does",
    };
}
