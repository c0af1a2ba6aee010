using System.Net;
using System.Text.Json;
using MseControlCentre.Simulator.Commands;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>
/// Reads <c>GET /api/status</c>, of which it needs
/// <c>clock</c> (<c>now</c>, <c>speed</c>, <c>origin</c>) and of each of the <c>feeds</c> its <c>id</c> and
/// <c>lastOccurredAt</c>.
/// </summary>
public sealed class StatusReader
{
    private readonly HttpClient _http;

    /// <summary>Reads from the server that is the client's base address.</summary>
    public StatusReader(HttpClient http) => _http = http;

    /// <summary>Reads the status once.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached or refuses.</exception>
    /// <exception cref="JsonException">The answer is no status.</exception>
    /// <exception cref="CommandException">The server asks for another access key.</exception>
    public async Task<ServerStatus> ReadAsync(CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri("api/status", UriKind.Relative), cancellation);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new CommandException(
                $"The server asks for an access key ({(int)answer.StatusCode}): make one with its command 'access-key "
                + $"add' and set {BoardClient.KeyVariable} to it.");
        }

        await using var stream = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellation);
        using var document = await JsonDocument.ParseAsync(stream, default, cancellation);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The answer to /api/status lacks clock.now, clock.speed or feeds: "
                + error.Message, error);
        }
    }

    private static ServerStatus Read(JsonElement root)
    {
        var clock = root.GetProperty("clock");
        var feeds = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var feed in root.GetProperty("feeds").EnumerateArray())
        {
            feeds[feed.GetProperty("id").GetString() ?? ""] = Instant(feed, "lastOccurredAt");
        }

        return new ServerStatus(
            clock.GetProperty("now").GetDateTimeOffset(),
            clock.TryGetProperty("speed", out var speed) && speed.ValueKind == JsonValueKind.Number
                ? speed.GetDouble() : 1,
            Instant(clock, "origin"),
            feeds);
    }

    private static DateTimeOffset? Instant(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetDateTimeOffset() : null;
}
