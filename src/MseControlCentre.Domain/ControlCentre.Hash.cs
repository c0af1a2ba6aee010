using System.Security.Cryptography;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>
    /// SHA-256, in hexadecimal, of what is known about the flow: every kept story event by event and where it stands,
    /// every declaration, OPEL rule set and settled count. It does not depend on the order or repetition of delivery,
    /// nor on when entries were recorded, so that two runs over the same messages can be compared. Escalations and
    /// calls are left out: what the control centre does by itself follows from when it looked.
    /// </summary>
    public string StateHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("network", Network?.Version);
        WriteEncounters(json);
        WriteStories(json, "conveyances", _conveyances.All);
        WriteStories(json, "emergencyCalls", _calls.All);
        WriteStories(json, "virtualWardStays", _stays.All);
        WriteEvents(json, "declarations", _declarations.All);
        WriteOpelRuleSets(json);
        WriteSettled(json);
        json.WriteEndObject();
        json.Flush();
        hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void WriteOpelRuleSets(Utf8JsonWriter json)
    {
        json.WriteStartArray("opelRuleSets");
        foreach (var adopted in _opel.All.Select(one => one.Adopted))
        {
            json.WriteStartObject();
            json.WriteString(adopted.RuleSet, adopted.Version);
            json.WritePropertyName("file");
            adopted.File.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEncounters(Utf8JsonWriter json)
    {
        json.WriteStartArray("encounters");
        foreach (var encounter in _encounters.All.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteStartArray("identities");
            foreach (var identity in encounter.Identities)
            {
                json.WriteStringValue(identity);
            }

            json.WriteEndArray();
            json.WritePropertyName("standing");
            JsonSerializer.Serialize(json, encounter.Standing, StandingJsonContext.Default.EncounterStanding);
            WriteHistory(json, encounter.History);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStories<TStanding>(
        Utf8JsonWriter json, string name, IEnumerable<Story<TStanding>> stories)
        where TStanding : class
    {
        json.WriteStartArray(name);
        foreach (var story in stories.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", story.Id);
            json.WritePropertyName("standing");
            JsonSerializer.Serialize(json, story.Standing, typeof(TStanding), StandingJsonContext.Default);
            WriteHistory(json, story.History);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHistory(Utf8JsonWriter json, History history)
    {
        json.WriteStartArray("events");
        foreach (var e in history.Events)
        {
            json.WriteStringValue($"{e.OccurredAt.UtcTicks}/{e.Source}/{e.MessageId}");
        }

        json.WriteEndArray();
    }

    private static void WriteEvents(Utf8JsonWriter json, string name, IEnumerable<FlowEvent> events)
    {
        json.WriteStartArray(name);
        foreach (var e in events)
        {
            WriteEvent(json, e);
        }

        json.WriteEndArray();
    }

    private static void WriteEvent(Utf8JsonWriter json, FlowEvent e)
    {
        json.WriteStartObject();
        json.WriteString("site", e.Site);
        json.WriteNumber("at", e.OccurredAt.UtcTicks);
        json.WriteString("kind", e.Kind);
        json.WritePropertyName("detail");
        json.WriteRawValue(EventCatalogue.Encode(e.Detail), skipInputValidation: true);
        json.WriteEndObject();
    }

    private void WriteSettled(Utf8JsonWriter json)
    {
        json.WriteStartArray("settled");
        foreach (var (site, log) in _logs.All)
        {
            foreach (var (key, count) in log.Settled)
            {
                json.WriteStringValue(
                    $"{site}/{(int)key.Kind}/{key.Hour}/{count.Count}/{count.Timed}/{count.TotalSeconds}");
            }
        }

        json.WriteEndArray();
    }
}
