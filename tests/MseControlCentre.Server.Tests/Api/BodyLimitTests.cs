using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MseControlCentre.Feeds;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Api;

/// <summary>The bounds of one request at the door of events, at the real server.</summary>
public sealed class BodyLimitTests
{
    private static readonly FeedLimits s_limits = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_BodyLargerThanAllowed_IsRefusedWholeAndTheServerGoesOn(bool chunked)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await PostAsync(server, new byte[s_limits.MaxBodyBytes + 1], chunked);
        var reply = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var error = reply.GetProperty("error").GetString();
        Assert.Contains($"{s_limits.MaxBodyBytes} bytes", error, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Source != "control-centre");
        using var next = await PostAsync(server, Encoding.UTF8.GetBytes(Arrival(server, 0)), chunked);
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
    }

    [Fact]
    public async Task Events_MoreThanAllowedInOneBody_AreRefusedWhole()
    {
        await using var server = await RunningServer.StartAsync();
        var numbers = Enumerable.Range(0, s_limits.MaxItems + 1);
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', numbers.Select(number => Arrival(server, number))));

        using var answer = await PostAsync(server, lines, chunked: false, "application/x-ndjson");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Source == "eeast-cad");
    }

    private static string Arrival(RunningServer server, int number) => JsonSerializer.Serialize(new
    {
        source = "eeast-cad", messageId = $"m{number}", occurredAt = server.Now, site = "RAJ12",
        kind = "AmbulanceArrived", detail = new { conveyance = $"J{number}" },
    });

    private static async Task<HttpResponseMessage> PostAsync(
        RunningServer server, byte[] body, bool chunked, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/events");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.TransferEncodingChunked = chunked;
        return await server.Http.SendAsync(request);
    }
}
