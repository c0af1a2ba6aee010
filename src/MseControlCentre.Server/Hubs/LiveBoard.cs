using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using MseControlCentre.Server.Clock;

namespace MseControlCentre.Server.Hubs;

/// <summary>
/// What one kind of viewer sees, in parts, each with the version that changed it last. A viewer at any older version is
/// brought up to date with one frame of the parts that changed since, so that a slow viewer skips frames and misses
/// nothing. Frames are written once for each version that viewers come from.
/// </summary>
/// <param name="name">Name of the board in every frame.</param>
public sealed class LiveBoard(string name)
{
    /// <summary>
    /// Bound of the frames kept for one version: viewers come from few versions; others cost one more writing.
    /// </summary>
    public const int MostFrames = 16;

    private static readonly JsonWriterOptions s_writing = new()
    {
        // The browser parses frames as JSON, never as markup.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Lock _gate = new();

    // Bound: the parts of one picture or page; a part that is gone is removed with the next publication.
    private readonly Dictionary<(string Group, string? Key), (BoardPart Part, long ChangedAt)> _parts = [];

    // Bound: MostFrames; emptied with each publication.
    private readonly Dictionary<long, PreparedFrame> _frames = [];

    private IReadOnlyList<BoardPart> _order = [];
    private long _version;
    private long _taken;
    private int _watchers;
    private long _sequence;
    private long _wholeSince;
    private ClockReading _clock = new(DateTimeOffset.MinValue, 1, false, null);

    /// <summary>Name of the board.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the newest change.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
            {
                return _version;
            }
        }
    }

    /// <summary>Version of the newest picture whose parts it has taken; older while nobody watches it.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Whether anybody watches it: a board that nobody watches is not kept up to date.</summary>
    public bool IsWatched => Volatile.Read(ref _watchers) > 0;

    /// <summary>Somebody watches it from now on.</summary>
    public void Join() => Interlocked.Increment(ref _watchers);

    /// <summary>Somebody who watched it has gone.</summary>
    public void Leave() => Interlocked.Decrement(ref _watchers);

    /// <summary>Takes the parts of a new picture. Returns how many of them changed.</summary>
    /// <param name="version">Version of the picture.</param>
    /// <param name="sequence">Newest journal entry that the picture knows.</param>
    /// <param name="clock">The server's clock when it was taken.</param>
    /// <param name="parts">All parts of the board.</param>
    public int Publish(long version, long sequence, ClockReading clock, IReadOnlyList<BoardPart> parts)
    {
        lock (_gate)
        {
            Interlocked.Exchange(ref _taken, version);
            _clock = clock;
            _sequence = sequence;
            var changed = 0;
            foreach (var part in parts)
            {
                var key = (part.Group, part.Key);
                if (!_parts.TryGetValue(key, out var known) || !known.Part.SameAs(part))
                {
                    _parts[key] = (part, version);
                    changed++;
                }
            }

            if (_parts.Count != parts.Count)
            {
                RemoveAllBut(parts);
                _wholeSince = version;
                changed++;
            }

            _order = parts;
            _frames.Clear();
            if (changed > 0)
            {
                _version = version;
            }

            return changed;
        }
    }

    /// <summary>
    /// The frame that brings a viewer up to date; null when it already is. Version 0 has seen nothing.
    /// </summary>
    public PreparedFrame? FrameSince(long seen)
    {
        lock (_gate)
        {
            if (seen == _version || _version == 0)
            {
                return null;
            }

            var from = seen < _wholeSince || seen > _version ? 0 : seen;
            if (!_frames.TryGetValue(from, out var frame))
            {
                frame = new PreparedFrame(_version, Write(from));
                if (_frames.Count < MostFrames)
                {
                    _frames.Add(from, frame);
                }
            }

            return frame;
        }
    }

    private void RemoveAllBut(IReadOnlyList<BoardPart> parts)
    {
        var kept = parts.Select(part => (part.Group, part.Key)).ToHashSet();
        foreach (var key in _parts.Keys.Where(key => !kept.Contains(key)).ToList())
        {
            _parts.Remove(key);
        }
    }

    private byte[] Write(long from)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, s_writing))
        {
            json.WriteStartObject();
            json.WriteString("board", Name);
            json.WriteNumber("version", _version);
            json.WriteNumber("sequence", _sequence);
            if (from == 0)
            {
                json.WriteNull("previousVersion");
            }
            else
            {
                json.WriteNumber("previousVersion", from);
            }

            json.WriteBoolean("full", from == 0);
            json.WriteString("serverTime", _clock.Now);
            json.WriteNumber("speed", _clock.Speed);
            WriteParts(json, from);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteParts(Utf8JsonWriter json, long from)
    {
        foreach (var group in _order.GroupBy(part => part.Group, StringComparer.Ordinal))
        {
            var changed = group.Where(part => _parts[(part.Group, part.Key)].ChangedAt > from).ToList();
            if (changed.Count == 0)
            {
                continue;
            }

            json.WritePropertyName(group.Key);
            if (changed[0].Key is null)
            {
                json.WriteRawValue(changed[0].Utf8.Span, skipInputValidation: true);
                continue;
            }

            json.WriteStartArray();
            foreach (var part in changed)
            {
                json.WriteRawValue(part.Utf8.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
        }
    }
}
