using System.Runtime.InteropServices;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Movements;

/// <summary>
/// The movements of the last hour, each with what its patient's story says of it. Listed once for each site: an hour
/// has tens of them.
/// </summary>
internal sealed class MovementPopulations(WardKinds wards)
{
    private const string AdmittedThroughDepartment = "21";
    private const string Died = "79";

    /// <summary>Arrivals at the department, each with how the patient came.</summary>
    public Population<Arrival> Arrivals { get; } = InLastHour(
        MarkKind.EdArrival,
        FeedSubject.EmergencyDepartment,
        (mark, view) => new Arrival(
            mark, StandingOf(mark, view, s => s.ArrivedAt)?.ArrivalMode ?? ArrivalMode.Unknown),
        arrival => arrival.Mark);

    /// <summary>Departures from the department, each with its outcome.</summary>
    public Population<Departure> Departures { get; } = InLastHour(
        MarkKind.EdDeparture,
        FeedSubject.EmergencyDepartment,
        (mark, view) => new Departure(
            mark, StandingOf(mark, view, s => s.DepartedAt)?.Outcome ?? EdOutcome.Unknown),
        departure => departure.Mark);

    /// <summary>Admissions to beds, each with where to, and whether through the department.</summary>
    public Population<Admission> Admissions { get; } = InLastHour(
        MarkKind.Admission,
        FeedSubject.Beds,
        (mark, _) => new Admission(
            mark,
            MovementPlaces.Of(wards.Find(mark.Site, mark.Ward)),
            mark.Took is not null
                || string.Equals(mark.Group, AdmittedThroughDepartment, StringComparison.Ordinal)),
        admission => admission.Mark);

    /// <summary>Moves from ward to ward, each with where from and where to.</summary>
    public Population<Move> Moves { get; } = InLastHour(
        MarkKind.WardMove,
        FeedSubject.Beds,
        (mark, _) => new Move(
            mark,
            MovementPlaces.Of(wards.Find(mark.Site, mark.Group)),
            MovementPlaces.Of(wards.Find(mark.Site, mark.Ward))),
        move => move.Mark);

    /// <summary>Discharges from beds, each with its pathway.</summary>
    public Population<Leaving> Discharges { get; } = InLastHour(
        MarkKind.Discharge,
        FeedSubject.Beds,
        (mark, view) => new Leaving(mark, WayOf(mark, StandingOf(mark, view, s => s.DischargedAt)?.Pathway)),
        leaving => leaving.Mark);

    private static Way WayOf(FlowMark mark, DischargePathway? pathway) => (mark.Group, pathway) switch
    {
        (Died, _) => Way.Elsewhere,
        (_, DischargePathway.P0) => Way.Home,
        (_, DischargePathway.P1) => Way.Pathway1,
        (_, DischargePathway.P2) => Way.Pathway2,
        (_, DischargePathway.P3) => Way.Pathway3,
        ("19" or "29", null) => Way.Home,
        _ => Way.Elsewhere,
    };

    /// <summary>
    /// What the patient's story says, if it still speaks of this happening: a patient who has come back since starts
    /// anew.
    /// </summary>
    private static EncounterStanding? StandingOf(
        FlowMark mark, ScopeView view, Func<EncounterStanding, DateTimeOffset?> when) =>
        mark.Subject is { } subject
        && view.Sources.FindEncounter(subject)?.Standing is { } standing
        && when(standing) == mark.At
            ? standing
            : null;

    private static Population<T> InLastHour<T>(
        MarkKind kind, FeedSubject subject, Func<FlowMark, ScopeView, T> told, Func<T, FlowMark> markOf) => new(
            subject,
            view => view.LastHour(kind).Select(mark => told(mark, view)),
            (item, view) => EncounterPopulations.EvidenceOf(markOf(item), view));
}

/// <summary>An arrival at the department and how the patient came.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Arrival(FlowMark Mark, ArrivalMode Mode);

/// <summary>A departure from the department and its outcome.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Departure(FlowMark Mark, EdOutcome Outcome);

/// <summary>An admission: to which part of the hospital, and whether through the department.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Admission(FlowMark Mark, MovementPlace To, bool ThroughDepartment);

/// <summary>A move of a patient in a bed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Move(FlowMark Mark, MovementPlace From, MovementPlace To);

/// <summary>A discharge and which way it went.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Leaving(FlowMark Mark, Way Way);

/// <summary>Which way a patient left a bed.</summary>
internal enum Way
{
    /// <summary>Home: pathway 0, or no pathway named and to a residence.</summary>
    Home,

    /// <summary>Home with support.</summary>
    Pathway1,

    /// <summary>To a community bed.</summary>
    Pathway2,

    /// <summary>To a care home.</summary>
    Pathway3,

    /// <summary>To another provider, died, or not told.</summary>
    Elsewhere,
}
