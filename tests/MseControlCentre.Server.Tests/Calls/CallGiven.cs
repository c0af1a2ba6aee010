using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>
/// A morning's call, made up, the same each time: prepared half an hour before it begins, with two packs, a statement
/// that is ready, one that is a draft and one that is missing, attendance, levels, notes and actions.
/// </summary>
/// <param name="network">The system.</param>
/// <param name="startsAt">When it begins.</param>
/// <param name="id">Its identity.</param>
/// <param name="words">What stands before everything that a person wrote; empty for nothing.</param>
public sealed class CallGiven(
    NetworkMap network, DateTimeOffset startsAt, string id = CallGiven.Id, string words = "")
{
    /// <summary>Identity of the usual call.</summary>
    public const string Id = "situational-awareness-20261129-1";

    /// <summary>Who is in the chair.</summary>
    public static readonly StaffMember Chair = new("p_chair", "Amara Okafor", "Controller");

    /// <summary>Who writes for the first site.</summary>
    public static readonly StaffMember Writer = new("p_writer", "Nia Rowe", "Site manager");

    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(30);

    /// <summary>Its events up to a state, in the order in which they happened.</summary>
    /// <param name="upTo">How far it has come.</param>
    public IReadOnlyList<FlowEvent> Events(CallState upTo)
    {
        List<FlowEvent> told = [.. Prepared()];
        if (upTo is CallState.NotHeld)
        {
            told.Add(Event(20, new CallNotHeld(id, 2, words + "Everybody was at the major incident", Chair)));
        }

        if (upTo is CallState.Running or CallState.Closed)
        {
            told.AddRange(Held());
        }

        if (upTo is CallState.Closed)
        {
            told.Add(Event(25, CallRecord.Sign(
                CallFold.Of(told)!, new CallClosed(id, 3, "", words + "Beds first, then the ambulances", Chair))));
        }

        return told;
    }

    /// <summary>The call as its events tell it.</summary>
    public Call Told(CallState upTo) => CallFold.Of(Events(upTo))!;

    /// <summary>An event so many minutes after the call was to begin.</summary>
    public FlowEvent Event(double minutes, CallEvent detail) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(detail.Call, detail.Part, detail.Revision),
        OccurredAt = startsAt.AddMinutes(minutes),
        Site = network.Code,
        Detail = detail,
    };

    private IEnumerable<FlowEvent> Prepared()
    {
        var (first, second) = (network.Sites[0].Code, network.Sites[1].Code);
        yield return Event(-30, new CallOpened(
            id,
            1,
            CallKind.SituationalAwareness,
            words + "10:00 situational-awareness call",
            startsAt,
            startsAt.AddDays(-1),
            CallWatch.PlacesOf(network),
            startsAt.AddMinutes(-10)));
        yield return Event(-29, new CallPackKept(id, 1, PackAt(startsAt - s_ahead)));
        yield return Event(-19, new CallStatementMade(
            id,
            1,
            first,
            [
                new("position", words + "Lift 3 is out until noon"),
                new("constraint", words + "Two closed bays on AMU since 06:00"),
                new("ask", words + "Six starts of care today from the council"),
            ],
            IsReady: true,
            Writer));
        yield return Event(-12, new CallStatementMade(
            id, 1, second, [new("position", words + "Still counting the corridor")], IsReady: false, Writer));
    }

    private IEnumerable<FlowEvent> Held()
    {
        var (first, council) = (network.Sites[0].Code, network.Partners[0].Code);
        yield return Event(0, new CallPackKept(id, 2, PackAt(startsAt)));
        yield return Event(1, new CallStarted(id, 2, Chair));
        yield return Event(2, new CallAttendanceRecorded(id, 1, first, Attendance.Present, words + "Nia Rowe", Chair));
        yield return Event(2, new CallAttendanceRecorded(id, 1, council, Attendance.Apologies, null, Chair));
        yield return Event(5, new CallOpelRecorded(id, 1, first, 4, words + "Corridor care at 09:00", Chair));
        yield return Event(8, new CallNoted(id, 1, words + "Police are at the front door", first, Chair));
        yield return Event(9, new CallNoted(id, 2, words + "Weather warning from noon", null, Chair));
        yield return Event(10, new CallActionAgreed(
            id,
            1,
            1,
            words + "Start six packages of care before noon",
            council,
            startsAt.AddHours(2),
            words + "Duty brokerage",
            new FigureAim(
                first + ":discharge.no-criteria-to-reside", words + "No criteria to reside, Basildon", AimDirection.Down, 84, 78),
            Chair));
        yield return Event(12, new CallActionAgreed(
            id, 1, 2, words + "Open the discharge lounge at eleven", first, startsAt.AddMinutes(15), null, null, Chair));
    }

    private CallPack PackAt(DateTimeOffset at) => new PackGiven(network, words).At(at, startsAt.AddDays(-1));
}
