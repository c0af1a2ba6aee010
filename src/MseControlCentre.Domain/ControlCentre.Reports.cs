using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

/// <summary>
/// What a report over months asks for: every mark once, when its story leaves or while it is still kept.
/// </summary>
public sealed partial class ControlCentre
{
    /// <summary>The marks of the stories that are still kept.</summary>
    internal IEnumerable<FlowMark> LiveMarks => _logs.All.SelectMany(log => log.Value.Live);

    /// <summary>Has each mark handed over when its story leaves.</summary>
    internal void HandOverSettling(Action<FlowMark> take) => _logs.Settling = take;

    /// <summary>Since when every site's feeds of a subject have been heard; null when some never was.</summary>
    internal DateTimeOffset? HeardSince(FeedSubject subject) => Network is { } network
        ? new Scopes(SourcesAt(new Moment(RecordedAt, network)), ViewSite).System.HeardSince(subject)
        : null;
}
