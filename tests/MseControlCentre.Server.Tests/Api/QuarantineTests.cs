using System.Net;
using System.Net.Http.Json;
using System.Text;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Api;

/// <summary>A message from a sender that the network file does not know waits until the file is mended.</summary>
public sealed class QuarantineTests
{
    private const string Admission =
        "MSH|^~\\&|NEWPAS|RAJ12|SCC|QH8|{0}||ADT^A01|Q1|P|2.4\rEVN||{0}||||{0}\r"
        + "PID|||778899^^^RAJ12^PI||SAMPLE^PATIENT\rPV1||I|^AMU^01^RAJ12||||||||||||||||V5551\r";

    [Fact]
    public async Task Replay_AfterTheNetworkFileIsMended_TakesWhatWaited()
    {
        using var data = new TemporaryDirectory();
        var time = DateTime.UtcNow.AddMinutes(-5).ToString("yyyyMMddHHmmss+0000", System.Globalization.CultureInfo.InvariantCulture);
        await using (var server = await StartAsync(data, Repository.NetworkFile))
        {
            using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);
            var answer = await sender.SendAsync(string.Format(null, CompositeFormat.Parse(Admission), time));
            var waiting = await server.Http.GetFromJsonAsync<QuarantineList>("api/quarantine");
            var untouched = await ReplayAsync(server);

            Assert.Equal("AE", MllpSender.CodeOf(answer));
            Assert.Equal("MSH-3", Assert.Single(waiting!.Messages).Field);
            Assert.Equal(new QuarantineReplayed(0, 0, 0, 1), untouched);
        }

        var mended = Path.Combine(data.Path, "mended.json");
        var file = await File.ReadAllTextAsync(Repository.NetworkFile);
        await File.WriteAllTextAsync(mended, file.Replace("\"PAS\"", "\"*PAS\"", StringComparison.Ordinal));
        await using var after = await StartAsync(data, mended);
        var before = await OfFeedAsync(after);

        Assert.Equal(new QuarantineReplayed(1, 0, 0, 0), await ReplayAsync(after));
        Assert.Equal(before + 1, await OfFeedAsync(after));
        Assert.Equal(0, (await after.Http.GetFromJsonAsync<QuarantineList>("api/quarantine"))!.Waiting);
    }

    [Fact]
    public async Task List_WithMoreThanItShows_CountsThemAllAndShowsTheOldest()
    {
        await using var server = await RunningServer.StartAsync();
        var most = QuarantineEndpoints.MostListed;
        var unknown = Enumerable.Range(0, most + 1).Select(number => new { source = "nobody", messageId = $"m{number}" });

        using var answer = await server.Http.PostAsJsonAsync("api/events", unknown);
        var list = (await server.Http.GetFromJsonAsync<QuarantineList>("api/quarantine"))!;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((most + 1, most), (list.Waiting, list.Messages.Count));
    }

    private static Task<RunningServer> StartAsync(TemporaryDirectory data, string network) => RunningServer.StartAsync(
        options => options with { DataDirectory = Path.Combine(data.Path, "data"), NetworkFile = network });

    private static async Task<int> OfFeedAsync(RunningServer server) =>
        (await server.EntriesAsync()).Count(entry => entry.Event.Source == "basildon-pas");

    private static async Task<QuarantineReplayed> ReplayAsync(RunningServer server)
    {
        using var response = await server.Http.PostAsync("api/quarantine/replay", content: null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<QuarantineReplayed>())!;
    }
}
