using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedKeys;

/// <summary>The commands of feed keys, and senders that show keys.</summary>
internal static class KeyedServer
{
    /// <summary>Runs a command on a data directory.</summary>
    public static async Task<(int Code, string Text)> RunAsync(string data, params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        string[] whole = arguments[1] is "list"
            ? [.. arguments, "--data", data]
            : [.. arguments, "--data", data, "--network", Repository.NetworkFile];
        return (await ServerCommands.RunAsync(whole, text, text), text.ToString());
    }

    /// <summary>Runs a command that prints JSON.</summary>
    public static async Task<JsonElement> JsonAsync(string data, params string[] arguments)
    {
        var (code, text) = await RunAsync(data, [.. arguments, "--json"]);
        Assert.True(code == ExitCodes.Ok, text);
        return JsonElement.Parse(text);
    }

    /// <summary>Makes a credential. Returns its name and its key.</summary>
    public static async Task<(string Id, string Key)> KeyAsync(string data, params string[] arguments)
    {
        var made = await JsonAsync(data, arguments);
        return (made.GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
    }

    /// <summary>Posts events, one a line.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this RunningServer server, string? key, IEnumerable<string> events, string path = "api/events",
        string type = "application/x-ndjson")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new StringContent(string.Join('\n', events), Encoding.UTF8, type);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await server.Http.SendAsync(request);
    }

    /// <summary>An ambulance's arrival.</summary>
    public static string Arrival(
        this RunningServer server, string id, string source = "eeast-cad", string site = "RAJ12") =>
        JsonSerializer.Serialize(new
        {
            source, messageId = id, occurredAt = server.Now, site,
            kind = "AmbulanceArrived", detail = new { conveyance = "J" + id },
        });

    /// <summary>A patient's arrival at an emergency department.</summary>
    public static string Attendance(this RunningServer server, string id, string source, string site) =>
        JsonSerializer.Serialize(new
        {
            source, messageId = id, occurredAt = server.Now, site,
            kind = "EdSeenForTreatment", detail = new { encounter = "E" + id },
        });
}
