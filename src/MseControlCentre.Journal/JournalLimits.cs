namespace MseControlCentre.Journal;

/// <summary>Limits that every journal holds, whatever it is stored in.</summary>
public static class JournalLimits
{
    /// <summary>Most events in one call of <see cref="IJournal.AppendAsync"/>.</summary>
    public const int EventsInOneAppend = 65_536;

    /// <summary>Most characters in the name of a source or a site.</summary>
    public const int NameLength = 128;

    /// <summary>
    /// Most characters in a message identity. HL7 allows 199 in MSH-10, and the feed adds MSH-7 and a number.
    /// </summary>
    public const int MessageIdLength = 512;

    /// <summary>
    /// Most bytes in the written form of a detail. The largest by far is the adoption of a network map.
    /// </summary>
    public const int DetailBytes = 4 * 1024 * 1024;

    /// <summary>Most entries that are handed over in one batch when reading or following.</summary>
    public const int EntriesInOneBatch = 1024;

    /// <summary>Committed entries that are kept in memory for followers.</summary>
    public const int EntriesInTail = 65_536;
}
