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

    public static IEnumerable<FigureRule> For(NetworkMap network)
    {
        var wards = new WardKinds(network);
        return Acute(wards).Concat(OfWard()).Concat(CriticalCare(wards)).Concat(Patients());
    }

    private static IEnumerable<FigureRule> Acute(WardKinds wards) =>
    [
        new WardBedsRule(BedMeasures.BedsOpen, SiteAndSystem, IsAcute, ward => ward.Open),
        new WardBedsRule(BedMeasures.EscalationBedsOpen, SiteAndSystem, IsAcute, ward => ward.Escalation),
        new WardBedsRule(BedMeasures.BedsClosed, SiteAndSystem, IsAcute, ward => ward.Closed),
        new CountRule<Encounter>(
            BedMeasures.BedsOccupied,
            SiteAndSystem,
            EncounterPopulations.Inpatients,
            (e, _) => wards.IsAcute(e.Standing) && e.Standing.OnLeaveSince is null),
        new CountRule<Encounter>(
            BedMeasures.BedsReserved,
            SiteAndSystem,
            EncounterPopulations.Inpatients,
            (e, _) => wards.IsAcute(e.Standing) && e.Standing.OnLeaveSince is not null),
        Available(SiteAndSystem),
        new DerivedRule(
            BedMeasures.BedOccupancy,
            SiteAndSystem,
            [BedMeasures.BedsOccupied, BedMeasures.BedsOpen],
            (values, _) => FigureList.Percent(values[0], values[1]),
            FeedUnlessExpired),
    ];

    private static IEnumerable<FigureRule> OfWard() =>
    [
        new WardBedsRule(BedMeasures.BedsOpen, Scope.Ward, _ => true, ward => ward.Open),
        new WardBedsRule(BedMeasures.EscalationBedsOpen, Scope.Ward, _ => true, ward => ward.Escalation),
        new WardBedsRule(BedMeasures.BedsClosed, Scope.Ward, _ => true, ward => ward.Closed),
        new CountRule<Encounter>(
            BedMeasures.BedsOccupied,
            Scope.Ward,
            EncounterPopulations.Inpatients,
            (e, _) => e.Standing.OnLeaveSince is null),
        new CountRule<Encounter>(
            BedMeasures.BedsReserved,
            Scope.Ward,
            EncounterPopulations.Inpatients,
            (e, _) => e.Standing.OnLeaveSince is not null),
        Available(Scope.Ward),
    ];

    private static IEnumerable<FigureRule> CriticalCare(WardKinds wards) =>
    [
        new CountRule<Encounter>(
            BedMeasures.CriticalCareOccupied,
            SiteAndSystem,
            EncounterPopulations.Inpatients,
            (e, _) => wards.IsAdultCriticalCare(e.Standing) && e.Standing.OnLeaveSince is null),
        new WardBedsRule(
            BedMeasures.CriticalCareOpen,
            SiteAndSystem,
            ward => WardKinds.IsAdultCriticalCare(ward.Ward),
            ward => ward.Open),
    ];

    private static IEnumerable<FigureRule> Patients() =>
    [
        new CountRule<Encounter>(BedMeasures.Inpatients, SiteAndSystem, EncounterPopulations.Inpatients),
        new CountRule<Encounter>(
            BedMeasures.UnmappedInpatients,
            SiteAndSystem,
            EncounterPopulations.Inpatients,
            (e, _) => e.Standing.Place?.Ward is null),
        new CountRule<FlowMark>(
            BedMeasures.AdmissionsToday,
            SiteAndSystem,
            EncounterPopulations.Today(MarkKind.Admission, FeedSubject.Beds)),
    ];

    private static DerivedRule Available(Scope scopes) => new(
        BedMeasures.BedsAvailable,
        scopes,
        [BedMeasures.BedsOpen, BedMeasures.BedsOccupied, BedMeasures.BedsReserved],
        (values, _) => values[0] - values[1] - values[2],
        FeedUnlessExpired);

    private static bool IsAcute(WardBeds ward) => ward.Ward.IsGeneralAndAcute;

    /// <summary>
    /// Free beds rest on the feed and on the declared capacity: as good as the feed, unless the capacity has expired.
    /// </summary>
    private static Trust FeedUnlessExpired(ScopeView view)
    {
        var feed = view.TrustIn(FeedSubject.Beds);
        var open = view.Figures[BedMeasures.BedsOpen];
        return feed.Quality == FigureQuality.Live && open.Quality == FigureQuality.Stale
            ? feed with { Quality = FigureQuality.Stale, Source = feed.Source + "," + open.Source }
            : feed;
    }
}
