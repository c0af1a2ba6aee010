using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Json;

/// <summary>One event of a request, read: the event, or why it is rejected.</summary>
/// <param name="MessageId">Its message identity as sent, when it could be read.</param>
/// <param name="Source">The feed, once it is known to be one.</param>
/// <param name="Kind">Its kind, once it is known to be one.</param>
/// <param name="Event">The event with pseudonyms; null when it is rejected.</param>
/// <param name="Rejection">Why it is rejected.</param>
public sealed record ReadEvent(
    string? MessageId, string? Source, EventKind? Kind, FlowEvent? Event, Rejection? Rejection);

/// <summary>
/// Reads events as feeds send them:
/// <code>
/// {"source":"eeast-cad","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
///  "kind":"AmbulanceArrived","detail":{"conveyance":"J123","category":"C2"}}
/// </code>
/// Identifiers become pseudonyms here; nothing past this point has seen them.
/// </summary>
public sealed class EventReader
{
    private const int LongestMessageId = 128;
    private static readonly string[] s_members = ["source", "messageId", "occurredAt", "site", "kind", "detail"];
    private static readonly DateTimeOffset s_earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FeedDirectory _feeds;
    private readonly NetworkChecks _network;
    private readonly DeclarationFormChecks _declarations;
    private readonly TimeSpan _future;
    private readonly Pseudonymiser _pseudonymiser;
    private readonly Identifiers _asSent;

    /// <summary>Creates a reader for a network.</summary>
    public EventReader(NetworkMap network, Pseudonymiser pseudonymiser)
    {
        ArgumentNullException.ThrowIfNull(network);
        _feeds = new FeedDirectory(network);
        _network = new NetworkChecks(network);
        _declarations = new DeclarationFormChecks(network);
        _future = TimeSpan.FromMinutes(network.Thresholds.FutureMinutes.Value);
        _pseudonymiser = pseudonymiser;
        _asSent = Identifiers.AsSent(pseudonymiser);
    }

    /// <summary>Reads one event as it came over the wire.</summary>
    /// <param name="item">The event.</param>
    /// <param name="now">The receiving clock.</param>
    public ReadEvent Read(JsonElement item, DateTimeOffset now) => Read(item, now, _asSent);

    /// <summary>
    /// Reads one event whose identifiers are read in a given way (a quarantined copy has pseudonyms already).
    /// </summary>
    public ReadEvent Read(JsonElement item, DateTimeOffset now, Identifiers identifiers)
    {
        var read = new ReadEvent(null, null, null, null, null);
        try
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                throw new JsonRejectedException(
                    "event", JsonShape.Of(item), $"an object with {string.Join(", ", s_members)} was expected");
            }

            if (Member(item, "messageId") is { ValueKind: JsonValueKind.String } id)
            {
                read = read with { MessageId = JsonShape.Text(id) is { Length: <= LongestMessageId } text ? text
                    : null };
            }

            // Before the source is looked at: the quarantined copy of an unknown sender's event needs the kind too.
            if (Member(item, "kind") is { ValueKind: JsonValueKind.String } name && JsonShape.Text(name) is { } told)
            {
                read = read with { Kind = EventCatalogue.Kinds.GetValueOrDefault(told) };
            }

            var feed = FeedOf(RequireText(item, "source", 64));
            read = read with { Source = feed.Id };
            var messageId = RequireText(item, "messageId", LongestMessageId);
            var kind = KindOf(RequireText(item, "kind", 64));
            RefuseUnknownMembers(item);
            return read with { Event = EventOf(item, feed, messageId, kind, now, identifiers) };
        }
        catch (JsonRejectedException rejected)
        {
            return read with { Rejection = rejected.Rejection };
        }
        catch (OtherDomainException other)
        {
            return read with { Rejection = new Rejection("quarantined copy", "pseudonyms of another domain",
                other.Message) };
        }
    }

    private FlowEvent EventOf(
        JsonElement item, Feed feed, string messageId, EventKind kind, DateTimeOffset now, Identifiers identifiers)
    {
        var site = RequireText(item, "site", 64);
        var occurredAt = TimeOf(item, now);
        var told = Member(item, "detail");
        var detail = _declarations.Complete(
            _network.Check(DetailChecks.Read(told, kind), site, feed), told, occurredAt);
        var domain = Identifiers.Domain(feed.IdentifierDomain, site);
        return new FlowEvent
        {
            Source = feed.Id,
            MessageId = NhsNumberPattern.IsIn(messageId) ? _pseudonymiser.OfMessage(messageId) : messageId,
            OccurredAt = occurredAt,
            Site = site,
            Detail = IdentifierMembers.Replace(detail, (one, identifier) => identifiers.Of(one, domain, identifier)
                ?? throw new JsonRejectedException("detail", "no pseudonym", "a pseudonym of its kind was expected")),
        };
    }

    private Feed FeedOf(string source)
    {
        var feed = _feeds.ById(source);
        return feed is { Protocol: FeedProtocol.Json or FeedProtocol.Declared } ? feed
            : throw new JsonRejectedException(
            "source",
            feed is null ? $"{Shape.Of(source)} that name no feed" : "a feed that speaks HL7 v2",
            "the id of a feed of the network file that sends JSON was expected");
    }

    private static EventKind KindOf(string name)
    {
        if (!EventCatalogue.Kinds.TryGetValue(name, out var kind))
        {
            throw new JsonRejectedException("kind", Shape.Of(name), "a kind of the event catalogue was expected");
        }

        return kind.IsOfTheControlCentre
            || kind.Name is nameof(NetworkAdopted) or nameof(OpelRuleSetAdopted) or nameof(CorrectionMade)
            or nameof(FeedSilenced) or nameof(FeedResumed) or nameof(AccessRecorded)
            ? throw new JsonRejectedException("kind", kind.Name, $"only {FeedMonitor.Source} itself tells of this")
            : kind;
    }

    private DateTimeOffset TimeOf(JsonElement item, DateTimeOffset now)
    {
        var text = RequireText(item, "occurredAt", 40);
        var element = Member(item, "occurredAt");
        if (!element.TryGetDateTimeOffset(out var time) || !HasOffset(text))
        {
            throw new JsonRejectedException(
                "occurredAt", Shape.Of(text), "ISO 8601 with its offset was expected, such as 2026-11-22T10:01:00Z");
        }

        if (time - now > _future)
        {
            throw new JsonRejectedException(
                "occurredAt",
                $"a time {(time - now).TotalMinutes:0} minutes ahead of this clock",
                $"at most {_future.TotalMinutes:0} minutes ahead was expected; check the sender's clock and time zone");
        }

        return time >= s_earliest ? time.ToUniversalTime() : throw new JsonRejectedException(
            "occurredAt", "a time before the year 2000", "the time the event occurred was expected");
    }

    // Without an offset the server's own zone would be taken, which is nobody's intention.
    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T',
            StringComparison.OrdinalIgnoreCase);

    private static void RefuseUnknownMembers(JsonElement item)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (!Array.Exists(s_members, name => member.NameEquals(name)))
            {
                throw new JsonRejectedException(
                    "event", "a member that is not known", $"only {string.Join(", ", s_members)} was expected");
            }
        }
    }

    private static string RequireText(JsonElement item, string name, int longest)
    {
        var element = Member(item, name);
        var text = element.ValueKind == JsonValueKind.String ? JsonShape.Text(element) : null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(char.IsControl))
        {
            throw new JsonRejectedException(
                name, JsonShape.Of(element), $"text of 1 to {longest} characters was expected");
        }

        return text;
    }

    private static JsonElement Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out var element) ? element : default;
}
