using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>How the figures of beds and admissions are worked out.</summary>
internal static class BedRules
{
    private const Scope SiteAndSystem = Scope.SiteAndSystem;

    public static IEnumerable<FigureRule> For(NetworkMap network, BedPopulations populations) =>
    [
        .. Acute(populations),
        .. PopulationBedRules.For(populations),
        .. OfWard(populations),
        .. CriticalCareRules.For(populations),
        .. StayRules.For(network, populations),
        .. Patients(populations),
        ExpectedAdmissionsRule.For(populations),
    ];

    private static IEnumerable<FigureRule> Acute(BedPopulations populations) =>
    [
        new WardBedsRule(BedMeasures.BedsOpen, SiteAndSystem, IsAcute, ward => ward.Open),
        new WardBedsRule(BedMeasures.CoreBedsOpen, SiteAndSystem, IsAcute, ward => ward.Core),
        new WardBedsRule(BedMeasures.EscalationBedsOpen, SiteAndSystem, IsAcute, ward => ward.Escalation),
        new WardBedsRule(BedMeasures.BedsClosed, SiteAndSystem, IsAcute, ward => ward.Closed),
        new WardBedsRule(BedMeasures.ClosedForInfection, SiteAndSystem, IsAcute, ward => ward.ClosedForInfection),
        new CountRule<WardPatient>(BedMeasures.BedsOccupied, SiteAndSystem, populations.InAcuteBeds),
        new CountRule<WardPatient>(
            BedMeasures.BedsReserved, SiteAndSystem, populations.Acute, (patient, _) => patient.IsOnLeave),
        Available(SiteAndSystem),
        Occupancy(BedMeasures.BedOccupancy, BedMeasures.BedsOccupied, BedMeasures.BedsOpen),
        new DerivedRule(
            BedMeasures.EscalationShare,
            SiteAndSystem,
            [BedMeasures.EscalationBedsOpen, BedMeasures.BedsOpen],
            (values, _) => FigureList.Percent(values[0], values[1])),
    ];

    private static IEnumerable<FigureRule> OfWard(BedPopulations populations) =>
    [
        new WardBedsRule(BedMeasures.BedsOpen, Scope.Ward, _ => true, ward => ward.Open),
        new WardBedsRule(BedMeasures.EscalationBedsOpen, Scope.Ward, _ => true, ward => ward.Escalation),
        new WardBedsRule(BedMeasures.BedsClosed, Scope.Ward, _ => true, ward => ward.Closed),
        new WardBedsRule(BedMeasures.ClosedForInfection, Scope.Ward, _ => true, ward => ward.ClosedForInfection),
        new CountRule<WardPatient>(
            BedMeasures.BedsOccupied, Scope.Ward, populations.Patients, (patient, _) => !patient.IsOnLeave),
        new CountRule<WardPatient>(
            BedMeasures.BedsReserved, Scope.Ward, populations.Patients, (patient, _) => patient.IsOnLeave),
        Available(Scope.Ward),
    ];

    private static IEnumerable<FigureRule> Patients(BedPopulations populations) =>
    [
        new CountRule<WardPatient>(BedMeasures.Inpatients, SiteAndSystem, populations.Patients),
        new CountRule<WardPatient>(
            BedMeasures.UnmappedInpatients,
            SiteAndSystem,
            populations.Patients,
            (patient, _) => patient.Standing.Place?.Ward is null),
        new CountRule<FlowMark>(
            BedMeasures.AdmissionsToday,
            SiteAndSystem,
            EncounterPopulations.Today(MarkKind.Admission, FeedSubject.Beds)),
        new CountRule<FlowMark>(
            BedMeasures.EmergencyAdmissionsToday,
            SiteAndSystem,
            EncounterPopulations.Today(MarkKind.EmergencyAdmission, FeedSubject.Beds)),
    ];

    /// <summary>Occupied beds as a share of open ones.</summary>
    internal static DerivedRule Occupancy(Measure measure, Measure occupied, Measure open) => new(
        measure,
        SiteAndSystem,
        [occupied, open],
        (values, _) => FigureList.Percent(values[0], values[1]),
        view => FeedUnlessExpired(view, FeedSubject.Beds, open));

    /// <summary>
    /// Free beds rest on the feed and on the declared capacity: as good as the feed, unless the capacity has expired.
    /// </summary>
    internal static Trust FeedUnlessExpired(ScopeView view, FeedSubject subject, Measure capacity)
    {
        var feed = view.TrustIn(subject);
        var open = view.Figures[capacity];
        return feed.Quality == FigureQuality.Live && open.Quality == FigureQuality.Stale
            ? feed with { Quality = FigureQuality.Stale, Source = feed.Source + "," + open.Source }
            : feed;
    }

    private static DerivedRule Available(Scope scopes) => new(
        BedMeasures.BedsAvailable,
        scopes,
        [BedMeasures.BedsOpen, BedMeasures.BedsOccupied, BedMeasures.BedsReserved],
        (values, _) => values[0] - values[1] - values[2],
        view => FeedUnlessExpired(view, FeedSubject.Beds, BedMeasures.BedsOpen));

    private static bool IsAcute(WardBeds ward) => ward.Ward.IsGeneralAndAcute;
}
