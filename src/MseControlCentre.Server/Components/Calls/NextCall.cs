using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The next regular call that is not prepared yet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="PackAt">When its pack is there (UTC).</param>
/// <param name="Words">The same for people, such as <c>begins Mon 30 Nov 10:00; its pack is there at 09:30</c>.</param>
public sealed record NextCall(string Name, DateTimeOffset StartsAt, DateTimeOffset PackAt, string Words)
{
    // A week holds every day of the week; one more for a call whose time has gone by today.
    private const int DaysAhead = 8;

    /// <summary>The next one of the plan; null when none is held regularly.</summary>
    /// <param name="calls">The calls that are prepared.</param>
    /// <param name="context">The plan and the time.</param>
    public static NextCall? Of(IReadOnlyList<Call> calls, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(context);
        var today = context.DayOf(context.Now);
        return Enumerable.Range(0, DaysAhead).Select(today.AddDays)
            .SelectMany(day => context.Plan.Regular.Where(call => IsHeldOn(call, day)).Select(call => (day, call)))
            .Where(one => !calls.Any(call => string.Equals(
                call.Id, CallIdentity.Of(one.call.Code, one.day, 1), StringComparison.Ordinal)))
            .Select(one => Of(one.call, one.day, context))
            .Where(next => next.StartsAt > context.Now)
            .MinBy(next => next.StartsAt);
    }

    private static NextCall Of(RegularCall call, DateOnly day, CallsContext context)
    {
        var (startsAt, packAt) = (context.InstantOf(day, call.StartsAt), context.InstantOf(day, call.PackAt));
        var when = context.IsSameDay(startsAt, context.Now)
            ? "today " + context.Local.Clock(startsAt)
            : $"{context.Local.Day(startsAt)} {context.Local.DayAndClock(startsAt)}";
        return new NextCall(
            call.Name, startsAt, packAt, $"begins {when}; its pack is there at {context.Local.Clock(packAt)}");
    }

    private static bool IsHeldOn(RegularCall call, DateOnly day) =>
        call.Days.Count == 0 || call.Days.Contains(day.DayOfWeek);
}
