using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Commands;

/// <summary>
/// <c>emit</c>: writes messages to files in delivery order. <c>messages.ndjson</c> has all of them, one JSON object a
/// line (<c>deliverAt</c>, <c>feed</c>, <c>protocol</c>, <c>messageId</c>, <c>payload</c>); each HL7 feed also gets
/// <c>FEED.hl7</c> and each JSON feed <c>FEED.ndjson</c> with the bare messages.
/// </summary>
internal static class EmitCommand
{
    private static readonly JsonSerializerOptions s_json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var network = CommandOptions.Network();
        var seed = CommandOptions.Seed();
        var origin = CommandOptions.Instant("--origin", "Instant of the census");
        var faults = CommandOptions.DeliveryFaults();
        var surges = CommandOptions.Surges();
        var hours = new Option<double>("--hours") { Description = "Hours to simulate.", DefaultValueFactory = _ => 24 };
        var directory = new Option<string>("--out") { Description = "Directory to write to.", Required = true };
        var command = new Command("emit", "Write the messages of some hours to files, in delivery order.")
        {
            network, seed, origin, hours, directory, faults, surges,
        };
        command.SetAction(result =>
        {
            var system = new SimulatedSystem(
                CommandOptions.ReadNetwork(result, network),
                result.GetValue(seed),
                result.GetRequiredValue(origin),
                result.GetValue(faults),
                result.GetValue(surges));
            var count = Write(system, TimeSpan.FromHours(result.GetValue(hours)), result.GetRequiredValue(directory));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} messages written."));
            return 0;
        });
        return command;
    }

    private static long Write(SimulatedSystem system, TimeSpan duration, string directory)
    {
        Directory.CreateDirectory(directory);
        using var files = new FeedFiles(directory);
        var end = system.Origin + duration;
        var count = 0L;
        for (var at = system.Origin; at < end; at += TimeSpan.FromMinutes(15))
        {
            count += files.Write(system.AdvanceTo(at));
        }

        count += files.Write(system.AdvanceTo(end));
        return count + files.Write(system.Settle());
    }

    private sealed class FeedFiles(string directory) : IDisposable
    {
        private readonly Dictionary<string, StreamWriter> _open = new(StringComparer.Ordinal);

        public int Write(IReadOnlyList<OutgoingMessage> messages)
        {
            foreach (var message in messages)
            {
                File("messages.ndjson").Write(JsonSerializer.Serialize(
                    new
                    {
                        deliverAt = message.DeliverAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'",
                            CultureInfo.InvariantCulture),
                        feed = message.Feed,
                        protocol = message.IsHl7 ? "hl7" : "json",
                        messageId = message.MessageId,
                        payload = message.Payload,
                    },
                    s_json) + "\n");
                File(message.Feed + (message.IsHl7 ? ".hl7" : ".ndjson")).Write(message.Payload + "\n");
            }

            return messages.Count;
        }

        public void Dispose()
        {
            foreach (var file in _open.Values)
            {
                file.Dispose();
            }
        }

        private StreamWriter File(string name)
        {
            if (!_open.TryGetValue(name, out var file))
            {
                file = new StreamWriter(Path.Combine(directory, name), append: false);
                _open.Add(name, file);
            }

            return file;
        }
    }
}
