using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>The ambulances that handover figures count.</summary>
internal static class HandoverPopulations
{
    /// <summary>Ambulances on the way to the site.</summary>
    public static readonly Population<Story<ConveyanceStanding>> EnRoute = new(
        FeedSubject.Ambulance, view => InPhase(view, ConveyancePhase.EnRoute), EvidenceOf);

    /// <summary>Ambulances that have arrived and whose handover is not complete.</summary>
    public static readonly Population<Story<ConveyanceStanding>> Waiting = new(
        FeedSubject.Ambulance, view => InPhase(view, ConveyancePhase.Waiting), EvidenceOf);

    /// <summary>Handovers completed since local midnight.</summary>
    public static readonly Population<FlowMark> HandedOverToday = Today(MarkKind.Handover);

    /// <summary>Conveyances that did something since local midnight.</summary>
    public static Population<FlowMark> Today(MarkKind kind) =>
        new(FeedSubject.Ambulance, view => view.Today(kind), EvidenceOf) { SinceMidnight = true };

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

    private static IEnumerable<Story<ConveyanceStanding>> InPhase(ScopeView view, ConveyancePhase phase) =>
        view.Sites.SelectMany(site => site.Conveyances).Where(story => story.Standing.Phase == phase);
}
