using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using Xunit.Abstractions;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>What messages of a busy day open by themselves on the shipped network, and how soon the wall shows it.</summary>
public sealed class EveryKindOpensTests(ITestOutputHelper output)
{
    private const int Raises = 7;

    private static readonly DateTimeOffset s_afternoon = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task BusyDay_OpensEveryKindByItself_OnceForEachPlace()
    {
        var clock = new ShiftedClock();
        clock.PutForward(s_afternoon - clock.GetUtcNow());
        await using var server = await RunningServer.StartAsync(preconfigure: clock.Of);
        var state = server.Application.Services.GetRequiredService<LiveState>();

        await server.TellBusyDayAsync();
        await server.TellAsync(Declarations(server));
        await Eventually.TrueAsync(
            () => Task.FromResult(Kinds(state).Length >= 7), () => $"seven kinds; there are {string.Join(", ", Kinds(state))}");
        clock.PutForward(TimeSpan.FromMinutes(31));
        await Eventually.TrueAsync(() => Kinds(state).Contains(EscalationKind.FeedSilent), "a silent feed");

        Assert.Equal(Enum.GetValues<EscalationKind>().Where(kind => kind is not EscalationKind.Other), Kinds(state));
        var open = state.Escalations();
        Assert.All(open, one => Assert.Null(one.Raised.By));
        Assert.Equal(open.Count, open.DistinctBy(one => (one.Kind, one.Scope)).Count());
        Assert.Contains(open, one => one.Raised.Headline == "Basildon: 5 ambulances over 30 min, longest 72 min");
        Assert.Contains(open, one => one.Raised.Headline == "Basildon: 30 shifts not filled");
        foreach (var one in open)
        {
            output.WriteLine($"{one.Kind} {one.Scope} {one.Level}: {one.Raised.Headline}");
        }
    }

    [Fact]
    public async Task Raised_IsInAFrameOfTheWallWithinASecondOfTheForm()
    {
        await using var server = await RunningServer.StartAsync();
        await using var wall = await HubClient.ConnectAsync(server.Application.HttpAddress);
        using var browser = Browser(server);
        await wall.CallAsync("WatchPage", "wall");
        await wall.NextAsync("page");
        var times = new List<TimeSpan>();
        for (var number = 1; number <= Raises; number++)
        {
            // Measured from before the form is fetched and sent: more than the person who presses waits for.
            var watch = Stopwatch.StartNew();
            using var answer = await Accounts.FilledForm.SendAsync(
                browser, "escalations/raise", "escalations/raise", ("site", Basildon), ("kind", "Other"),
                ("about", $"Lift {number} is out of use"), ("reason", "Nobody can be moved"));
            await wall.NextAsync(
                "page", frame => frame.GetRawText().Contains("escalated-RAJ12", StringComparison.Ordinal));
            times.Add(watch.Elapsed);
        }

        output.WriteLine($"From the form to the frame: {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:N0} ms"))}");
        Assert.InRange(times.Order().ElementAt(Raises / 2), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private static EscalationKind[] Kinds(LiveState state) =>
        [.. state.Escalations().Select(one => one.Kind).Distinct().Order()];

    private static IReadOnlyList<FlowEvent> Declarations(RunningServer server)
    {
        var ward = server.Network.Sites.Single(site => site.Code == Basildon).Wards.First(one => one.IsGeneralAndAcute);
        var virtualWard = server.Network.VirtualWards[0];
        return
        [
            Declared(server, Basildon, new StaffingDeclared("nurses", 60, 30)),
            Declared(server, Basildon, new WardCapacityDeclared(ward.Code, ward.CoreBeds - 8, 0, 8, "flood")),
            .. Enumerable.Range(0, virtualWard.Capacity).Select(number => Declared(
                server, server.Network.Code, new VirtualWardAdmitted($"s_more{number}", virtualWard.Code), "virtual-wards")),
            .. Enumerable.Range(0, 3).Select(number => Declared(
                server, server.Network.Code,
                new VirtualWardReferred($"s_waits{number}", virtualWard.Code, VirtualWardRoute.StepUp), "virtual-wards")),
        ];
    }

    private static FlowEvent Declared(
        RunningServer server, string site, EventDetail detail, string source = "sitreps") => new()
    {
        Source = source,
        MessageId = Guid.NewGuid().ToString("N"),
        OccurredAt = server.Now.AddMinutes(-1),
        Site = site,
        Detail = detail,
    };
}
