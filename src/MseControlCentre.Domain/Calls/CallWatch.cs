using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// What the control centre does about calls by itself: it prepares the regular ones, says which were not held, looks at
/// figures when an action's time comes and reminds who owes it. The same picture, plan, calls and trail give the same
/// events, so that two nodes that look at once do it once.
/// </summary>
public static class CallWatch
{
    /// <summary>
    /// How long after its beginning a regular call is still prepared, when nobody was there to do it in time.
    /// </summary>
    public static readonly TimeSpan PreparedUntil = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after its beginning a call may still begin though its day has gone by: a call at night.
    /// </summary>
    public static readonly TimeSpan BegunUntil = TimeSpan.FromHours(6);

    private static readonly int s_daysOfWeek = Enum.GetValues<DayOfWeek>().Length;

    /// <summary>What is due now.</summary>
    /// <param name="picture">The picture of now.</param>
    /// <param name="network">The network, with its plan.</param>
    /// <param name="calls">The calls that are known.</param>
    /// <param name="trail">
    /// What the board showed, for a figure whose time has gone by before anybody looked; null while that is still being
    /// read after a start, so that such a figure waits.
    /// </param>
    public static IReadOnlyList<CallEvent> Due(
        Picture picture, NetworkMap network, IReadOnlyList<Call> calls, IFigureTrail? trail)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(calls);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);
        return
        [
            .. network.Calls.Regular.Select(call => Open(call, network, calls, picture.At, zone)).OfType<CallEvent>(),
            .. calls.Select(call => NotHeld(call, picture.At, zone)).OfType<CallEvent>(),
            .. calls.SelectMany(call => call.Actions)
                .Where(action => picture.At >= action.DueAt)
                .Select(action => ActionCheck.Of(action, picture, trail, zone))
                .OfType<CallEvent>(),
            .. calls.SelectMany(call => call.Actions)
                .Select(action => Reminder(action, picture.At, network.Calls.Chase))
                .OfType<CallEvent>(),
        ];
    }

    /// <summary>
    /// The instant of the next pack that is to be kept of a call (UTC); null when none is due by now.
    /// </summary>
    /// <remarks>
    /// Of a call that is prepared ahead one is kept of its preparation. One is kept of its beginning: of the time that
    /// was said, or of when the chair began when that was earlier.
    /// </remarks>
    public static DateTimeOffset? PackDue(Call call, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        var begins = call.StartedAt < call.StartsAt ? call.StartedAt.Value : call.StartsAt;
        DateTimeOffset[] instants = call.OpenedAt < begins ? [call.OpenedAt, begins] : [begins];
        return call.State is not CallState.NotHeld && call.Packs.Count < instants.Length
            && instants[call.Packs.Count] is var next && next <= now
                ? next
                : null;
    }

    private static CallOpened? Open(
        RegularCall regular,
        NetworkMap network,
        IReadOnlyList<Call> calls,
        DateTimeOffset now,
        TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var startsAt = InstantOf(day, regular.StartsAt, zone);
        var id = CallIdentity.Of(regular.Code, day, 1);
        return IsHeldOn(regular, day)
            && now >= InstantOf(day, regular.PackAt, zone)
            && now < startsAt + PreparedUntil
            && !calls.Any(call => string.Equals(call.Id, id, StringComparison.Ordinal))
                ? new CallOpened(
                    id,
                    1,
                    CallKind.SituationalAwareness,
                    regular.Name,
                    startsAt,
                    InstantOf(DayBefore(regular, day), regular.StartsAt, zone),
                    regular.Places.Count > 0 ? regular.Places : PlacesOf(network),
                    InstantOf(day, regular.StatementsBy, zone))
                : null;
    }

    /// <summary>
    /// Who is asked to attend when nobody says otherwise: the system itself, every site, every partner.
    /// </summary>
    public static IReadOnlyList<string> PlacesOf(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
        [
            network.Code,
            .. network.Sites.Select(site => site.Code),
            .. network.Partners
                .Where(partner => partner.Type is not PartnerType.Family)
                .Select(partner => partner.Code),
        ];
    }

    private static CallNotHeld? NotHeld(Call call, DateTimeOffset now, TimeZoneInfo zone) =>
        call.State is CallState.Prepared && now >= call.StartsAt + BegunUntil
            && DayOf(now, zone) > DayOf(call.StartsAt, zone)
            ? new CallNotHeld(call.Id, call.CourseRevision + 1, "Its day went by and nobody began it")
            : null;

    private static CallActionChased? Reminder(CallAction action, DateTimeOffset now, ActionChase? chase)
    {
        if (action.State is not CallActionState.Owed || now < action.DueAt || chase is null)
        {
            return null;
        }

        // After a time in which nobody looked one reminder is due, and not all that were missed at once.
        var reminders = action.ChasedAt.Where(at => at >= action.DueAt).ToList();
        return reminders.Count < chase.Most
            && (reminders.Count == 0 || now >= reminders[^1].AddMinutes(chase.Every.Value))
                ? new CallActionChased(action.Call, action.ChasedAt.Count + 1, action.Number)
                : null;
    }

    private static DateOnly DayBefore(RegularCall regular, DateOnly day) => Enumerable.Range(1, s_daysOfWeek)
        .Select(back => day.AddDays(-back))
        .First(before => IsHeldOn(regular, before));

    private static bool IsHeldOn(RegularCall regular, DateOnly day) =>
        regular.Days.Count == 0 || regular.Days.Contains(day.DayOfWeek);

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static DateTimeOffset InstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
