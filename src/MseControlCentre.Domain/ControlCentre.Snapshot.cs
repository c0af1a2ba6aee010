using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain;

/// <summary>
/// A snapshot is what the state still holds, as events: loading it tells them again. Beside them stand only what events
/// no longer tell: settled counts and when each feed was heard.
/// </summary>
public sealed partial class ControlCentre
{
    /// <summary>
    /// Version of the snapshot's form.
    /// A snapshot of another version is not read; the journal is replayed.
    /// </summary>
    private const int SnapshotVersion = 5;

    /// <summary>Writes the state for a snapshot.</summary>
    public byte[] Save()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(SnapshotVersion);
        writer.Write(Sequence);
        writer.Write(RecordedAt.UtcTicks);
        writer.Write(BeyondHorizon);
        WriteFeeds(writer);
        WriteSettled(writer);
        var events = KeptEvents().ToList();
        writer.Write(events.Count);
        foreach (var (e, told) in events)
        {
            WriteTime(writer, told);
            Write(writer, e);
        }

        writer.Flush();
        return buffer.ToArray();
    }

    /// <summary>Reads a state that <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no state of this version.</exception>
    public static ControlCentre Load(ReadOnlyMemory<byte> state)
    {
        try
        {
            using var buffer = new MemoryStream(state.ToArray(), writable: false);
            using var reader = new BinaryReader(buffer, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or System.Text.Json.JsonException)
        {
            throw new FormatException("The snapshot is cut short or damaged. The journal itself can be replayed.", e);
        }
    }

    private static ControlCentre Read(BinaryReader reader)
    {
        var version = reader.ReadInt32();
        if (version != SnapshotVersion)
        {
            throw new FormatException(
                $"The snapshot has version {version}; this program reads version {SnapshotVersion}.");
        }

        var sequence = reader.ReadInt64();
        var recordedAt = ReadTime(reader);
        var centre = new ControlCentre
        {
            Sequence = sequence,
            BeyondHorizon = reader.ReadInt64(),
            _restoring = true,
        };
        centre.ReadFeeds(reader);
        centre.ReadSettled(reader);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            centre.RecordedAt = ReadTime(reader);
            centre.Take(ReadEvent(reader));
        }

        centre.RecordedAt = recordedAt;
        centre._restoring = false;
        return centre;
    }

    /// <summary>
    /// The network first, then merges, then the stories: an event that is told again must find the network's limits and
    /// must not be held to be too late, since its encounter is known through its first event.
    /// </summary>
    private IEnumerable<(FlowEvent Event, DateTimeOffset Told)> KeptEvents()
    {
        var encounters = _encounters.All.ToList();
        return Adoptions().Select(e => (e, RecordedAt))
            .Concat(encounters.SelectMany(e => e.Merges.Select(merge => (merge, e.ToldAt))))
            .Concat(encounters.SelectMany(e => e.History.Events.Select(told => (told, e.History.ToldAt))))
            .Concat(_conveyances.All.SelectMany(c => c.History.Events.Select(told => (told, c.History.ToldAt))))
            .Concat(_calls.All.SelectMany(c => c.History.Events.Select(told => (told, c.History.ToldAt))))
            .Concat(_stays.All.SelectMany(s => s.History.Events.Select(told => (told, s.History.ToldAt))))
            .Concat(_declarations.All
                .Concat(_escalations.Events)
                .Concat(_callBook.Events)
                .Select(e => (e, RecordedAt)));
    }

    private IEnumerable<FlowEvent> Adoptions() =>
        (_adoption is null ? [] : (FlowEvent[])[_adoption]).Concat(_opel.Adoptions);

    private void WriteFeeds(BinaryWriter writer)
    {
        writer.Write(_feeds.Count);
        foreach (var (id, log) in _feeds)
        {
            writer.Write(id);
            writer.Write(log.Entries);
            WriteTime(writer, log.FirstRecordedAt);
            WriteTime(writer, log.LastRecordedAt);
            WriteTime(writer, log.LastOccurredAt);
            writer.Write(log.Silence is not null);
            if (log.Silence is { } silence)
            {
                writer.Write((int)silence.Reason);
                WriteTime(writer, silence.LastHeardAt);
            }
        }
    }

    private void ReadFeeds(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var id = reader.ReadString();
            var log = new FeedLog
            {
                Entries = reader.ReadInt64(),
                FirstRecordedAt = ReadOptionalTime(reader),
                LastRecordedAt = ReadOptionalTime(reader),
                LastOccurredAt = ReadOptionalTime(reader),
            };
            if (reader.ReadBoolean())
            {
                log.Silence = new FeedSilenced(id, (SilenceReason)reader.ReadInt32(), ReadOptionalTime(reader));
            }

            _feeds.Add(id, log);
        }
    }

    private void WriteSettled(BinaryWriter writer)
    {
        var settled = _logs.All.SelectMany(log => log.Value.Settled.Select(count => (Site: log.Key, count))).ToList();
        writer.Write(settled.Count);
        foreach (var (site, count) in settled)
        {
            writer.Write(site);
            writer.Write((int)count.Key.Kind);
            writer.Write(count.Key.Hour);
            writer.Write(count.Value.Count);
            writer.Write(count.Value.Timed);
            writer.Write(count.Value.TotalSeconds);
        }
    }

    private void ReadSettled(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var log = _logs.Of(reader.ReadString());
            var kind = (MarkKind)reader.ReadInt32();
            var hour = reader.ReadInt64();
            log.Restore(kind, hour, new HourlyCount(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64()));
        }
    }

    private static void Write(BinaryWriter writer, FlowEvent e)
    {
        writer.Write(e.Source);
        writer.Write(e.MessageId);
        writer.Write(e.OccurredAt.ToString("O", CultureInfo.InvariantCulture));
        writer.Write(e.Site);
        writer.Write(e.Kind);
        var detail = EventCatalogue.Encode(e.Detail);
        writer.Write(detail.Length);
        writer.Write(detail);
    }

    private static FlowEvent ReadEvent(BinaryReader reader)
    {
        var source = reader.ReadString();
        var messageId = reader.ReadString();
        var occurredAt = DateTimeOffset.ParseExact(
            reader.ReadString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None);
        var site = reader.ReadString();
        var kind = reader.ReadString();
        return new FlowEvent
        {
            Source = source,
            MessageId = messageId,
            OccurredAt = occurredAt,
            Site = site,
            Detail = EventCatalogue.Decode(kind, reader.ReadBytes(reader.ReadInt32())),
        };
    }

    private static void WriteTime(BinaryWriter writer, DateTimeOffset? at) => writer.Write(at?.UtcTicks ?? 0);

    private static DateTimeOffset? ReadOptionalTime(BinaryReader reader) =>
        reader.ReadInt64() is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static DateTimeOffset ReadTime(BinaryReader reader) => new(reader.ReadInt64(), TimeSpan.Zero);
}
