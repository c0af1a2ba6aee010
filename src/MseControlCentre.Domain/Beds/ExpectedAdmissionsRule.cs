using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>
/// Admissions to expect before midnight. Those who already wait for a bed in the department are part of the emergency
/// admissions to come: where the usual number is smaller than theirs, theirs counts.
/// </summary>
internal static class ExpectedAdmissionsRule
{
    private static readonly Population<SiteExpectation> s_restOfDay = new(
        FeedSubject.Beds,
        view => SiteExpectation.Of(
            view,
            MarkKind.EmergencyAdmission,
            FeedSubject.Beds,
            one => (one.Moment.At, one.Moment.DayEnd)),
        (site, _) => site.Whole);

    public static WorkedRule For(BedPopulations populations) => new(
        BedMeasures.ExpectedAdmissions,
        Scope.SiteAndSystem,
        view => ValueIn(view, populations),
        view => Trust.Combine(view.Of(s_restOfDay).Select(site => site.Trust)),
        view => EvidenceIn(view, populations));

    private static double? ValueIn(ScopeView view, BedPopulations populations)
    {
        var sum = 0.0;
        foreach (var site in view.Of(s_restOfDay))
        {
            if (site.Expected.Count is not { } usual)
            {
                return null;
            }

            sum += Math.Max(usual, Waiting(view).Count(e => IsAt(e, site.Site)))
                + view.Of(populations.PlannedToday).Count(e => IsAt(e, site.Site));
        }

        return Math.Round(sum, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<Evidence> EvidenceIn(ScopeView view, BedPopulations populations) =>
        view.Of(s_restOfDay).SelectMany(site => site.EvidenceIn())
            .Concat(Waiting(view).Select(e =>
                EncounterPopulations.EvidenceOf(e, e.Standing.DecisionToAdmitAt, null)))
            .Concat(view.Of(populations.PlannedToday).Select(e => populations.PlannedToday.EvidenceOf(e, view)));

    private static IReadOnlyList<Encounter> Waiting(ScopeView view) =>
        view.Of(EmergencyDepartmentPopulations.AwaitingBed);

    private static bool IsAt(Encounter encounter, string site) =>
        string.Equals(encounter.Standing.Site, site, StringComparison.Ordinal);
}
