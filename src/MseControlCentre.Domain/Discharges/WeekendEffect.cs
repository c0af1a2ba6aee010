using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>How much fewer patients leave at the weekend: whole local days of the last weeks.</summary>
internal static class WeekendEffect
{
    private const int DaysOfWeek = 7;

    private static readonly Population<Day> s_days = new(
        FeedSubject.Beds,
        List,
        (day, view) => new Evidence(
            EvidenceKind.HourlyCounts,
            $"{view.Code}:{DischargeMeasures.DischargesToday.Id}",
            day.From,
            day.To,
            day.Discharges,
            day.IsWeekend,
            null,
            []));

    /// <summary>The figure.</summary>
    public static readonly FigureRule Rule = new WorkedRule(
        ThroughputMeasures.WeekendShare,
        Scope.SiteAndSystem,
        view =>
        {
            var days = view.Of(s_days);
            var weekend = days.Where(day => day.IsWeekend).Select(day => day.Discharges).ToList();
            var weekdays = days.Where(day => !day.IsWeekend).Select(day => day.Discharges).ToList();
            return weekend.Count == 0 ? null : FigureList.Percent(weekend.Average(), weekdays.Average());
        },
        view => view.TrustIn(FeedSubject.Beds),
        view => view.Of(s_days).Select(day => s_days.EvidenceOf(day, view)));

    /// <summary>The whole weeks that are held, up to the last midnight; none when they are too few.</summary>
    private static List<Day> List(ScopeView view)
    {
        var moment = view.Moment;
        var today = moment.DayStart;
        var heard = view.HeardSince(FeedSubject.Beds);
        var weeks = Enumerable.Range(1, ExpectedCount.MostWeeks)
            .Count(back => heard <= moment.DaysBefore(today, DaysOfWeek * back));
        if (weeks < ExpectedCount.FewestWeeks)
        {
            return [];
        }

        var days = new List<Day>(weeks * DaysOfWeek);
        var to = today;
        for (var back = 1; back <= weeks * DaysOfWeek; back++)
        {
            var from = moment.DaysBefore(today, back);
            var isWeekend = moment.Local(from).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var count = view.Sites.Sum(site => site.Log.CountBetween(MarkKind.Discharge, from, to));
            days.Add(new Day(from, to, isWeekend, count));
            to = from;
        }

        return days;
    }

    private sealed record Day(DateTimeOffset From, DateTimeOffset To, bool IsWeekend, double Discharges);
}
