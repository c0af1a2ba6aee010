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

    /// <summary>The earlier spans that it is the mean of; null when it rests on none.</summary>
    public IReadOnlyList<EarlierSpan>? Weeks { get; init; }

    private const string Nothing = "neither earlier weeks nor a usual day is known";

    /// <summary>What a span usually brings to the sites of a scope.</summary>
    public static ExpectedCount In(
        ScopeView view, MarkKind kind, FeedSubject subject, DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            return new ExpectedCount(0, "the span is over");
        }

        var heardSince = view.HeardSince(subject);
        var weeks = new List<EarlierSpan>(MostWeeks);
        for (var back = 1; back <= MostWeeks; back++)
        {
            // A span within the hour that clocks leave out in March has no length that day: it tells nothing.
            var (start, end) = (view.Moment.DaysBefore(from, 7 * back), view.Moment.DaysBefore(to, 7 * back));
            if (heardSince < start && start < end)
            {
                weeks.Add(new EarlierSpan(
                    start, end, view.Sites.Sum(site => site.Log.CountBetween(kind, start, end))));
            }
        }

        return weeks.Count >= FewestWeeks
            ? new ExpectedCount(weeks.Average(week => week.Count), $"same hours of the last {weeks.Count} weeks")
            {
                Weeks = weeks,
            }
            : UsualDay(view, kind, from, to);
    }

    /// <summary>
    /// How far it can be trusted, and what it rests on: as far as the feed that told of earlier weeks, or as a
    /// declaration where it is taken from the network file.
    /// </summary>
    public Trust TrustIn(ScopeView view, FeedSubject subject)
    {
        if (Count is null)
        {
            return new Trust(FigureQuality.Unknown, Basis, null);
        }

        return Weeks is null
            ? new Trust(FigureQuality.Declared, Basis, null)
            : view.TrustIn(subject) with { Source = Basis };
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

/// <summary>What happened in the same local span of an earlier week.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Count">How many; of hours whose marks have settled, a part of the hour counts for its part.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EarlierSpan(DateTimeOffset From, DateTimeOffset To, double Count);
