using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Hl7v2.Framing;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Hl7v2;

/// <summary>
/// The HL7 door: a frame in, an answer out, in between the journal. An accepting answer is given only when every event
/// of the message is durable. Whatever a sender does, it gets an answer and the server goes on.
/// </summary>
public sealed partial class Hl7Intake : IFrameReceiver
{
    private readonly Hl7Mapper _mapper;
    private readonly Pseudonymiser _pseudonymiser;
    private readonly IJournal _journal;
    private readonly FeedMonitor _monitor;
    private readonly QuarantineStore _quarantine;
    private readonly FeedLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger<Hl7Intake> _logger;
    private readonly FeedGate? _gate;
    private long _answers;

    /// <summary>Creates the door.</summary>
    public Hl7Intake(
        Hl7Mapper mapper,
        Pseudonymiser pseudonymiser,
        IJournal journal,
        FeedMonitor monitor,
        QuarantineStore quarantine,
        FeedLimits limits,
        TimeProvider time,
        ILogger<Hl7Intake> logger,
        FeedGate? gate = null)
    {
        _gate = gate;
        _mapper = mapper;
        _pseudonymiser = pseudonymiser;
        _journal = journal;
        _monitor = monitor;
        _quarantine = quarantine;
        _limits = limits;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc />
    public IFrameConversation Open(EndPoint? remote, X509Certificate2? certificate)
    {
        var address = (remote as IPEndPoint)?.Address;
        return new Hl7Conversation(
            this, _monitor, remote?.ToString(), _gate?.OfConnection(address, certificate), _gate?.RefusalOf(address));
    }

    /// <inheritdoc />
    public void Refused() => _monitor.Refused();

    /// <summary>
    /// Takes a frame: parses, maps and hands its events to the journal before it returns; completes with the answers
    /// when they are durable. Never fails.
    /// </summary>
    /// <param name="frame">The frame's content.</param>
    /// <param name="connection">Network address of the sender, when known.</param>
    /// <param name="heard">Told each feed that is heard.</param>
    /// <param name="sender">For whom the connection may speak; null for this program itself.</param>
    public async Task<ReadOnlyMemory<byte>> ReceiveAsync(
        ReadOnlyMemory<byte> frame, string? connection, Action<string> heard, FeedSender? sender = null)
    {
        var encoding = Encoding.UTF8;
        List<ReceivedMessage> received = [];
        try
        {
            var text = Hl7Characters.Read(frame.Span);
            encoding = text.Encoding;
            var found = Hl7Reader.Read(text.Text, _limits.MaxMessagesPerFrame, out var more);
            var now = _time.GetUtcNow();
            received.EnsureCapacity(found.Count + 1);
            foreach (var message in found)
            {
                received.Add(ReadSafely(message.Message, now, connection, heard, sender));
            }

            if (found.Count == 0 || more)
            {
                received.Add(Unreadable(more ? Hl7Refusals.TooMany(_limits.MaxMessagesPerFrame)
                    : Hl7Refusals.NoMessage));
            }

            await AppendAsync(received);
        }
        catch (JournalUnavailableException unavailable)
        {
            // The journal's message speaks of disks and files, never of what was to be written.
            LogJournalUnavailable(unavailable.Message);
            RefuseUnwritten(received, Hl7Refusals.TryAgain);
        }
        catch (Exception error)
        {
            // A fault of ours. Its message may quote the sender's data, so only its type and place are logged.
            LogFault(error.GetType().Name, error.StackTrace ?? "");
            RefuseUnwritten(received, Hl7Refusals.Fault);
        }

        return Answer(received, encoding);
    }

    /// <summary>The answer to bytes that make no frame.</summary>
    public ReadOnlyMemory<byte> Refuse(Rejection reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        _monitor.Rejected(null, reason == FeedRefusals.OtherAddress ? reason.Field : reason.Shape);
        return Answer([ReceivedMessage.NoHl7(reason)], Encoding.UTF8);
    }

    private ReceivedMessage Unreadable(Rejection reason)
    {
        _monitor.Rejected(null, reason.Field);
        return ReceivedMessage.NoHl7(reason);
    }

    // One message that hits a fault of ours must not cost the others of its batch their answer.
    private ReceivedMessage ReadSafely(
        Hl7Message? message, DateTimeOffset now, string? connection, Action<string> heard, FeedSender? sender)
    {
        try
        {
            return Read(message, now, connection, heard, sender);
        }
        catch (Exception error)
        {
            LogFault(error.GetType().Name, error.StackTrace ?? "");
            _monitor.Rejected(null, Hl7Refusals.Fault.Field);
            return ReceivedMessage.Faulty(message, Hl7Refusals.Fault);
        }
    }

    private ReceivedMessage Read(
        Hl7Message? message, DateTimeOffset now, string? connection, Action<string> heard, FeedSender? sender)
    {
        if (message is null)
        {
            return Unreadable(Hl7Refusals.NoDelimiters);
        }

        var mapped = _mapper.Map(message, now);
        if (sender is not null && RefusalOf(mapped, sender) is { } refusal)
        {
            return TurnedAway(message, mapped, refusal);
        }

        if (mapped.Feed is { } feed)
        {
            heard(feed.Id);
        }

        if (mapped.Rejection is { } rejection)
        {
            if (_monitor.Rejected(mapped.Feed?.Id, rejection.Field))
            {
                LogRejected(mapped.Feed?.Id ?? FeedMonitor.UnknownSender, mapped.Type, rejection.Text);
            }

            var entry = Quarantined(message, mapped, rejection, now, connection);
            var shows = QuarantineCopy.Read(entry, _mapper, now).Shows(rejection);
            _quarantine.Add(entry with { NeedsSender = !shows });
        }
        else if (mapped.Ignored is { } name)
        {
            _monitor.Ignored(mapped.Feed!.Id, name);
        }

        return new ReceivedMessage(message, mapped);
    }

    private static Rejection? RefusalOf(MappingResult mapped, FeedSender sender) => mapped.Events.Count == 0
        ? sender.Refusal(mapped.Feed?.Id, null)
        : mapped.Events.Select(one => sender.Refusal(one.Source, one.Site)).FirstOrDefault(one => one is not null);

    // Answered and counted, and not kept: a stranger must not fill the quarantine.
    private ReceivedMessage TurnedAway(Hl7Message message, MappingResult mapped, Rejection refusal)
    {
        if (_monitor.TurnedAway(mapped.Feed?.Id, refusal.Field))
        {
            LogRejected(mapped.Feed?.Id ?? FeedMonitor.UnknownSender, mapped.Type, refusal.Text);
        }

        return ReceivedMessage.TurnedAway(message, refusal);
    }

    private QuarantineEntry Quarantined(
        Hl7Message message, MappingResult mapped, Rejection rejection, DateTimeOffset now, string? connection) => new()
    {
        Id = _quarantine.NextId(now),
        ReceivedAt = now,
        Door = FeedDoor.Hl7v2,
        Feed = mapped.Feed?.Id,
        Connection = connection,
        Type = mapped.Type,
        ControlId = MessageIdentity.Kept(message, _pseudonymiser),
        MessageId = MessageIdentity.Of(message, _pseudonymiser),
        Reason = rejection,
        IdentifierDomain = mapped.IdentifierDomain,
        Copy = Hl7Redaction.Copy(message, _pseudonymiser, mapped.IdentifierDomain),
    };

    private async ValueTask AppendAsync(List<ReceivedMessage> received)
    {
        var events = received.Count == 1 ? received[0].Events : [.. received.SelectMany(message => message.Events)];
        if (events.Count == 0)
        {
            return;
        }

        var outcomes = await _journal.AppendAllAsync(events);
        var position = 0;
        foreach (var message in received)
        {
            message.IsDurable = true;
            position = CountAccepted(message, outcomes, position);
        }
    }

    private int CountAccepted(ReceivedMessage message, IReadOnlyList<AppendOutcome> outcomes, int from)
    {
        if (message.Events.Count == 0)
        {
            return from;
        }

        var known = outcomes.Skip(from).Take(message.Events.Count).Count(one => one == AppendOutcome.AlreadyKnown);
        var feed = message.Events[0].Source;
        _monitor.Accepted(feed, message.Events.Count - known, known, message.Events[^1].OccurredAt);
        foreach (var dropped in message.Dropped)
        {
            _monitor.DroppedField(feed, dropped.Field);
        }

        return from + message.Events.Count;
    }

    private void RefuseUnwritten(List<ReceivedMessage> received, Rejection reason)
    {
        if (received.Count == 0)
        {
            received.Add(ReceivedMessage.Faulty(null, reason));
        }

        for (var index = 0; index < received.Count; index++)
        {
            var message = received[index];
            if (message.Events.Count > 0 && !message.IsDurable)
            {
                _monitor.Rejected(message.Events[0].Source, reason.Field);
                received[index] = message with { Code = AcknowledgementCode.AE, Rejection = reason };
            }
        }
    }

    private ReadOnlyMemory<byte> Answer(List<ReceivedMessage> received, Encoding encoding)
    {
        var at = _time.GetUtcNow();
        var answers = received.ConvertAll(message => Acknowledgement.Write(
            message.Message, encoding, message.Code, message.Rejection, at, NextControlId()));
        return answers.Count == 1 ? answers[0] : answers.SelectMany(answer => answer).ToArray();
    }

    private string NextControlId() =>
        string.Create(CultureInfo.InvariantCulture, $"S{Interlocked.Increment(ref _answers)}");

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Feed}: {Type} rejected. {Reason}. Later ones are counted, not logged.")]
    private partial void LogRejected(string feed, string type, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages are not accepted now: {Reason}")]
    private partial void LogJournalUnavailable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be taken because of a fault: {Type} {Where}")]
    private partial void LogFault(string type, string where);
}
