using System.Runtime.InteropServices;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// How many happenings of a kind a span of time usually brings: the mean of the same local span of the last weeks, as
/// far as the journal holds them; before that, what the network file says of a usual day.
/// </summary>
/// <param name="Count">How many; null when neither is known.</param>
/// <param name="Basis">What it rests on, in words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExpectedCount(double? Count, string Basis)
{
    /// <summary>Earlier weeks that are looked at: what <see cref="MarkLog.KeptDays"/> holds whole.</summary>
    public const int MostWeeks = 4;

    /// <summary>Fewer earlier weeks than this are chance rather than a pattern.</summary>
    public const int FewestWeeks = 2;

    private const string Nothing = "neither earlier weeks nor a usual day is known";

    /// <summary>What a span usually brings to the sites of a scope.</summary>
    public static ExpectedCount In(
        ScopeView view, MarkKind kind, FeedSubject subject, DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            return new ExpectedCount(0, "the span is over");
        }

        var weeks = Enumerable.Range(1, MostWeeks)
            .Select(back => (From: view.Moment.DaysBefore(from, 7 * back), To: view.Moment.DaysBefore(to, 7 * back)))
            .Where(span => view.HeardSince(subject) < span.From)
            .Select(span => view.Sites.Sum(site => site.Log.CountBetween(kind, span.From, span.To)))
            .ToList();
        return weeks.Count >= FewestWeeks
            ? new ExpectedCount(weeks.Average(), $"same hours of the last {weeks.Count} weeks")
            : UsualDay(view, kind, from, to);
    }

    private static ExpectedCount UsualDay(ScopeView view, MarkKind kind, DateTimeOffset from, DateTimeOffset to)
    {
        if (view.Network.Demand is not { } usual)
        {
            return new ExpectedCount(null, Nothing);
        }

        var aDay = 0.0;
        foreach (var site in view.Sites)
        {
            var demand = usual.Sites.FirstOrDefault(
                one => string.Equals(one.Site, site.Site.Code, StringComparison.Ordinal));
            if (demand is null || kind is not (MarkKind.EdArrival or MarkKind.EmergencyAdmission))
            {
                return new ExpectedCount(null, Nothing);
            }

            aDay += kind == MarkKind.EdArrival ? demand.Attendances : demand.EmergencyAdmissions;
        }

        return new ExpectedCount(aDay * ShareOfDay(usual, view.Moment, from, to), "usual day of the network file");
    }

    private static double ShareOfDay(UsualDemand usual, Moment moment, DateTimeOffset from, DateTimeOffset to)
    {
        var share = 0.0;
        for (var start = from; start < to;)
        {
            var end = new DateTimeOffset(start.UtcTicks - (start.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero)
                .AddHours(1);
            end = end < to ? end : to;
            share += usual.ShareOf(moment.Local(start).Hour) * (end - start).TotalHours;
            start = end;
        }

        return share;
    }
}
