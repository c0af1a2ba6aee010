using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Encounters;

/// <summary>The patients that figures count, by where they are.</summary>
internal static class EncounterPopulations
{
    /// <summary>Patients in the emergency department.</summary>
    public static readonly Population<Encounter> InDepartment = new(
        FeedSubject.EmergencyDepartment,
        view => view.Sites.SelectMany(site => site.InDepartment),
        (encounter, _) => EvidenceOf(encounter, encounter.Standing.ArrivedAt, encounter.Standing.DepartedAt))
    {
        IsOfSites = true,
    };

    /// <summary>Patients in a bed or on leave from one.</summary>
    public static readonly Population<Encounter> Inpatients = InpatientsBy(FeedSubject.Beds);

    /// <summary>The same patients, for what the discharge feeds tell of them.</summary>
    public static readonly Population<Encounter> InpatientsByDischarge = InpatientsBy(FeedSubject.Discharge);

    /// <summary>What happened to patients since local midnight, as a feed tells it.</summary>
    public static Population<FlowMark> Today(MarkKind kind, FeedSubject subject) =>
        new(subject, view => view.Today(kind), EvidenceOf) { SinceMidnight = true };

    /// <summary>What happened to patients in the last 60 minutes.</summary>
    public static Population<FlowMark> LastHour(MarkKind kind, FeedSubject subject) =>
        new(subject, view => view.LastHour(kind), EvidenceOf);

    /// <summary>The evidence of one encounter, with the clock that counts.</summary>
    public static Evidence EvidenceOf(Encounter encounter, DateTimeOffset? since, DateTimeOffset? until) => Evidence.Of(
        EvidenceKind.Encounter, encounter.Id, encounter.History, since, until, PlaceOf(encounter.Standing));

    /// <summary>The evidence of something that happened: the patient's story.</summary>
    public static Evidence EvidenceOf(FlowMark mark, ScopeView view)
    {
        var encounter = mark.Subject is null ? null : view.Sources.FindEncounter(mark.Subject);
        return new Evidence(
            EvidenceKind.Encounter,
            encounter?.Id ?? mark.Subject ?? string.Empty,
            mark.At - mark.Took,
            mark.At,
            mark.Took?.TotalMinutes,
            true,
            mark.Site,
            encounter is null ? [] : [.. encounter.History.Events.Select(EvidenceEvent.Of)]);
    }

    private static Population<Encounter> InpatientsBy(FeedSubject subject) => new(
        subject,
        view => view.Sites.SelectMany(site => site.Inpatients),
        (encounter, _) => EvidenceOf(encounter, encounter.Standing.AdmittedAt, encounter.Standing.DischargedAt))
    {
        IsOfSites = true,
    };

    private static string PlaceOf(EncounterStanding standing) =>
        standing.Place?.Ward is { } ward ? standing.Site + "/" + ward : standing.Site;
}
