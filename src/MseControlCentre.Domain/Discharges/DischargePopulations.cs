using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>The patients and discharges that figures count.</summary>
internal static class DischargePopulations
{
    /// <summary>Patients with no criteria to reside.</summary>
    public static readonly Population<Delay> Delayed = new(
        FeedSubject.Discharge,
        view =>
        {
            var reading = new DelayReading(view.Moment);
            return view.Sites.SelectMany(reading.Among);
        },
        (delay, _) => EncounterPopulations.EvidenceOf(
            delay.Encounter, delay.Encounter.Standing.DischargeReadyAt ?? delay.Encounter.Standing.AdmittedAt, null))
    {
        IsOfSites = true,
    };

    /// <summary>Discharges since local midnight.</summary>
    public static readonly Population<FlowMark> Today =
        EncounterPopulations.Today(MarkKind.Discharge, FeedSubject.Beds);

    /// <summary>Admissions since local midnight.</summary>
    public static readonly Population<FlowMark> AdmissionsToday =
        EncounterPopulations.Today(MarkKind.Admission, FeedSubject.Beds);

    /// <summary>The day of each site of the scope, as far as it is told of.</summary>
    public static readonly Population<DischargeDay> Days = new(
        FeedSubject.Beds,
        view => view.Sites.Select(site => DischargeDay.Of(site, view)),
        (day, _) => new Evidence(
            day.IsUsualDay ? EvidenceKind.NetworkFile : EvidenceKind.HourlyCounts,
            day.Basis, day.From, day.Curve?.End, day.Expected, true, day.Site, []));
}
