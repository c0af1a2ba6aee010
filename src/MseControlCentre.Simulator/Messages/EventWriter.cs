using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Messages;

/// <summary>
/// Writes JSON events, such as
/// <code>
/// {"source":"eeast-cad","messageId":"12-9f..","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
///  "kind":"AmbulanceArrived","detail":{"conveyance":"J123"}}
/// </code>
/// </summary>
public sealed class EventWriter
{
    private readonly Outbox _outbox;
    private readonly string? _feed;

    /// <summary>Writes for a feed; without one (the network file has none for the subject) nothing is
    /// written.</summary>
    public EventWriter(Outbox outbox, string? feed)
    {
        _outbox = outbox;
        _feed = feed;
    }

    /// <summary>Writes one event. Details that are null are left out; times are seconds since 1970 in a <see
    /// cref="Moment"/>.</summary>
    public void Write(string site, string kind, long occurredAt,
        params ReadOnlySpan<(string Name, object? Value)> detail)
    {
        if (_feed is null || _outbox.IsMuted)
        {
            return;
        }

        var (number, enteredAt) = _outbox.Next(_feed, occurredAt);
        var body = Detail(detail);
        var identity = StableHash.Of(StableHash.Of(kind + site + body), (ulong)occurredAt);
        var messageId = string.Create(CultureInfo.InvariantCulture, $"{number}-{identity:x16}");
        var payload = $"{{\"source\":\"{_feed}\",\"messageId\":\"{messageId}\",\"occurredAt\":\"{Iso(occurredAt)}\","
            + $"\"site\":\"{site}\",\"kind\":\"{kind}\",\"detail\":{body}}}";
        _outbox.Add(_feed, isHl7: false, messageId, occurredAt, enteredAt, payload);
    }

    private static string Iso(long time) =>
        DateTimeOffset.FromUnixTimeSeconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Detail(ReadOnlySpan<(string Name, object? Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in members)
            {
                WriteMember(json, name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case Moment moment:
                json.WriteString(name, Iso(moment.Time));
                break;
            default:
                throw new ArgumentException($"{name}: a {value.GetType().Name} cannot be written.", nameof(value));
        }
    }
}

/// <summary>An instant in a detail.</summary>
/// <param name="Time">Seconds since 1970 (UTC).</param>
public readonly record struct Moment(long Time);
