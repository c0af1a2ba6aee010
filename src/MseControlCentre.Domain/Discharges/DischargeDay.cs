using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>
/// How many must leave a site today so that those who come have a bed, and how many have left. Where the site's feed
/// was first heard after midnight, all of it is of the part of the day from then on: what came and left before is not
/// known, and half a day's discharges must not be held against a whole day's admissions.
/// </summary>
/// <param name="Site">Site code.</param>
/// <param name="From">Since when it counts; null when nothing was ever told.</param>
/// <param name="Admitted">Admissions since then.</param>
/// <param name="Discharged">Discharges since then.</param>
/// <param name="Expected">Admissions that the rest of the day usually brings; null when not known.</param>
/// <param name="Basis">What the expectation rests on.</param>
/// <param name="IsUsualDay">Whether that is the network file's usual day rather than earlier weeks.</param>
/// <param name="Curve">How the day's discharges should be spread; null when no target is agreed.</param>
internal sealed record DischargeDay(
    string Site,
    DateTimeOffset? From,
    int Admitted,
    int Discharged,
    double? Expected,
    string Basis,
    bool IsUsualDay,
    TargetCurve? Curve)
{
    /// <summary>A bed for everybody: those who came and those who are expected.</summary>
    public double? Needed => From is null ? null : Admitted + Expected;

    /// <summary>The day of a site.</summary>
    public static DischargeDay Of(SiteView site, ScopeView view)
    {
        var own = view.Kind == Scope.Site
            ? view
            : new ScopeView(Scope.Site, site.Site.Code, [site], view.Sources);
        var moment = view.Moment;
        var from = own.HeardSince(FeedSubject.Beds) is { } heard && heard <= moment.At
            ? heard > moment.DayStart ? heard : moment.DayStart
            : (DateTimeOffset?)null;
        if (from is not { } start)
        {
            return new DischargeDay(site.Site.Code, null, 0, 0, null, "nothing was told", true, null);
        }

        var expected = RestOfDay(own);
        return new DischargeDay(
            site.Site.Code,
            start,
            own.Of(DischargePopulations.AdmissionsToday).Count(mark => mark.At >= start),
            own.Of(DischargePopulations.Today).Count(mark => mark.At >= start),
            expected.Count,
            expected.Basis,
            expected.Weeks is null,
            view.Network.DischargeTarget is { } target ? new TargetCurve(target, moment, start) : null);
    }

    /// <summary>How many should have left by an instant; null when not known.</summary>
    public double? TargetBy(DateTimeOffset instant) => Needed * Curve?.ShareBy(instant);

    /// <summary>
    /// How many whole patients must leave until an instant for the target of that instant; 0 when enough have left.
    /// </summary>
    public double? StillNeededBy(DateTimeOffset instant) => TargetBy(instant) is { } target
        // A share such as 0.59 has no exact form in binary: 59 of 100 must not ask for a sixtieth patient.
        ? Math.Max(0, Math.Ceiling(Math.Round(target - Discharged, 6)))
        : null;

    /// <summary>
    /// Every admission takes a bed. Until the journal holds weeks of its own, the network file knows only emergency
    /// admissions.
    /// </summary>
    private static ExpectedCount RestOfDay(ScopeView own)
    {
        var moment = own.Moment;
        var all = ExpectedCount.In(own, MarkKind.Admission, FeedSubject.Beds, moment.At, moment.DayEnd);
        return all.Count is not null
            ? all
            : ExpectedCount.In(own, MarkKind.EmergencyAdmission, FeedSubject.Beds, moment.At, moment.DayEnd);
    }
}
