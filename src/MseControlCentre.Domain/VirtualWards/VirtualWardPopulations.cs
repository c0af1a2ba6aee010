using System.Runtime.InteropServices;
using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>The virtual-ward patients that figures count.</summary>
internal static class VirtualWardPopulations
{
    /// <summary>Every stay and referral that is kept.</summary>
    public static readonly Population<Story<VirtualWardStanding>> Stays = new(
        FeedSubject.VirtualWards, view => view.Stays, EvidenceOf);

    /// <summary>Patients whom a virtual ward looks after.</summary>
    public static readonly Population<Story<VirtualWardStanding>> OnWard =
        Stays.Where((stay, _) => stay.Standing.Phase == VirtualWardPhase.OnWard);

    /// <summary>
    /// Referrals that were neither taken on nor declined. A stay of which only a planned discharge has been told is no
    /// referral yet.
    /// </summary>
    public static readonly Population<Story<VirtualWardStanding>> Referred = Stays.Where((stay, _) =>
        stay.Standing is { Phase: VirtualWardPhase.Referred, ReferredAt: not null });

    /// <summary>Referrals of the local day so far, whatever became of them.</summary>
    public static readonly Population<Story<VirtualWardStanding>> ReferredToday = Stays.Where((stay, moment) =>
        IsToday(stay.Standing.ReferredAt, moment));

    /// <summary>
    /// Inpatients of whom a ward has judged whether a virtual ward could look after them; those on leave are left out:
    /// their bed is not in use. Of a virtual ward, the inpatients of all sites.
    /// </summary>
    public static readonly Population<Encounter> Judged = new(
        FeedSubject.Discharge,
        view => view.Sites.SelectMany(site => site.Inpatients).Where(encounter =>
            encounter.Standing is { SuitableForVirtualWard: not null, OnLeaveSince: null }),
        (encounter, _) => EncounterPopulations.EvidenceOf(encounter, encounter.Standing.AdmittedAt, null))
    {
        IsOfSites = true,
    };

    /// <summary>
    /// What happened on virtual wards since local midnight. A virtual ward is no site and has no log: its marks are
    /// with its stays, which are kept for longer than a day after they end.
    /// </summary>
    public static Population<FlowMark> Today(MarkKind kind) => new(
        FeedSubject.VirtualWards,
        view => TodayEverywhere(kind, view.Sources).Where(mark => view.Kind switch
        {
            Scope.System => true,
            Scope.Site => string.Equals(mark.Site, view.Code, StringComparison.Ordinal),
            _ => string.Equals(mark.Group, view.Code, StringComparison.Ordinal),
        }),
        (mark, view) => Find(mark, view) is { } stay
            ? EvidenceOf(stay, view) with { Since = mark.At - mark.Took, Until = mark.At }
            : new Evidence(
                EvidenceKind.VirtualWardStay, string.Empty, mark.At - mark.Took, mark.At, null, true, mark.Group, []))
    {
        SinceMidnight = true,
    };

    /// <summary>What happened on virtual wards in the last 60 minutes, each with the route of its stay.</summary>
    public static Population<VirtualWardMovement> LastHour(MarkKind kind) => new(
        FeedSubject.VirtualWards,
        view => view.Stays.SelectMany(stay => stay.Marks
            .Where(mark => mark.Kind == kind && mark.At > view.Moment.HourAgo && mark.At <= view.Moment.At)
            .Select(mark => new VirtualWardMovement(mark, stay, stay.Standing.Route))),
        (movement, view) => EvidenceOf(movement.Stay, view) with
        {
            Since = movement.Mark.At - movement.Mark.Took,
            Until = movement.Mark.At,
        });

    public static bool IsToday(DateTimeOffset? instant, Moment moment) =>
        instant >= moment.DayStart && instant <= moment.At;

    private static List<FlowMark> TodayEverywhere(MarkKind kind, PictureSources sources) => sources.Once(
        (nameof(VirtualWards), kind),
        () => sources.Stays
            .SelectMany(stay => stay.Marks)
            .Where(mark => mark.Kind == kind && IsToday(mark.At, sources.Moment))
            .ToList());

    private static Story<VirtualWardStanding>? Find(FlowMark mark, ScopeView view) =>
        view.Sources.Stays.FirstOrDefault(stay => string.Equals(stay.Id, mark.Subject, StringComparison.Ordinal));

    private static Evidence EvidenceOf(Story<VirtualWardStanding> stay, ScopeView view) => Evidence.Of(
        EvidenceKind.VirtualWardStay,
        stay.Id,
        stay.History,
        stay.Standing.AdmittedAt ?? stay.Standing.ReferredAt,
        stay.Standing.EndedAt,
        stay.Standing.VirtualWard);
}

/// <summary>Something that happened on a virtual ward, and by which route its patient came.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VirtualWardMovement(
    FlowMark Mark, Story<VirtualWardStanding> Stay, VirtualWardRoute? Route);
