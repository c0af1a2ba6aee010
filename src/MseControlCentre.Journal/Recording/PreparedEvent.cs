using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Recording;

/// <summary>
/// An event in the form that is written, checked and handed to followers. Preparing is done by the caller's thread, so
/// that the one writer has as little to do as possible.
/// </summary>
/// <remarks>
/// The canonical bytes, which the hash chain covers, are: occurred-at as UTC ticks (8 bytes, little endian), then
/// source, message identity, site, kind and detail as UTF-8, each after its length (4 bytes, little endian).
/// </remarks>
internal sealed class PreparedEvent
{
    private const int TimeBytes = sizeof(long);
    private const int LengthBytes = sizeof(int);

    // Throws on a lone surrogate, which UTF-8 cannot write: two identities must not become one by replacement.
    private static readonly UTF8Encoding s_strictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly int _messageIdAt;
    private readonly int _messageIdLength;
    private readonly int _detailAt;

    private PreparedEvent(FlowEvent flowEvent, byte[] canonical, int messageIdAt, int messageIdLength, int detailAt)
    {
        Event = flowEvent;
        Canonical = canonical;
        _messageIdAt = messageIdAt;
        _messageIdLength = messageIdLength;
        _detailAt = detailAt;
    }

    /// <summary>The event exactly as a later reading of the journal will give it.</summary>
    public FlowEvent Event { get; }

    /// <summary>The bytes that the hash chain covers, after sequence and recorded-at.</summary>
    public byte[] Canonical { get; }

    /// <summary>Message identity as UTF-8.</summary>
    public ReadOnlySpan<byte> MessageId => Canonical.AsSpan(_messageIdAt, _messageIdLength);

    /// <summary>Source and message identity with their lengths: the bytes that are unique in a journal.</summary>
    public ReadOnlySpan<byte> Key => Canonical.AsSpan(TimeBytes, _messageIdAt + _messageIdLength - TimeBytes);

    /// <summary>
    /// First 8 bytes (little endian) of the SHA-256 of <see cref="Key"/>: stable for ever, as it is stored.
    /// </summary>
    public long KeyHash
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Key, hash);
            return BinaryPrimitives.ReadInt64LittleEndian(hash);
        }
    }

    /// <summary>Detail as UTF-8 JSON.</summary>
    public ReadOnlySpan<byte> Detail => Canonical.AsSpan(_detailAt);

    /// <summary>Prepares the events of one append.</summary>
    /// <exception cref="ArgumentException">An event has no valid source, message identity, site or detail.</exception>
    public static PreparedEvent[] PrepareAll(IReadOnlyList<FlowEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count > JournalLimits.EventsInOneAppend)
        {
            throw new ArgumentException(
                $"{events.Count} events in one append; at most {JournalLimits.EventsInOneAppend} are taken. "
                + "Split them.",
                nameof(events));
        }

        var prepared = new PreparedEvent[events.Count];
        for (var index = 0; index < prepared.Length; index++)
        {
            prepared[index] = Prepare(events[index]);
        }

        return prepared;
    }

    /// <summary>Builds the canonical bytes of an event from its stored parts.</summary>
    public static byte[] CanonicalBytes(FlowEvent flowEvent, ReadOnlySpan<byte> detail) =>
        Build(flowEvent, flowEvent.Kind, detail).Canonical;

    private static PreparedEvent Prepare(FlowEvent given)
    {
        ArgumentNullException.ThrowIfNull(given);
        Require(given.Source, nameof(FlowEvent.Source), JournalLimits.NameLength);
        Require(given.MessageId, nameof(FlowEvent.MessageId), JournalLimits.MessageIdLength);
        Require(given.Site, nameof(FlowEvent.Site), JournalLimits.NameLength);
        var kind = EventCatalogue.KindOf(given.Detail).Name;
        var detail = EventCatalogue.Encode(given.Detail);
        if (detail.Length > JournalLimits.DetailBytes)
        {
            throw new ArgumentException(
                $"The detail of {kind} takes {detail.Length} bytes; at most {JournalLimits.DetailBytes} are kept.",
                nameof(given));
        }

        return Build(AsRead(given, kind, detail), kind, detail);
    }

    /// <summary>
    /// A follower must see what a replay will see. Times become UTC; where the JSON writer had to replace a lone
    /// surrogate (it writes <c>\uFFFD</c>), the detail is taken back from what was written.
    /// </summary>
    private static FlowEvent AsRead(FlowEvent given, string kind, byte[] detail)
    {
        var replaced = detail.AsSpan().IndexOf("\\uFFFD"u8) >= 0;
        return given.OccurredAt.Offset == TimeSpan.Zero && !replaced
            ? given
            : given with
            {
                OccurredAt = given.OccurredAt.ToUniversalTime(),
                Detail = replaced ? EventCatalogue.Decode(kind, detail) : given.Detail,
            };
    }

    private static PreparedEvent Build(FlowEvent flowEvent, string kind, ReadOnlySpan<byte> detail)
    {
        var messageIdLength = s_strictUtf8.GetByteCount(flowEvent.MessageId);
        var length = TimeBytes + (5 * LengthBytes) + s_strictUtf8.GetByteCount(flowEvent.Source) + messageIdLength
            + s_strictUtf8.GetByteCount(flowEvent.Site) + s_strictUtf8.GetByteCount(kind) + detail.Length;
        var bytes = new byte[length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, flowEvent.OccurredAt.UtcTicks);
        var at = Write(bytes, TimeBytes, flowEvent.Source);
        var messageIdAt = at + LengthBytes;
        at = Write(bytes, at, flowEvent.MessageId);
        at = Write(bytes, at, flowEvent.Site);
        at = Write(bytes, at, kind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), detail.Length);
        at += LengthBytes;
        detail.CopyTo(bytes.AsSpan(at));
        return new PreparedEvent(flowEvent, bytes, messageIdAt, messageIdLength, at);
    }

    private static int Write(byte[] bytes, int at, string text)
    {
        var length = s_strictUtf8.GetBytes(text, bytes.AsSpan(at + LengthBytes));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), length);
        return at + LengthBytes + length;
    }

    private static void Require(string? text, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{field} is empty; an event without it cannot be kept.", field);
        }

        if (text.Length > longest)
        {
            throw new ArgumentException($"{field} has {text.Length} characters; at most {longest} are kept.", field);
        }

        try
        {
            _ = s_strictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException(
                $"{field} ({text.Length} characters) holds half of a surrogate pair; send valid Unicode.",
                field,
                exception);
        }
    }
}
