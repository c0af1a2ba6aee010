using System.Security.Cryptography;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// The record that the chair signs: the pack as it was when the call began, statements, attendance, levels, notes and the
/// actions as they were agreed. Its hash stands in the signature and on paper, so that a print can be held against it.
/// </summary>
public static class CallRecord
{
    /// <summary>SHA-256 of the record, in lower-case hexadecimal. What happens to actions afterwards does not change it.</summary>
    public static string HashOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var told in Told(call))
        {
            hash.AppendData(EventCatalogue.Encode(told));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<CallEvent> Told(Call call) =>
    [
        call.Opened,
        .. call.Packs.Select((pack, index) => new CallPackKept(call.Id, index + 1, pack)),
        .. InOrder(call.Statements),
        .. InOrder(call.Attendance),
        .. InOrder(call.Opel),
        .. call.Notes.Select(note => note.Told),
        .. call.Actions.Select(action => action.Agreed),
    ];

    private static IEnumerable<CallEvent> InOrder<T>(IReadOnlyDictionary<string, CallPart<T>> parts)
        where T : CallEvent =>
        parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Value.Told);
}
