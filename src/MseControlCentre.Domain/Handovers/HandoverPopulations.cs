using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>The ambulances that handover figures count.</summary>
internal static class HandoverPopulations
{
    /// <summary>Ambulances on the way to the site.</summary>
    public static readonly Population<Story<ConveyanceStanding>> EnRoute = InPhase(ConveyancePhase.EnRoute);

    /// <summary>Ambulances that have arrived and whose handover is not complete.</summary>
    public static readonly Population<Story<ConveyanceStanding>> Waiting = InPhase(ConveyancePhase.Waiting);

    /// <summary>Of these, those whose patient lies in a cohort area.</summary>
    public static readonly Population<Story<ConveyanceStanding>> Cohorted =
        Waiting.Where((story, _) => story.Standing.CohortArea is not null);

    /// <summary>Of these, those whose crew waits with the patient.</summary>
    public static readonly Population<Story<ConveyanceStanding>> WaitingWithCrew =
        Waiting.Where((story, _) => story.Standing.CohortArea is null);

    /// <summary>Ambulances whose handover is complete and whose crew is not clear.</summary>
    public static readonly Population<Story<ConveyanceStanding>> NotClear = InPhase(ConveyancePhase.HandedOver);

    /// <summary>Arrivals since local midnight.</summary>
    public static readonly Population<FlowMark> ArrivedToday = Today(MarkKind.AmbulanceArrival);

    /// <summary>Arrivals in the last 60 minutes.</summary>
    public static readonly Population<FlowMark> ArrivedLastHour =
        new(FeedSubject.Ambulance, view => view.LastHour(MarkKind.AmbulanceArrival), EvidenceOf);

    /// <summary>Handovers completed since local midnight.</summary>
    public static readonly Population<FlowMark> HandedOverToday = Today(MarkKind.Handover);

    /// <summary>Handovers completed in the last 60 minutes.</summary>
    public static readonly Population<FlowMark> HandedOverLastHour =
        new(FeedSubject.Ambulance, view => view.LastHour(MarkKind.Handover), EvidenceOf);

    /// <summary>Of today's, those whose arrival is known, so that their time is.</summary>
    public static readonly Population<FlowMark> TimedHandoversToday =
        HandedOverToday.Where((mark, _) => mark.Took is not null);

    /// <summary>Conveyances sent on from the site since local midnight.</summary>
    public static readonly Population<FlowMark> SentOnToday = Today(MarkKind.Diversion);

    /// <summary>Crews clear since local midnight.</summary>
    public static readonly Population<FlowMark> ClearedToday = Today(MarkKind.CrewClear);

    /// <summary>
    /// Crews that had to wait with their patient beyond the maximum, where the maximum was passed since local midnight.
    /// </summary>
    public static readonly Population<CrewWait> BeyondMaximumToday = new(
        FeedSubject.Ambulance,
        view => CrewWaits(view).Where(wait => wait.PassedSince(view.Moment.DayStart, view.Moment)),
        (wait, view) => wait.Ended is { } mark ? EvidenceOf(mark, view) : EvidenceOf(wait.Running!, view))
    {
        SinceMidnight = true,
    };

    private static Population<FlowMark> Today(MarkKind kind) =>
        new(FeedSubject.Ambulance, view => view.Today(kind), EvidenceOf) { SinceMidnight = true };

    private static IEnumerable<CrewWait> CrewWaits(ScopeView view) => view.Today(MarkKind.CrewWait)
        .Select(mark => new CrewWait(mark.At - mark.Took.GetValueOrDefault(), mark, null))
        .Concat(view.Of(WaitingWithCrew).Select(
            story => new CrewWait(story.Standing.ArrivedAt.GetValueOrDefault(), null, story)));

    /// <summary>The evidence of a mark: the story it belongs to.</summary>
    private static Evidence EvidenceOf(FlowMark mark, ScopeView view)
    {
        var story = mark.Subject is null ? null : view.Sources.FindConveyance(mark.Subject);
        return new Evidence(
            EvidenceKind.Conveyance,
            mark.Subject ?? string.Empty,
            mark.At - mark.Took,
            mark.At,
            mark.Took?.TotalMinutes,
            true,
            mark.Site,
            story is null ? [] : [.. story.History.Events.Select(EvidenceEvent.Of)]);
    }

    private static Evidence EvidenceOf(Story<ConveyanceStanding> story, ScopeView view) => Evidence.Of(
        EvidenceKind.Conveyance,
        story.Id,
        story.History,
        story.Standing.ArrivedAt,
        story.Standing.HandedOverAt,
        story.Standing.Site);

    private static Population<Story<ConveyanceStanding>> InPhase(ConveyancePhase phase) => new(
        FeedSubject.Ambulance,
        view => view.Sites.SelectMany(site => site.Conveyances).Where(story => story.Standing.Phase == phase),
        EvidenceOf);
}
