using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Crashes;

/// <summary>
/// The server is killed twenty times while four senders send. What was acknowledged is there once, and the board is the
/// one of a server that was never killed.
/// </summary>
public sealed class KilledServerTests
{
    private const int Kills = 20;
    private const int Senders = 4;
    private const int VisitsOfASender = 1_500;

    [Fact]
    public async Task Kill_TwentyTimesUnderLoad_LosesNothingAcknowledgedAndAppliesNothingTwice()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var from = DateTimeOffset.UtcNow.AddHours(-3);
        var senders = Enumerable.Range(0, Senders)
            .Select(sender => new PersistentSender(AdmissionMessages.Of(sender, VisitsOfASender, from)))
            .ToList();
        using var killed = new TemporaryDirectory();
        using var undisturbed = new TemporaryDirectory();

        for (var kill = 0; kill < Kills; kill++)
        {
            // A share of all messages before each kill, so that every kill falls under load, at a random message.
            var share = senders.Sum(sender => sender.Total) / (Kills + 1);
            await SendUntilKilledAsync(killed.Path, senders, random.Next(1, share));
        }

        var hash = await SendToTheEndAsync(killed.Path, senders);

        // The same key gives the same pseudonyms: else the two states could not be compared.
        File.Copy(Path.Combine(killed.Path, "pseudonym.key"), Path.Combine(undisturbed.Path, "pseudonym.key"));
        var calm = senders.Select(sender => sender.Again()).ToList();
        var expected = await SendToTheEndAsync(undisturbed.Path, calm);

        Assert.True(hash == expected, $"Seed {seed}: the state differs from that of an undisturbed run.");
        await AssertEachIsThereOnceAsync(killed.Path, senders, seed);
        var (exitCode, output) = await ServerProcess.RunAsync("verify-journal", "--data", killed.Path);
        Assert.True(exitCode == 0, $"Seed {seed}: {output}");
    }

    private static async Task SendUntilKilledAsync(string data, List<PersistentSender> senders, int messages)
    {
        await using var server = await ServerProcess.StartAsync(data);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = messages;
        var sending = senders.ConvertAll(sender => sender.SendAsync(server.MllpPort, () =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                reached.SetResult();
            }
        }));
        await Task.WhenAny(reached.Task, Task.WhenAll(sending));
        await server.KillAsync();
        await Task.WhenAll(sending);
    }

    private static async Task<string> SendToTheEndAsync(string data, List<PersistentSender> senders)
    {
        await using var server = await ServerProcess.StartAsync(data);
        await Task.WhenAll(senders.Select(sender => sender.SendAsync(server.MllpPort, () => { })));
        Assert.All(senders, sender => Assert.True(sender.IsDone, "A sender could not send to the end."));
        using var http = await ServerProcess.ReaderAsync(server.Address, data);
        var status = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                status = await http.GetFromJsonAsync<JsonElement>("api/status");
                return status.GetProperty("applied").GetInt64() == status.GetProperty("sequence").GetInt64();
            },
            "everything in the journal to be in the state");
        return status.GetProperty("stateHash").GetString()!;
    }

    private static async Task AssertEachIsThereOnceAsync(string data, List<PersistentSender> senders, int seed)
    {
        await using var journal = await SqliteJournal.OpenReadOnlyAsync(
            Path.Combine(data, "journal.db"), CancellationToken.None);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
        {
            foreach (var entry in batch.Where(entry => entry.Event.Detail is EncounterEvent))
            {
                var controlId = entry.Event.MessageId.Split('@')[0];
                found[controlId] = found.GetValueOrDefault(controlId) + 1;
            }
        }

        var sent = senders.SelectMany(sender => sender.Messages).Select(AdmissionMessages.ControlId).ToList();
        Assert.Equal(sent.Count, found.Count);
        Assert.All(sent, id =>
        {
            var times = found.GetValueOrDefault(id);
            Assert.True(times == 1, $"Seed {seed}: {id} is there {times} times.");
        });
    }

    /// <summary>
    /// Sends its messages in order, each until it is acknowledged. After a broken connection it sends the unacknowledged
    /// one again, as a hospital's interface engine does.
    /// </summary>
    private sealed class PersistentSender(IReadOnlyList<string> messages)
    {
        private int _next;

        public IReadOnlyList<string> Messages => messages;

        public int Total => messages.Count;

        public bool IsDone => _next == messages.Count;

        public PersistentSender Again() => new(messages);

        public async Task SendAsync(int port, Action acknowledged)
        {
            try
            {
                using var connection = await MllpSender.ConnectAsync(port);
                while (!IsDone)
                {
                    var answer = await connection.SendAsync(messages[_next]);
                    Assert.Equal("AA", MllpSender.CodeOf(answer));
                    _next++;
                    acknowledged();
                }
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
                // The server was killed: the message that was not acknowledged is sent again next time.
            }
        }
    }
}
