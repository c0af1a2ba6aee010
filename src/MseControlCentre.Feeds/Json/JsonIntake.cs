using System.Text.Json;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Json;

/// <summary>
/// The JSON door: events in, an outcome for each out, in between the journal. An event is said to be accepted only when
/// it is durable; one that has a fault holds up no other.
/// </summary>
public sealed partial class JsonIntake
{
    private readonly EventReader _reader;
    private readonly FeedDirectory _feeds;
    private readonly Pseudonymiser _pseudonymiser;
    private readonly IJournal _journal;
    private readonly FeedMonitor _monitor;
    private readonly QuarantineStore _quarantine;
    private readonly FeedLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger<JsonIntake> _logger;

    /// <summary>Creates the door.</summary>
    public JsonIntake(
        EventReader reader,
        NetworkMap network,
        Pseudonymiser pseudonymiser,
        IJournal journal,
        FeedMonitor monitor,
        QuarantineStore quarantine,
        FeedLimits limits,
        TimeProvider time,
        ILogger<JsonIntake> logger)
    {
        _reader = reader;
        _feeds = new FeedDirectory(network);
        _pseudonymiser = pseudonymiser;
        _journal = journal;
        _monitor = monitor;
        _quarantine = quarantine;
        _limits = limits;
        _time = time;
        _logger = logger;
    }

    /// <summary>Takes a request's body.</summary>
    /// <param name="body">The body in UTF-8.</param>
    /// <param name="isNdjson">Whether the sender says that it is NDJSON.</param>
    /// <param name="connection">Network address of the sender, when known.</param>
    /// <param name="sender">For whom it may speak; null for this program itself.</param>
    /// <returns>The answer and its HTTP status.</returns>
    /// <exception cref="JournalUnavailableException">
    /// The events cannot be made durable now; none may be taken as accepted.
    /// </exception>
    public async Task<(int Status, EventReply Reply)> ReceiveAsync(
        ReadOnlyMemory<byte> body, bool isNdjson, string? connection, FeedSender? sender = null)
    {
        var unreadable = EventItems.Read(body, isNdjson, _limits.MaxItems, out var items);
        if (unreadable is not null)
        {
            _monitor.Rejected(null, "body");
            return (400, EventReply.Refusal(unreadable));
        }

        if (items.Count > _limits.MaxItems)
        {
            _monitor.Rejected(null, "too many events");
            return (413, EventReply.Refusal(
                $"The body holds more than {_limits.MaxItems} events; send them in several requests. None was taken."));
        }

        var now = _time.GetUtcNow();
        var read = items.Select(item => Judged(_reader.Read(item, now), sender)).ToArray();
        var outcomes = await AppendAsync(read);
        for (var index = 0; index < read.Length; index++)
        {
            if (read[index].Rejection is { } rejection && !FeedRefusals.IsAbout(rejection))
            {
                Reject(items[index], read[index], rejection, now, connection);
            }
        }

        return Answer(read, outcomes);
    }

    // What somebody sends who may not is counted, and not kept: a stranger must not fill the quarantine.
    private ReadEvent Judged(ReadEvent read, FeedSender? sender)
    {
        if (sender?.Refusal(read.Source, read.Event?.Site) is not { } refusal)
        {
            return read;
        }

        if (_monitor.TurnedAway(read.Source, refusal.Field))
        {
            LogRejected(read.Source ?? FeedMonitor.UnknownSender, "a sender", refusal.Text);
        }

        return read with { Event = null, Rejection = refusal };
    }

    private async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(ReadEvent[] read)
    {
        var events = read.Where(one => one.Event is not null).Select(one => one.Event!).ToArray();
        if (events.Length == 0)
        {
            return [];
        }

        var outcomes = await _journal.AppendAllAsync(events);
        foreach (var feed in events.Zip(outcomes).GroupBy(one => one.First.Source, StringComparer.Ordinal))
        {
            var known = feed.Count(one => one.Second == AppendOutcome.AlreadyKnown);
            _monitor.Accepted(feed.Key, feed.Count() - known, known, feed.Max(one => one.First.OccurredAt));
        }

        return outcomes;
    }

    private void Reject(JsonElement item, ReadEvent read, Rejection rejection, DateTimeOffset now, string? connection)
    {
        var kind = read.Kind?.Name ?? "(unknown kind)";
        if (_monitor.Rejected(read.Source, rejection.Field))
        {
            LogRejected(read.Source ?? FeedMonitor.UnknownSender, kind, rejection.Text);
        }

        var domain = DomainOf(item, read.Source);
        var messageId = read.MessageId is { } own ? Kept(own) : null;
        var entry = new QuarantineEntry
        {
            Id = _quarantine.NextId(now),
            ReceivedAt = now,
            Door = FeedDoor.Json,
            Feed = read.Source,
            Connection = connection,
            Type = kind,
            ControlId = messageId,
            MessageId = messageId,
            Reason = rejection,
            IdentifierDomain = domain,
            Copy = JsonRedaction.Copy(item, read.Kind, messageId, _pseudonymiser, domain),
        };
        var shows = QuarantineCopy.Read(entry, _reader, now).Shows(rejection);
        _quarantine.Add(entry with { NeedsSender = !shows });
    }

    private string Kept(string messageId) =>
        NhsNumberPattern.IsIn(messageId) ? _pseudonymiser.OfMessage(messageId) : messageId;

    // A sender that is no feed yet most likely identifies patients as its site does.
    private string? DomainOf(JsonElement item, string? source)
    {
        var site = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("site", out var told)
            && told.ValueKind == JsonValueKind.String && JsonShape.Text(told) is { Length: > 0 and <= 64 } text
            && !NhsNumberPattern.IsIn(text) ? text : null;
        var pattern = source is null ? "{site}" : _feeds.ById(source)!.IdentifierDomain;
        return site is null && pattern.Contains("{site}", StringComparison.Ordinal)
            ? null
            : Identifiers.Domain(pattern, site ?? "");
    }

    private static (int Status, EventReply Reply) Answer(ReadEvent[] read, IReadOnlyList<AppendOutcome> outcomes)
    {
        var items = new ItemReply[read.Length];
        var next = 0;
        for (var index = 0; index < read.Length; index++)
        {
            var one = read[index];
            items[index] = one.Rejection is { } rejection
                ? new ItemReply(
                    index, one.MessageId, ItemOutcome.Rejected, rejection.Field,
                        $"found {rejection.Shape}; {rejection.Expected}")
                : new ItemReply(
                    index,
                    one.MessageId,
                    outcomes[next++] == AppendOutcome.Appended ? ItemOutcome.Accepted : ItemOutcome.AlreadyKnown);
        }

        var rejected = items.Count(item => item.Outcome == ItemOutcome.Rejected);
        var known = items.Count(item => item.Outcome == ItemOutcome.AlreadyKnown);
        var status = rejected == 0 ? 202
            : rejected < items.Length ? 207
            : Array.TrueForAll(read, one => one.Rejection == FeedRefusals.NotKnown) ? 401
            : Array.TrueForAll(read, one => one.Rejection == FeedRefusals.NotYours) ? 403
            : 400;
        return (status, new EventReply(items.Length - known - rejected, known, rejected, items));
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Feed}: {Kind} rejected. {Reason}. Later ones are counted, not logged.")]
    private partial void LogRejected(string feed, string kind, string reason);
}
