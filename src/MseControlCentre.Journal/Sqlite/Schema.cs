namespace MseControlCentre.Journal.Sqlite;

/// <summary>The tables of a journal file, and the mark by which a file is known to be one.</summary>
internal static class Schema
{
    /// <summary>Version this server reads and writes, kept as SQLite's user_version.</summary>
    public const int Version = 1;

    // "MSEJ": SQLite keeps it in the file's header, so that another application's database is not taken for a journal.
    private const int ApplicationId = 0x4D53454A;

    // "identities" holds the first 8 bytes of the SHA-256 of source and message identity, as the table's integer key.
    // To find among random keys whether an event is known is the journal's largest cost. Measured on a virtual machine
    // with 2 cores, 400,000 random identities, 256 a commit, CPU and bytes written for each event: without any check
    // 4.5 us and 0.3 KB; unique index on source and message_id 15.1 us and 7.1 KB; index on a hash column, looked up
    // first, 12.9 us and 4.9 KB; this table 11.1 us and 5.0 KB, and the least elapsed time, as one descent both looks
    // up and claims. Two identities with one hash take neighbouring keys; the entry itself decides which is meant.
    private static readonly string[] s_tables =
    [
        """
        CREATE TABLE entries (
            sequence    INTEGER PRIMARY KEY,
            recorded_at INTEGER NOT NULL,
            occurred_at INTEGER NOT NULL,
            source      INTEGER NOT NULL,
            message_id  TEXT    NOT NULL,
            site        INTEGER NOT NULL,
            kind        INTEGER NOT NULL,
            detail      BLOB    NOT NULL,
            chain       BLOB    NOT NULL
        ) STRICT
        """,
        "CREATE TABLE identities (hash INTEGER PRIMARY KEY, sequence INTEGER NOT NULL) STRICT",
        "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        "CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE snapshots (
            sequence    INTEGER PRIMARY KEY,
            recorded_at INTEGER NOT NULL,
            state_hash  TEXT    NOT NULL,
            state       BLOB    NOT NULL,
            checksum    BLOB    NOT NULL
        ) STRICT
        """,
    ];

    /// <summary>Whether a database has no table at all: a new file, or one whose creation was cut off.</summary>
    public static bool IsEmpty(Database database) =>
        database.ReadNumber("SELECT count(*) FROM sqlite_schema") == 0
        && database.ReadNumber("PRAGMA user_version") == 0;

    /// <summary>Creates the tables, all or none.</summary>
    public static void Create(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        foreach (var table in s_tables)
        {
            database.Execute(table);
        }

        database.Execute($"PRAGMA application_id={ApplicationId}");
        database.Execute($"PRAGMA user_version={Version}");
        database.Execute("COMMIT");
    }

    /// <summary>Refuses a database that is no journal, or one of a newer server.</summary>
    public static void Require(Database database, string path)
    {
        var application = database.ReadNumber("PRAGMA application_id");
        if (application != ApplicationId)
        {
            throw new JournalUnavailableException(
                $"{path} is no journal of the control centre (it is another application's SQLite database). "
                + "Check the data directory's path.");
        }

        var version = database.ReadNumber("PRAGMA user_version");
        if (version != Version)
        {
            throw new JournalUnavailableException(
                $"{path} is a journal of version {version}; this server reads version {Version}. It was written by a "
                + "newer server: start that one, or put back a backup from before it.");
        }
    }
}
