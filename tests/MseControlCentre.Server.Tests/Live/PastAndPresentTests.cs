using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>
/// What the board showed, what is now known, and what the command line prints about the same instant.
/// </summary>
public sealed class PastAndPresentTests
{
    private const string Waiting = "RAJ12:ambulance.waiting";

    [Fact]
    public async Task Picture_OfThePast_LeavesOutALateEventThatIsKnownNow()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Arrival("in-time", server.Now));
        var at = server.Now;
        await server.TellAsync(Arrival("late", at.AddMinutes(-10)), Arrival("afterwards", server.Now));

        var shown = await server.GetAsync($"api/picture?at={Written(at)}");
        var known = await server.GetAsync($"api/picture?at={Written(at)}&known=latest");

        Assert.Equal(1, Value(shown, Waiting));
        Assert.Equal(2, Value(known, Waiting));
        Assert.Equal(3, Value(await server.GetAsync("api/picture"), Waiting));
    }

    [Fact]
    public async Task Picture_OfAnInstant_AnHourLater_IsTheOneThatWasPublishedThen()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 3600 });
        await server.TellBusyDayAsync();
        var published = await SettledPictureAsync(server);
        var at = published.GetProperty("at").GetDateTimeOffset();

        await server.TellAsync(Arrival("afterwards", server.Now), Arrival("late", at.AddMinutes(-30)));
        await Eventually.TrueAsync(() => server.Now >= at.AddHours(1), "an hour of the simulated day");
        var past = await server.GetAsync($"api/picture?at={Written(at)}");

        Assert.Equal(published.GetRawText(), past.GetRawText());
    }

    [Fact]
    public async Task Replay_UntilAnInstant_PrintsThePictureOfTheApiAndVerifyItsHash()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var at = server.Now;
        await server.TellAsync(Arrival("afterwards", server.Now));

        var past = await server.GetAsync($"api/picture?at={Written(at)}");
        var (replayed, printed) = await RunAsync("replay", "--data", server.Data, "--until", Written(at));
        var (verified, report) = await RunAsync("verify-journal", "--data", server.Data);
        await server.TellAsync();
        var status = await server.GetAsync("api/status");

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (replayed, verified));
        Assert.Equal(past.GetRawText(), JsonElement.Parse(printed).GetProperty("picture").GetRawText());

        // What the server does by itself meanwhile, such as to open the day's call, is an entry and none of the hash.
        Assert.Contains($": {status.GetProperty("stateHash").GetString()}", report, StringComparison.Ordinal);
    }

    /// <summary>A picture that knows every entry of its time: nothing was on its way when it was taken.</summary>
    private static async Task<JsonElement> SettledPictureAsync(RunningServer server)
    {
        while (true)
        {
            await server.TellAsync();
            var picture = await server.GetAsync("api/picture");
            var known = picture.GetProperty("sequence").GetInt64();
            if (!(await server.AllEntriesAsync()).Any(
                entry => entry.Sequence > known && entry.Event.Detail is not AccessRecorded))
            {
                return picture;
            }
        }
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }

    private static string Written(DateTimeOffset at) =>
        at.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private static double? Value(JsonElement picture, string id)
    {
        var value = picture.GetProperty("figures").EnumerateArray()
            .Single(figure => figure.GetProperty("id").GetString() == id).GetProperty("value");
        return value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;
    }

    private static FlowEvent Arrival(string identity, DateTimeOffset at) => new()
    {
        Source = "eeast-cad",
        MessageId = identity,
        OccurredAt = at,
        Site = "RAJ12",
        Detail = new AmbulanceArrived("c_" + identity),
    };
}
