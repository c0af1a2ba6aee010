using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MseControlCentre.Simulator.Commands;
using MseControlCentre.Simulator.Delivery;

namespace MseControlCentre.Simulator.Tests.Delivery;

public sealed class RunSessionTests
{
    [Fact]
    public async Task RunAsync_UntilAnInstant_DeliversEverythingThatIsDue()
    {
        using var server = new FakeControlCentre();

        await RunAsync(server, new() { Until = Given.Origin.AddMinutes(90) });

        var expected = Given.System(2, network: Given.SmallNetwork).AdvanceTo(Given.Origin.AddMinutes(90));
        Assert.Equal(expected.Select(m => m.Payload.Trim()).Order(StringComparer.Ordinal),
            server.Received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ServerKnowsMostOfTheDay_PassesOverWhatIsLongTold()
    {
        using var server = new FakeControlCentre { LastOccurredAt = Given.Origin.AddHours(5) };

        await RunAsync(server, new() { Until = Given.Origin.AddHours(6) });

        var expected = Given.System(2, network: Given.SmallNetwork).AdvanceTo(Given.Origin.AddHours(6))
            .Where(message => message.DeliverAt >= Given.Origin.AddHours(4));
        Assert.Equal(expected.Select(m => m.Payload.Trim()).Order(StringComparer.Ordinal),
            server.Received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_MissingFeedAndNoCensus_LeavesThemOut()
    {
        using var server = new FakeControlCentre();

        await RunAsync(server, new()
        {
            Until = Given.Origin.AddHours(4), Missing = [new MissingFeed("cad", null, null)], NoCensus = true,
        });

        Assert.NotEmpty(server.Received);
        Assert.DoesNotContain(server.Received, message => message.Contains("\"cad\"", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Received,
            message => message.Contains("VirtualWardAdmitted", StringComparison.Ordinal)
            && message.Contains("2026-11-21", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Restarts_SendsTheLastHourAgain()
    {
        using var server = new FakeControlCentre();

        await RunAsync(server, new() { Until = Given.Origin.AddHours(6), Restarts = true });

        var distinct = server.Received.Distinct(StringComparer.Ordinal).Count();
        Assert.True(server.Received.Count > distinct, "Some messages came twice.");
        Assert.Equal(Given.System(2, network: Given.SmallNetwork).AdvanceTo(Given.Origin.AddHours(6)).Count, distinct);
    }

    [Fact]
    public async Task RunAsync_ServerOnRealTime_SaysSo()
    {
        using var server = new FakeControlCentre { IsSimulated = false };

        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync(server, new()));

        Assert.Contains("--speed", error.Message, StringComparison.Ordinal);
    }

    private static async Task RunAsync(FakeControlCentre server, Wishes wishes)
    {
        using var http = new HttpClient(server, disposeHandler: false) { BaseAddress = new Uri("http://127.0.0.1/") };
        var options = new RunOptions
        {
            Server = http.BaseAddress,
            MllpHost = "127.0.0.1",
            MllpPort = server.Port,
            Network = Given.SmallNetwork,
            Seed = 2,
            Until = wishes.Until,
            Missing = wishes.Missing,
            NoCensus = wishes.NoCensus,
            Restarts = wishes.Restarts,
        };
        await using var session = new RunSession(options, TimeProvider.System, http, _ => { });
        await session.RunAsync(CancellationToken.None);
    }

    private sealed record Wishes
    {
        public DateTimeOffset? Until { get; init; }

        public IReadOnlyList<MissingFeed> Missing { get; init; } = [];

        public bool NoCensus { get; init; }

        public bool Restarts { get; init; }
    }

    /// <summary>A control centre whose day is over: it says so, takes everything and acknowledges it.</summary>
    private sealed class FakeControlCentre : HttpMessageHandler
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public FakeControlCentre()
        {
            _listener.Start();
            Accepting = AcceptAsync();
        }

        public bool IsSimulated { get; init; } = true;

        public DateTimeOffset? LastOccurredAt { get; init; }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public ConcurrentQueue<string> Received { get; } = new();

        private Task Accepting { get; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Status()) };
            }

            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Received.Enqueue(line);
            }

            return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent("{}") };
        }

        protected override void Dispose(bool disposing)
        {
            _listener.Dispose();
            base.Dispose(disposing);
        }

        private string Status()
        {
            // A clock between two seconds, as a real one is.
            var now = Given.Origin.AddDays(1).AddMilliseconds(437);
            var last = LastOccurredAt is { } at ? $"\"{at:O}\"" : "null";
            var origin = IsSimulated ? $"\"{Given.Origin:O}\"" : "null";
            var feeds = string.Join(',',
                Given.SmallNetwork.Feeds.Select(feed => $$"""{"id":"{{feed.Id}}","lastOccurredAt":{{last}}}"""));
            return $$"""{"clock":{"now":"{{now:O}}","speed":60,"origin":{{origin}}},"feeds":[{{feeds}}]}""";
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task AnswerAsync(TcpClient client)
        {
            using var connection = client;
            var stream = client.GetStream();
            var frame = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one) == 1)
            {
                frame.Add(one[0]);
                if (one[0] == 0x0D && frame.Count > 2 && frame[^2] == 0x1C)
                {
                    var message = Encoding.UTF8.GetString([.. frame], 1, frame.Count - 3);
                    Received.Enqueue(message.Trim());
                    frame.Clear();
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"\u000BMSA|AA|{message.Split('|')[9]}\r\u001C\r"));
                }
            }
        }
    }
}
