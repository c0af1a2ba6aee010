using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain;

/// <summary>
/// What keeps the state bounded: once an hour of journal time, stories that ended longer ago than the network file's
/// <c>closedEncounterHours</c>, and of which nothing has been told for as long, leave into the hourly counts.
/// </summary>
public sealed partial class ControlCentre
{
    /// <summary>Stories kept now: encounters, conveyances, 999 calls and virtual-ward stays.</summary>
    public int KeptStories => _encounters.All.Count() + _conveyances.All.Count()
        + _calls.All.Count() + _stays.All.Count();

    /// <summary>Set while a snapshot is told again: what it holds was not too late then.</summary>
    private bool _restoring;

    private TimeSpan? KeptFor => Network is { } network
        ? TimeSpan.FromHours(network.Thresholds.ClosedEncounterHours.Value)
        : null;

    private bool IsBeyondHorizon(FlowEvent e, bool known) =>
        !known && !_restoring && KeptFor is { } kept && e.OccurredAt < RecordedAt - kept;

    /// <summary>
    /// Whether an event of a story that is not known, and lies beyond the horizon, would put somebody on the board or
    /// into a count who most likely left both days ago. An arrival or admission would not: long waits and long stays
    /// are told of when a hospital is first connected. Nor would assessments and plans, which open nothing.
    /// </summary>
    private static bool WouldCountAgain(EventDetail detail) => detail is
        EdDeparted or PatientTransferred or EncounterClassChanged or PatientDischarged
        or ConveyanceEvent or EmergencyCallEvent or VirtualWardDischarged;

    private void ReleaseWhatIsOver(DateTimeOffset now)
    {
        if (KeptFor is not { } kept || MarkLog.HourOf(now) == MarkLog.HourOf(RecordedAt))
        {
            return;
        }

        var before = now - kept;
        foreach (var encounter in _encounters.All.Where(e => IsOver(e, now, before)).ToList())
        {
            _logs.Settle(encounter.Marks);
            SiteOf(encounter.Standing.Site).Remove(encounter, encounter.Standing.Phase);
            _encounters.Remove(encounter);
        }

        // Nobody waits outside a department for days, and a crew on the way arrives: a conveyance of which nothing was
        // heard for so long is over, whatever it said last.
        _conveyances.Release(_ => true, before, _logs);
        _calls.Release(_ => true, before, _logs);
        _stays.Release(stay => stay.Phase == VirtualWardPhase.Ended, before, _logs);
        _declarations.ReleaseCorrections(before);
        _escalations.Release(now);
        _callBook.Release(now);
        _logs.Trim(now);
    }

    private static bool IsOver(Encounter encounter, DateTimeOffset now, DateTimeOffset before)
    {
        // An admission planned for next month is not over because nobody spoke of it this week.
        var awaited = encounter.Standing.Phase == EncounterPhase.Expected && encounter.Standing.ExpectedAt > now;
        return !encounter.IsPresent && !awaited && encounter.IsQuietSince(before);
    }
}
