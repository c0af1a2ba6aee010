using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>How the figures of today's discharges against what is needed are worked out.</summary>
internal static class ThroughputRules
{
    private static readonly TimeSpan s_noon = new(12, 0, 0);

    // The collection counts in whole minutes: 17:00:59 is 17:00.
    private static readonly TimeSpan s_afterSeventeen = new(17, 1, 0);

    private static readonly Evidence s_target = new(
        EvidenceKind.NetworkFile, "dischargeTarget", null, null, null, true, null, []);

    public static IEnumerable<FigureRule> All() =>
    [
        new WorkedRule(
            ThroughputMeasures.NeededToday,
            Scope.SiteAndSystem,
            view => SumOf(view, day => day.Needed),
            ByBeds,
            EvidenceOfNeed),
        OfDays(
            ThroughputMeasures.TargetByNow,
            (day, moment) => day.TargetBy(moment.At),
            ThroughputMeasures.NeededToday),
        OfDays(
            ThroughputMeasures.Deficit,
            (day, moment) => day.TargetBy(moment.At) - day.Discharged,
            ThroughputMeasures.TargetByNow,
            DischargeMeasures.DischargesToday),
        OfDays(
            ThroughputMeasures.NeededNextHour,
            (day, moment) => day.StillNeededBy(NextHour(moment)),
            ThroughputMeasures.NeededToday,
            DischargeMeasures.DischargesToday),
        Before(ThroughputMeasures.BeforeNoonShare, s_noon),
        Before(ThroughputMeasures.BySeventeenShare, s_afterSeventeen),
        WeekendEffect.Rule,
    ];

    private static ShareRule<FlowMark> Before(Measure measure, TimeSpan time) => new(
        measure,
        Scope.SiteAndSystem,
        DischargePopulations.Today,
        (mark, moment) => moment.Local(mark.At).TimeOfDay < time);

    /// <summary>A sum over the sites, with the figures of the scope that it rests on.</summary>
    private static WorkedRule OfDays(
        Measure measure, Func<DischargeDay, Moment, double?> value, params Measure[] from) => new(
            measure,
            Scope.SiteAndSystem,
            view => SumOf(view, day => value(day, view.Moment)),
            ByBeds,
            view => from.Select(one => Evidence.Of(view.Figures[one])).Append(s_target));

    private static DateTimeOffset NextHour(Moment moment)
    {
        var end = moment.At.AddHours(1);
        return end < moment.DayEnd ? end : moment.DayEnd;
    }

    /// <summary>Unknown as soon as one site's is: a part must not pass for the whole.</summary>
    private static double? SumOf(ScopeView view, Func<DischargeDay, double?> value)
    {
        var sum = 0.0;
        foreach (var day in view.Of(DischargePopulations.Days))
        {
            if (value(day) is not { } number)
            {
                return null;
            }

            sum += number;
        }

        return Math.Round(sum, 1, MidpointRounding.AwayFromZero);
    }

    private static Trust ByBeds(ScopeView view) => view.TrustIn(FeedSubject.Beds);

    private static IEnumerable<Evidence> EvidenceOfNeed(ScopeView view) => view
        .Of(DischargePopulations.Days)
        .Select(day => DischargePopulations.Days.EvidenceOf(day, view))
        .Concat(view.Of(DischargePopulations.AdmissionsToday)
            .Select(mark => DischargePopulations.AdmissionsToday.EvidenceOf(mark, view) with { Value = 1 }));
}
