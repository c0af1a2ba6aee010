using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>
/// A new version of the network file counts from its adoption on; a picture of before keeps the map of its day.
/// </summary>
public sealed class NetworkVersionTests : IDisposable
{
    private const string NextVersion = "next";

    private readonly TemporaryDirectory _data = new();
    private readonly Admissions _pas = new();

    [Fact]
    public async Task Restart_WithANewNetworkFile_AdoptsItAndKeepsTheOldMapForOldPictures()
    {
        DateTimeOffset before;
        await using (var first = await StartAsync(Repository.NetworkFile))
        {
            await AdmitAsync(first);
            before = first.Now;
            var picture = await first.GetAsync("api/picture");
            Assert.Equal("Basildon", SiteName(picture));
            Assert.Equal(1, Value(picture, "RAJ12:beds.unmapped"));
            Assert.Null(Value(picture, "RAJ12/NEWWARD:beds.occupied"));
        }

        var file = await NextVersionAsync();
        await using var second = await StartAsync(file);
        await AdmitAsync(second);
        var now = await second.GetAsync("api/picture");
        var then = await second.GetAsync($"api/picture?at={before:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
        var adoptions = (await second.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<NetworkAdopted>();

        Assert.Equal(NextVersion, adoptions.Last().Version);
        Assert.Equal(2, adoptions.Count());
        Assert.Equal("Basildon renamed", SiteName(now));
        Assert.Equal(1, Value(now, "RAJ12/NEWWARD:beds.occupied"));
        Assert.Equal(1, Value(now, "RAJ12:beds.unmapped"));
        Assert.Equal("Basildon", SiteName(then));
        Assert.Equal(1, Value(then, "RAJ12:beds.unmapped"));
        Assert.Null(Value(then, "RAJ12/NEWWARD:beds.occupied"));
    }

    [Fact]
    public async Task Restart_WithTheSameNetworkFile_AdoptsNothing()
    {
        await using (var first = await StartAsync(Repository.NetworkFile))
        {
            Assert.Single(await AdoptionsAsync(first));
        }

        await using var second = await StartAsync(Repository.NetworkFile);

        Assert.Single(await AdoptionsAsync(second));
    }

    public void Dispose() => _data.Dispose();

    private static async Task<IReadOnlyList<NetworkAdopted>> AdoptionsAsync(RunningServer server) =>
        [.. (await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<NetworkAdopted>()];

    private async Task AdmitAsync(RunningServer server)
    {
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);
        await _pas.SendAsync(server, sender, "NEWWARD");
        await server.TellAsync();
    }

    private static string? SiteName(JsonElement picture) => picture.GetProperty("sites").EnumerateArray()
        .Single(site => site.GetProperty("code").GetString() == "RAJ12").GetProperty("name").GetString();

    private static double? Value(JsonElement picture, string id) => picture.GetProperty("figures").EnumerateArray()
        .Where(figure => figure.GetProperty("id").GetString() == id)
        .Select(figure => figure.GetProperty("value"))
        .Select(value => value.ValueKind is JsonValueKind.Number ? value.GetDouble() : (double?)null)
        .SingleOrDefault();

    private Task<RunningServer> StartAsync(string network) => RunningServer.StartAsync(
        options => options with { DataDirectory = Path.Combine(_data.Path, "data"), NetworkFile = network });

    private async Task<string> NextVersionAsync()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Repository.NetworkFile))!;
        file["version"] = NextVersion;
        var site = file["sites"]!.AsArray().Single(site => (string?)site!["code"] == "RAJ12")!;
        site["name"] = "Basildon renamed";
        var wards = site["wards"]!.AsArray();
        var added = wards.First(ward => (string?)ward!["type"] == "GeneralAndAcute")!.DeepClone();
        added["code"] = "NEWWARD";
        added["name"] = "New ward";
        added["locations"] = JsonNode.Parse("""[{ "room": "NEWWARD", "facility": "RAJ12" }]""");
        wards.Add(added);
        var path = Path.Combine(_data.Path, "next.json");
        await File.WriteAllTextAsync(path, file.ToJsonString());
        return path;
    }
}
