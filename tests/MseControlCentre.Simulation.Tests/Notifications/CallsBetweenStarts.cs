using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;

namespace MseControlCentre.Simulation.Tests.Notifications;

/// <summary>
/// Calls that are taken into the journal while no server runs, as another node would have done. Each has an action whose
/// time has come: the next server reminds who owes it, and tells of all of it.
/// </summary>
internal static class CallsBetweenStarts
{
    private static readonly StaffMember s_controller = new("p_test", "Test", "Controller");

    /// <summary>One call; none before the first start, which tells nobody of the past.</summary>
    public static async Task HoldAsync(string data, int number)
    {
        if (number == 0)
        {
            return;
        }

        var now = DateTimeOffset.UtcNow;
        var id = $"tactical-20261129-{number}";
        await using var journal = await SqliteJournal.OpenAsync(
            Path.Combine(data, "journal.db"), TimeProvider.System, null, CancellationToken.None);
        await journal.AppendAsync(
            [
                Event(new CallOpened(id, 1, CallKind.Tactical, "Call", now, now.AddDays(-1), ["RAJ12"], By: s_controller), now),
                Event(new CallStarted(id, 2, s_controller), now),
                Event(new CallActionAgreed(id, 1, 1, "Open it", "RAJ12", now.AddSeconds(1), By: s_controller), now),
            ],
            CancellationToken.None);
    }

    private static FlowEvent Event(CallEvent told, DateTimeOffset at) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = at,
        Site = "QH8",
        Detail = told,
    };
}
