using System.Globalization;

namespace MseControlCentre.Journal.Verification;

/// <summary>What a verification found.</summary>
/// <param name="EntriesChecked">Entries that were read, decoded and found unchanged, from the first one on.</param>
/// <param name="LastGoodRecordedAt">When the last of them was recorded (UTC); null when there is none.</param>
/// <param name="FirstBadSequence">From here on the journal cannot be trusted; null when every entry is sound.</param>
/// <param name="Reason">What is wrong with that entry.</param>
/// <param name="Findings">What else is wrong in the file, entries apart.</param>
public sealed record VerificationReport(
    long EntriesChecked,
    DateTimeOffset? LastGoodRecordedAt,
    long? FirstBadSequence,
    string? Reason,
    IReadOnlyList<string> Findings)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => FirstBadSequence is null && Findings.Count == 0;

    /// <summary>The report in an operator's words: what was found, and what to do.</summary>
    public string Describe(string path)
    {
        if (IsSound)
        {
            return $"The journal is sound: {EntriesChecked} entries ({path}).";
        }

        var found = FirstBadSequence is { } bad
            ? $"The journal is damaged ({path}). From sequence {bad} on it cannot be trusted: {Reason}. "
                + $"The {EntriesChecked} entries before it are sound; the last was recorded at "
                + $"{LastGoodRecordedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "-"}. "
            : $"The journal's {EntriesChecked} entries are sound, but its file is damaged ({path}). ";
        var more = Findings.Count > 0 ? string.Join(". ", Findings) + ". " : "";
        return found + more
            + "Keep a copy of the whole data directory before anything else. Then put back the newest backup and "
            + "let the senders send again what came after it: the journal takes each event once.";
    }
}
