using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>What the form of an action offers: a figure, and which way it should move.</summary>
public sealed class ActionChoicesTests
{
    [Theory]
    [InlineData("discharge.no-criteria-to-reside", AimDirection.Down)]
    [InlineData("discharge.today", AimDirection.Up)]
    [InlineData("ambulance.waiting", AimDirection.Down)]
    [InlineData("ambulance.longest-wait", AimDirection.Down)]
    [InlineData("beds.occupancy", AimDirection.Down)]
    [InlineData("beds.available", AimDirection.Up)]
    public async Task Aims_OfASite_MoveTheWayThatAnActionIsAgreedFor(string measure, AimDirection expected)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var picture = server.Application.Services.GetRequiredService<LiveState>().PictureAt(server.Now);

        var aim = ActionChoices.Aims(picture, server.Network, "RAJ12").Single(one => one.Id == "RAJ12:" + measure);

        Assert.Equal(expected, aim.Direction);
        Assert.EndsWith(expected is AimDirection.Up ? "should rise" : "should fall", aim.Words, StringComparison.Ordinal);
    }
}
