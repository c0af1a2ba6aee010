using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Sites;

/// <summary>The live board of a site: its own patients, no wall's; small frames.</summary>
public sealed class SiteBoardTests
{
    // The reference of a pseudonym is its end.
    private const string Reference = "quagga";

    [Fact]
    public async Task Patients_AreOnTheBoardOfTheirSite_AndOnNoOther()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(
            Told("basildon-ed", new EdAttendanceRegistered("v_" + Reference, Place: new Place("EDM")), server.Now),
            Told("basildon-pas", new PatientAdmitted("v_delayed-" + Reference, new Place("AMU", "1")), server.Now),
            Told("care-transfer-hub", new CriteriaToResideAssessed("v_delayed-" + Reference, Met: false), server.Now));

        Assert.Contains($"e-{Reference}", await WholeAsync(server, "site:RAJ12"), StringComparison.Ordinal);
        Assert.Contains($"d-{Reference}", await WholeAsync(server, "site:RAJ12:fewest-free"), StringComparison.Ordinal);
        foreach (var other in (string[])["wall", "shell", "site:RAJ32", "site:RAJ01"])
        {
            Assert.DoesNotContain(Reference, await WholeAsync(server, other), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Arrival_InAFullDepartment_SendsItsPartAndNotTheList()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", "site:RAJ12");
        var whole = await viewer.NextAsync("page");

        await server.TellAsync(
            Told("basildon-ed", new EdAttendanceRegistered("v_" + Reference, Place: new Place("EDM")), server.Now));
        var frame = await viewer.NextAsync("page", Shows);

        Assert.DoesNotContain(Names(frame), name => name.StartsWith("department-standard-", StringComparison.Ordinal));
        Assert.DoesNotContain(Names(frame), name => name.StartsWith("department-long-", StringComparison.Ordinal));
        Assert.DoesNotContain(Names(frame), name => name.StartsWith("wards-", StringComparison.Ordinal));
        Assert.InRange(BytesOf(frame), 1, BytesOf(whole) / 4);
    }

    [Fact]
    public async Task Board_ThatShowsTheSameAgain_SendsNothing()
    {
        await using var server = await RunningServer.StartAsync();
        var told = server.Now;
        await server.TellBusyDayAsync();
        var services = server.Application.Services;
        var sites = services.GetRequiredService<SitesService>();
        var picture = services.GetRequiredService<PictureFeed>().Current!.Picture;
        var renderer = services.GetRequiredService<FragmentRenderer>();

        // Everything of the busy day happened whole minutes before it was told: nobody passes a limit in between.
        var first = await PartsAsync(told.AddSeconds(20));
        var again = await PartsAsync(told.AddSeconds(40));

        var changed = first.Zip(again).Where(pair => !pair.First.SameAs(pair.Second));
        Assert.Empty(changed.Select(pair => pair.First.Key));

        Task<IReadOnlyList<BoardPart>> PartsAsync(DateTimeOffset at) => renderer.RenderAsync(
            SiteFragments.Of(sites.ViewOf("RAJ12", picture with { At = at }, fewestFreeFirst: false)!, now: null));
    }

    private static bool Shows(JsonElement frame) =>
        frame.GetRawText().Contains($"e-{Reference}", StringComparison.Ordinal);

    private static IEnumerable<string> Names(JsonElement frame) =>
        frame.GetProperty("fragments").EnumerateArray().Select(part => part.GetProperty("name").GetString()!);

    private static int BytesOf(JsonElement frame) => Encoding.UTF8.GetByteCount(frame.GetRawText());

    private static async Task<string> WholeAsync(RunningServer server, string page)
    {
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", page);
        return (await viewer.NextAsync("page")).GetRawText();
    }

    private static FlowEvent Told(string source, EncounterEvent detail, DateTimeOffset at) => new()
    {
        Source = source,
        MessageId = $"{detail.Encounter}/{detail.GetType().Name}",
        OccurredAt = at,
        Site = "RAJ12",
        Detail = detail,
    };
}
