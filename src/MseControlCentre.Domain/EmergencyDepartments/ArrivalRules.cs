using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>Arrivals, and whether they are more or fewer than usual.</summary>
internal static class ArrivalRules
{
    private const FeedSubject Subject = FeedSubject.EmergencyDepartment;

    private static readonly Population<SiteExpectation> s_lastHour = new(
        Subject,
        view => SiteExpectation.Of(
            view, MarkKind.EdArrival, Subject, one => (one.Moment.HourAgo, one.Moment.At)),
        (site, _) => site.Whole);

    /// <summary>
    /// The day so far, or since the site was first told of: what came before was not counted and is not expected.
    /// </summary>
    private static readonly Population<SiteExpectation> s_today = new(
        Subject,
        view => SiteExpectation.Of(
            view,
            MarkKind.EdArrival,
            Subject,
            one => (one.HeardSince(Subject) is { } heard && heard > one.Moment.DayStart ? heard : one.Moment.DayStart,
                one.Moment.At)),
        (site, _) => site.Whole);

    public static IReadOnlyList<FigureRule> All { get; } =
    [
        new CountRule<FlowMark>(
            EmergencyDepartmentMeasures.AttendancesToday,
            Scope.SiteAndSystem,
            EmergencyDepartmentPopulations.ArrivedToday),
        new CountRule<FlowMark>(
            EmergencyDepartmentMeasures.ArrivalsLastHour,
            Scope.SiteAndSystem,
            EncounterPopulations.LastHour(MarkKind.EdArrival, Subject)),
        new WorkedRule(
            EmergencyDepartmentMeasures.ArrivalsExpectedHour,
            Scope.SiteAndSystem,
            view => Rounded(SiteExpectation.Sum(view.Of(s_lastHour))),
            view => Trust.Combine(view.Of(s_lastHour).Select(site => site.Trust)),
            view => view.Of(s_lastHour).SelectMany(site => site.EvidenceIn())),
        new WorkedRule(
            EmergencyDepartmentMeasures.ArrivalsVariationToday,
            Scope.SiteAndSystem,
            view => SiteExpectation.Sum(view.Of(s_today)) is { } expected
                ? FigureList.Percent(ArrivedSince(view).Count(), expected)
                : null,
            view => Trust.Combine(view.Of(s_today).Select(site => site.Trust).Prepend(view.TrustIn(Subject))),
            view => ArrivedSince(view)
                .Select(mark => EmergencyDepartmentPopulations.ArrivedToday.EvidenceOf(mark, view))
                .Concat(view.Of(s_today).SelectMany(site => site.EvidenceIn()))),
    ];

    /// <summary>Today's arrivals within the span that is expected of their site.</summary>
    private static IEnumerable<FlowMark> ArrivedSince(ScopeView view)
    {
        var sites = view.Of(s_today);
        return view.Of(EmergencyDepartmentPopulations.ArrivedToday).Where(mark =>
        {
            foreach (var site in sites)
            {
                if (string.Equals(site.Site, mark.Site, StringComparison.Ordinal))
                {
                    return mark.At >= site.From;
                }
            }

            return false;
        });
    }

    private static double? Rounded(double? value) =>
        value is { } number ? Math.Round(number, 1, MidpointRounding.AwayFromZero) : null;
}
