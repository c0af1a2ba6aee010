using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Lists;

public sealed class VirtualWardsPageTests
{
    [Fact]
    public async Task Page_SaysWhereThereIsRoomFirst()
    {
        await using var server = await FullAsync();

        var page = await ShownPage.OpenAsync(server, "virtual-wards");

        Assert.Contains("virtual-ward places are free, most on", page.Words, StringComparison.Ordinal);
        foreach (var ward in server.Network.VirtualWards)
        {
            Assert.Contains($"data-figure=\"{ward.Code}:virtual-ward.available\"", page.Html, StringComparison.Ordinal);
        }

        foreach (var site in server.Network.Sites)
        {
            Assert.Contains($"data-figure=\"{site.Code}:virtual-ward.could-move\"", page.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("s_0", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilteredByRoom_HoldsThoseAndItsFileTheSame()
    {
        await using var server = await FullAsync();
        var full = server.Network.VirtualWards[0];
        await server.TellAsync(Declared(server, new VirtualWardCapacityDeclared(full.Code, 1)));

        var withRoom = await ShownPage.OpenAsync(server, "virtual-wards?room=free&sort=-free");
        var without = await ShownPage.OpenAsync(server, "virtual-wards?room=full");
        var file = await server.Http.GetStringAsync(new Uri("virtual-wards.csv?room=full", UriKind.Relative));

        Assert.Equal(server.Network.VirtualWards.Count - 1, withRoom.Rows.Count);
        var row = Assert.Single(without.Rows);
        Assert.Equal(full.Name, row[0]);
        Assert.Contains("Full: " + full.Name, without.Words, StringComparison.Ordinal);
        Assert.Equal(
            string.Join('|', row.Select(ShownPage.AsWritten)),
            file.Split("\r\n")[1].Replace(',', '|').Replace("\"", "", StringComparison.Ordinal));
        Assert.StartsWith("-", file.Split("\r\n")[1].Split(',')[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAnythingIsTold_SaysThatNothingIsKnown()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await ShownPage.OpenAsync(server, "virtual-wards?room=full");

        Assert.Contains("Nothing has been told yet", page.Words, StringComparison.Ordinal);
    }

    private static async Task<RunningServer> FullAsync()
    {
        var server = await RunningServer.StartAsync();
        foreach (var batch in new FullSystem(server.Network, server.Now).Events().Chunk(2000))
        {
            await server.TellAsync(batch);
        }

        return server;
    }

    private static FlowEvent Declared(RunningServer server, Declaration declaration) => new()
    {
        Source = "virtual-wards",
        MessageId = "declared",
        OccurredAt = server.Now,
        Site = server.Network.Code,
        Detail = declaration,
    };
}
