using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Hl7v2.Times;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>One ADT message while it is being mapped: what its groups share, and the events found so far.</summary>
internal sealed class AdtReading
{
    // One message yields a few events. A merge may hold many groups, each of some bytes of a bounded frame.
    private const int MostEvents = 1_000;
    private const int MostDropped = 20;
    private readonly List<FlowEvent> _events = [];
    private readonly List<Rejection> _dropped = [];

    public required Hl7Message Message { get; init; }

    public required Feed Feed { get; init; }

    public required LocationMap Locations { get; init; }

    public required Hl7Time Times { get; init; }

    public required Identifiers Identifiers { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Site that is meant when the location names none: the feed's only one, or the one MSH-4 names.</summary>
    public required string? SiteHint { get; init; }

    public Hl7Segment Evn => Message.Find("EVN");

    public IReadOnlyList<FlowEvent> Events => _events;

    public IReadOnlyList<Rejection> Dropped => _dropped;

    public string Domain(string site) => Identifiers.Domain(Feed.IdentifierDomain, site);

    public void Add(string site, EventDetail detail)
    {
        if (_events.Count == MostEvents)
        {
            throw new RejectedException(new Rejection(
                "PID",
                "more groups than are taken",
                $"at most {MostEvents} events in one message was expected; split the message"));
        }

        _events.Add(new FlowEvent
        {
            Source = Feed.Id,
            MessageId = _events.Count == 0
                ? MessageId
                : string.Create(CultureInfo.InvariantCulture, $"{MessageId}#{_events.Count + 1}"),
            OccurredAt = OccurredAt,
            Site = site,
            Detail = detail,
        });
    }

    public void Drop(string field, ReadOnlySpan<char> value, string expected)
    {
        if (_dropped.Count < MostDropped)
        {
            _dropped.Add(new Rejection(field, Shape.Of(value), expected));
        }
    }
}
