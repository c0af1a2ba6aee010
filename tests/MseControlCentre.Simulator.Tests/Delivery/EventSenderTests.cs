using System.Net;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Tests.Delivery;

public sealed class EventSenderTests
{
    [Fact]
    public async Task RunAsync_ServerHasNoRoomAtFirst_SendsTheSameBatchAgain()
    {
        using var server = new FakeServer(
            (HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.Accepted, """{"accepted":2}"""));

        var sender = await SendAsync(server, null, "one", "two");

        Assert.Equal(["one\ntwo\n", "one\ntwo\n"], server.Bodies);
        Assert.Equal((2L, 0L, 1L), (sender.Counts.Accepted, sender.Counts.Refused, sender.Counts.Retries));
    }

    [Fact]
    public async Task RunAsync_OneItemRejected_CountsItAndDoesNotSendItAgain()
    {
        using var server = new FakeServer((HttpStatusCode.MultiStatus,
            """{"items":[{"index":1,"outcome":"rejected","field":"detail.category","error":"C9"}]}"""));

        var sender = await SendAsync(server, null, "one", "two");

        Assert.Single(server.Bodies);
        Assert.Equal((1L, 1L), (sender.Counts.Accepted, sender.Counts.Refused));
    }

    [Fact]
    public async Task RunAsync_WholeBatchUnreadable_IsNotSentForEver()
    {
        using var server = new FakeServer((HttpStatusCode.BadRequest, "what?"));

        var sender = await SendAsync(server, null, "one");

        Assert.Equal((0L, 1L), (sender.Counts.Accepted, sender.Counts.Refused));
    }

    [Fact]
    public async Task RunAsync_FeedWithAKey_ShowsItWithEveryRequestAndKeepsWhatIsRefused()
    {
        using var server = new FakeServer(
            (HttpStatusCode.Unauthorized, ""), (HttpStatusCode.Accepted, """{"accepted":1}"""));

        var sender = await SendAsync(server, "msecc_key", "one");

        Assert.Equal(["Bearer msecc_key", "Bearer msecc_key"], server.Keys);
        Assert.Equal((1L, 0L, 1L), (sender.Counts.Accepted, sender.Counts.Refused, sender.Counts.Retries));
    }

    private static async Task<EventSender> SendAsync(FakeServer server, string? key, params string[] payloads)
    {
        using var http = new HttpClient(server, disposeHandler: false) { BaseAddress = new Uri("http://127.0.0.1/") };
        var sender = new EventSender(http, TimeProvider.System, _ => { }, key);
        foreach (var payload in payloads)
        {
            await sender.EnqueueAsync(
                new OutgoingMessage("cad", IsHl7: false, payload, Given.Origin, Given.Origin, payload),
                    CancellationToken.None);
        }

        sender.Complete();
        await sender.RunAsync(CancellationToken.None);
        return sender;
    }

    private sealed class FakeServer(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
    {
        private int _asked;

        public List<string> Bodies { get; } = [];

        public List<string?> Keys { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Keys.Add(request.Headers.Authorization?.ToString());
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            var (status, body) = answers[Math.Min(_asked++, answers.Length - 1)];
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        }
    }
}
