using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;
using MseControlCentre.Journal.Sqlite;

namespace MseControlCentre.Journal.Verification;

/// <summary>
/// Reads a whole journal file and checks that every entry is there, in order, decodable and unchanged since it was
/// written, that nothing acknowledged is missing at its end, and that the rest of the file is sound.
/// </summary>
public static class JournalVerifier
{
    // Enough to see at opening whatever a crash or a full disk can do to the end of the file, in well under a second.
    private const int EntriesCheckedAtOpening = 10_000;

    /// <summary>Verifies a journal file. The server that writes it may run.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="visit">Is given every sound entry in order, for further checks.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <exception cref="JournalUnavailableException">The file is not there, or is no journal.</exception>
    public static async Task<VerificationReport> VerifyAsync(
        string path, Action<JournalEntry>? visit, CancellationToken cancellationToken)
    {
        await using var reader = await SqliteJournalReader.OpenAsync(path, _ => { }, cancellationToken);
        // Read before the entries: a running server moves the mark on meanwhile.
        var acknowledged = AcknowledgedMark.Read(path);
        return await Task.Run(
            () => EntryStream.Guard(path, () => reader.Use((database, names) =>
                Check(path, database, names, acknowledged, visit, cancellationToken))),
            cancellationToken);
    }

    /// <summary>
    /// Checks the end of a journal that is being opened, and all of it when something is wrong there.
    /// </summary>
    internal static VerificationReport CheckAtOpening(
        string path, Database database, Names names, ChainPosition? acknowledged, CancellationToken cancellationToken)
    {
        try
        {
            var end = EntryReader.ReadEnd(database).Sequence;
            var start = EntryReader.ReadPosition(database, Math.Max(0, end - EntriesCheckedAtOpening));
            new EntryCheck(start, acknowledged).Run(database, names, visit: null, cancellationToken);
            if (FileLength.Finding(path) is null && IdentityFinding(database, end) is null)
            {
                return new VerificationReport(end, EntryReader.ReadPosition(database, end).RecordedAt, null, null, []);
            }
        }
        catch (Exception exception) when (exception is SqliteFailure or DamagedEntryException)
        {
            // The thorough check below says what and where.
        }

        return Check(path, database, names, acknowledged, visit: null, cancellationToken);
    }

    private static VerificationReport Check(
        string path,
        Database database,
        Names names,
        ChainPosition? acknowledged,
        Action<JournalEntry>? visit,
        CancellationToken cancellationToken)
    {
        var check = new EntryCheck(ChainPosition.Empty, acknowledged);
        DamagedEntryException? damage = null;
        try
        {
            check.Run(database, names, visit, cancellationToken);
        }
        catch (DamagedEntryException exception)
        {
            damage = exception;
        }

        return new VerificationReport(
            check.End.Sequence,
            check.End.Sequence > 0 ? check.End.RecordedAt : null,
            damage?.Sequence,
            damage?.Message,
            FileFindings(path, database, damage is null ? check.End.Sequence : null));
    }

    private static List<string> FileFindings(string path, Database database, long? entries)
    {
        var findings = new List<string>();
        if (FileLength.Finding(path) is { } length)
        {
            findings.Add(length);
        }

        try
        {
            if (entries is { } count && IdentityFinding(database, count) is { } identities)
            {
                findings.Add(identities);
            }

            foreach (var sequence in SnapshotStore.Damaged(database))
            {
                findings.Add($"The snapshot of sequence {sequence} is damaged (replays start from an earlier one)");
            }

            var structure = database.ReadText("PRAGMA integrity_check(1)");
            if (!string.Equals(structure, "ok", StringComparison.Ordinal))
            {
                findings.Add($"SQLite finds the file's structure damaged: {structure}");
            }
        }
        catch (SqliteFailure failure)
        {
            findings.Add($"SQLite finds the file's structure damaged: {failure.Message}");
        }

        return findings;
    }

    // Entries that were appended while a running server's journal is verified have identities too: more is no damage.
    private static string? IdentityFinding(Database database, long entries)
    {
        var identities = database.ReadNumber("SELECT count(*) FROM identities");
        return identities >= entries
            ? null
            : $"Only {identities} of {entries} entries have their identity noted, so a repeated event could be taken "
                + "twice";
    }
}
