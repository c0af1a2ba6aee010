using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.EmergencyCalls;

/// <summary>The 999 calls that figures count.</summary>
internal static class EmergencyCallPopulations
{
    /// <summary>Calls in the stack.</summary>
    public static readonly Population<Story<EmergencyCallStanding>> Waiting = new(
        FeedSubject.Ambulance,
        view => view.EmergencyCalls.Where(call => call.Standing.Phase == EmergencyCallPhase.Waiting),
        (call, _) => Evidence.Of(EvidenceKind.EmergencyCall, call.Id, call.History, WaitsSince(call), null, null));

    private static readonly Population<FlowMark> s_responses =
        new(FeedSubject.Ambulance, view => view.Today(MarkKind.EmergencyCallResponse), EvidenceOf)
        {
            SinceMidnight = true,
        };

    /// <summary>Responses of a category that arrived since local midnight.</summary>
    public static Population<FlowMark> ResponsesToday(AmbulanceCategory category)
    {
        var name = category.ToString();
        return s_responses.Where((mark, _) => string.Equals(mark.Group, name, StringComparison.Ordinal));
    }

    /// <summary>Since when a call waits: its answer or, where that was not told, the first that was.</summary>
    public static DateTimeOffset WaitsSince(Story<EmergencyCallStanding> call) =>
        call.Standing.AnsweredAt ?? call.Standing.ClockStartedAt ?? call.History.Events[0].OccurredAt;

    /// <summary>Whether the feed has told of any 999 call for as long as calls or their counts are kept.</summary>
    public static bool AreTold(ScopeView view) => view.EmergencyCalls.Count > 0
        || view.Sources.SystemLog.Holds(MarkKind.EmergencyCall)
        || view.Sources.SystemLog.Holds(MarkKind.EmergencyCallResponse);

    private static Evidence EvidenceOf(FlowMark mark, ScopeView view)
    {
        var call = mark.Subject is null ? null : view.Sources.FindEmergencyCall(mark.Subject);
        return new Evidence(
            EvidenceKind.EmergencyCall,
            mark.Subject ?? string.Empty,
            mark.At - mark.Took,
            mark.At,
            mark.Took?.TotalMinutes,
            true,
            null,
            call is null ? [] : [.. call.History.Events.Select(EvidenceEvent.Of)]);
    }
}
