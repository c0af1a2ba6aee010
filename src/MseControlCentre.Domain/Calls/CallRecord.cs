using System.Security.Cryptography;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// The record that the chair signs: the packs that were kept by then, statements, attendance, levels, notes and the
/// actions as they were agreed. Its hash stands in the signature and on paper, so that a print can be held against it.
/// </summary>
public static class CallRecord
{
    /// <summary>
    /// SHA-256 of the record, in lower-case hexadecimal. What happens to actions afterwards does not change it.
    /// </summary>
    public static string HashOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var told in (CallEvent[])[call.Opened, .. Told(call)])
        {
            hash.AppendData(EventCatalogue.Encode(told));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Signs a call as it is known: the signature says what it covers.</summary>
    /// <param name="so">The call as it is known.</param>
    /// <param name="closed">How it is closed.</param>
    public static CallClosed Sign(Call so, CallClosed closed)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(closed);
        return closed with
        {
            Record = HashOf(so),
            Covers =
            [
                .. Told(so).GroupBy(told => told.Part, StringComparer.Ordinal)
                    .Select(part => EntryOf(part.Key, part.Max(told => told.Revision))),
            ],
        };
    }

    /// <summary>
    /// Whether something is in the record that was signed. What is no part of any record, such as how far an action has
    /// come, always is: nothing closes that.
    /// </summary>
    public static bool Covers(CallClosed closed, CallEvent told)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return !IsOfRecord(told) || closed.Covers is null || told.Revision <= LastCovered(closed.Covers, told.Part);
    }

    private static IEnumerable<CallEvent> Told(Call call) =>
    [
        .. call.Packs.Take(PacksOf(call)).Select((pack, index) => new CallPackKept(call.Id, index + 1, pack)),
        .. InOrder(call.Statements),
        .. InOrder(call.Attendance),
        .. InOrder(call.Opel),
        .. call.Notes.Select(note => note.Told),
        .. call.Actions.Select(action => action.Agreed),
    ];

    // A pack of the beginning that could only be made after the call was closed is kept, but nobody has signed for it.
    private static int PacksOf(Call call) =>
        call.Closed?.Covers is { } covers ? LastCovered(covers, CallIdentity.Pack) : call.Packs.Count;

    private static bool IsOfRecord(CallEvent told) => told
        is CallStatementMade or CallAttendanceRecorded or CallOpelRecorded or CallNoted or CallActionAgreed;

    private static string EntryOf(string part, int revision) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part}/{revision}");

    private static int LastCovered(IReadOnlyList<string> covers, string part) => covers
        .Where(entry => entry.StartsWith(part + "/", StringComparison.Ordinal))
        .Select(entry => int.Parse(entry[(part.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture))
        .DefaultIfEmpty(0)
        .Max();

    private static IEnumerable<CallEvent> InOrder<T>(IReadOnlyDictionary<string, CallPart<T>> parts)
        where T : CallEvent =>
        parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Value.Told);
}
