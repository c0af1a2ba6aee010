using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Hl7v2.Times;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// Maps HL7 v2 messages to events through the network file. It has no state of its own but a cache of locations; safe
/// for several threads. It never fails: what cannot be mapped comes back with its reason.
/// </summary>
public sealed class Hl7Mapper
{
    private static readonly DateTimeOffset s_earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FeedDirectory _feeds;
    private readonly LocationMap _locations;
    private readonly HashSet<string> _sites;
    private readonly Hl7Time _times;
    private readonly TimeSpan _future;
    private readonly Pseudonymiser _pseudonymiser;
    private readonly Identifiers _asSent;

    /// <summary>Creates a mapper for a network.</summary>
    public Hl7Mapper(NetworkMap network, Pseudonymiser pseudonymiser)
    {
        ArgumentNullException.ThrowIfNull(network);
        _feeds = new FeedDirectory(network);
        _locations = new LocationMap(network);
        _sites = network.Sites.Select(site => site.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _times = new Hl7Time(TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone));
        _future = TimeSpan.FromMinutes(network.Thresholds.FutureMinutes.Value);
        _pseudonymiser = pseudonymiser;
        _asSent = Identifiers.AsSent(pseudonymiser);
    }

    /// <summary>Maps a message as it came over the wire.</summary>
    /// <param name="message">The message.</param>
    /// <param name="receivedAt">The receiving clock.</param>
    public MappingResult Map(Hl7Message message, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Map(message, new Reception(receivedAt, receivedAt, _asSent, MessageIdentity.Of(message,
            _pseudonymiser)));
    }

    /// <summary>Maps a message as it was received: now, or when it was put into quarantine.</summary>
    public MappingResult Map(Hl7Message message, Reception reception)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(reception);
        var header = message.Header;
        var (type, trigger) = MessageType(message);
        var result = new MappingResult { Type = MessageTypeName.Of(type, trigger) };
        var facility = header.Field(4).Code();
        var feed = _feeds.BySender(FeedProtocol.Hl7v2, header.Field(3).Code(), facility);
        if (feed is null)
        {
            return result with { Rejection = UnknownSender(header), IdentifierDomain = SiteGuess(message, facility,
                null) };
        }

        result = result with { Feed = feed };
        try
        {
            if (type.Length == 0)
            {
                throw new RejectedException(new Rejection(
                    "MSH-9", "nothing", "a message type such as ADT^A01 was expected",
                        RejectionCode.RequiredFieldMissing));
            }

            var ignored = Triggers.IgnoredName(type, trigger, message);
            return ignored is not null
                ? result with { Ignored = ignored }
                : MapTrigger(message, trigger, feed, SiteHint(feed, facility), reception, result);
        }
        catch (OtherDomainException other)
        {
            return result with { Rejection = new Rejection("quarantined copy", "pseudonyms of another domain",
                other.Message) };
        }
        catch (RejectedException rejected)
        {
            var site = SiteGuess(message, facility, feed);
            return result with
            {
                Rejection = rejected.Rejection,
                IdentifierDomain = site is null ? null : Identifiers.Domain(feed.IdentifierDomain, site),
            };
        }
    }

    private MappingResult MapTrigger(
        Hl7Message message,
        string trigger,
        Feed feed,
        string? siteHint,
        Reception reception,
        MappingResult result)
    {
        var reading = new AdtReading
        {
            Message = message,
            Feed = feed,
            Locations = _locations,
            Times = _times,
            Identifiers = reception.Identifiers,
            ReceivedAt = reception.ReceivedAt,
            OccurredAt = OccurredAt(message, reception),
            MessageId = reception.MessageId,
            SiteHint = siteHint,
        };
        Triggers.MappingOf(trigger)!(reading);
        return result with
        {
            Events = reading.Events,
            Dropped = reading.Dropped,
            Ignored = reading.Events.Count == 0 ? $"{trigger} without a change" : null,
        };
    }

    // EVN-6 (event occurred) before EVN-2 (recorded) before MSH-7 (sent): the order of events is the order in which
    // they happened, not in which they arrived (ITK HL7 v2, 1.0.15).
    private DateTimeOffset OccurredAt(Hl7Message message, Reception reception)
    {
        var evn = message.Find("EVN");
        var name = evn.Field(6).HasValue ? "EVN-6" : evn.Field(2).HasValue ? "EVN-2" : "MSH-7";
        var field = name switch
        {
            "EVN-6" => evn.Field(6),
            "EVN-2" => evn.Field(2),
            _ => message.Header.Field(7),
        };
        var raw = field.HasValue ? field.Component(1).Raw : default;
        if (!_times.TryRead(raw, reception.ReceivedAt, out var time, out var expected))
        {
            throw new RejectedException(new Rejection(name, Shape.Of(raw), expected));
        }

        var ahead = time - reception.Now;
        if (ahead > _future)
        {
            throw new RejectedException(new Rejection(
                name,
                $"a time {ahead.TotalMinutes:0} minutes ahead of this clock",
                $"at most {_future.TotalMinutes:0} minutes ahead was expected; "
                    + "check the sender's clock and time zone"));
        }

        return time >= s_earliest ? time : throw new RejectedException(new Rejection(
            name, "a time before the year 2000", "the time the event occurred was expected"));
    }

    // "ADT^A01^ADT_A01"; older senders leave the trigger to EVN-1.
    private static (string Type, string Trigger) MessageType(Hl7Message message)
    {
        var field = message.Header.Field(9);
        var trigger = field.Component(2).Text().Trim();
        return (field.Code(), trigger.Length > 0 ? trigger : message.Find("EVN").Field(1).Code());
    }

    private static Rejection UnknownSender(Hl7Segment header)
    {
        var application = Shape.Of(header.Field(3).Raw);
        var facility = Shape.Of(header.Field(4).Raw);
        return new Rejection(
            "MSH-3",
            $"{application} in MSH-3 and {facility} in MSH-4",
            "a sender of the network file was expected; add the feed's sendingApplication and sendingFacility",
            RejectionCode.UnknownKey);
    }

    private string? SiteHint(Feed feed, string facility) =>
        feed.Sites.Count == 1 ? feed.Sites[0]
        : _sites.TryGetValue(facility, out var site) ? site
        : null;

    private string? SiteGuess(Hl7Message message, string facility, Feed? feed)
    {
        var location = message.Find("PV1").Field(3);
        location = location.HasValue ? location : message.Find("NPU").Field(1);
        var hint = feed is null ? _sites.TryGetValue(facility, out var own) ? own : null : SiteHint(feed, facility);
        return _locations.Resolve(
            location.Component(1).Text(),
            location.Component(2).Text(),
            location.Component(3).Text(),
            location.Component(4).Text(),
            hint)?.Site;
    }
}
