using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Figures;

/// <summary>The parts of the figure drawer, as its script asks for them.</summary>
public sealed class FigureDrawerTests(SharedBusyServer busy) : IClassFixture<SharedBusyServer>
{
    [Theory]
    [InlineData("figures/RAJ12:ambulance.waiting")]
    [InlineData("figures/RAJ12/AMU:beds.open")]
    [InlineData("figures/QH8:virtual-ward.occupancy")]
    public async Task Drawer_OfAFigure_SaysWhatItIsAndLeadsToItsPage(string address)
    {
        var server = busy.Running;

        var drawer = await server.Http.GetStringAsync(new Uri(address + "/drawer", UriKind.Relative));

        Assert.DoesNotContain("<html", drawer, StringComparison.Ordinal);
        Assert.Contains("id=\"drawer-title\"", drawer, StringComparison.Ordinal);
        Assert.Contains("Source of the definition", drawer, StringComparison.Ordinal);
        Assert.Contains($"data-drawer-chart=\"/{address}/chart\"", drawer, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{address}\"", drawer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_OfAmbulancesWaiting_SaysValueCountedAndFeed()
    {
        var server = busy.Running;

        var drawer = await server.Http.GetStringAsync(new Uri("figures/RAJ12:ambulance.waiting/drawer", UriKind.Relative));

        Assert.Contains("<span class=\"value\">7</span>", drawer, StringComparison.Ordinal);
        Assert.Contains("<dd>7</dd>", drawer, StringComparison.Ordinal);
        Assert.Contains("East of England Ambulance Service dispatch", drawer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_OfAFigureThatIsNotKnown_SaysWhatItLacks()
    {
        await using var server = await RunningServer.StartAsync();

        var drawer = WebUtility.HtmlDecode(
            await server.Http.GetStringAsync(new Uri("figures/RAJ12:ambulance.waiting/drawer", UriKind.Relative)));

        Assert.Contains("<span class=\"value\">–</span>", drawer, StringComparison.Ordinal);
        Assert.Contains("has never been heard", drawer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures/RAJ12:no-such-measure/drawer")]
    [InlineData("figures/RAJ12:no-such-measure/chart")]
    [InlineData("figures/RAJ12/NOWHERE:beds.open/drawer")]
    public async Task Drawer_OfNoFigure_IsNotFound(string address)
    {
        var server = busy.Running;

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Chart_WithoutTheWeekBefore_SaysThatItIsBeingRead()
    {
        var server = busy.Running;

        var at = new Uri("figures/RAJ12:ambulance.waiting/chart", UriKind.Relative);
        var first = await server.Http.GetStringAsync(new Uri(at + "?week=later", UriKind.Relative));
        var whole = await server.Http.GetStringAsync(at);

        Assert.Contains("Reading the journal of last week", first, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"compact\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("does not reach back", first, StringComparison.Ordinal);
        Assert.Contains("does not reach back to the same time last week", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastDay_WhenTheTrailCoversIt_IsNotReadFromTheJournal()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var picture = server.Application.Services.GetRequiredService<PictureFeed>().Current!.Picture;
        var trail = server.Application.Services.GetRequiredService<FigureTrail>();
        var histories = server.Application.Services.GetRequiredService<FigureHistories>();
        var newest = FigureTrail.StepOf(picture.At);
        for (var step = newest - FigureTrail.Reach; step <= newest; step += FigureTrail.Step)
        {
            trail.Take(step, picture);
        }

        var figure = picture.Find("RAJ12:ambulance.waiting")!;
        var passes = histories.Passes;
        var provenance = server.Application.Services.GetRequiredService<FigureProvenance>();
        var history = await provenance.LastDayAsync(figure, withWeekEarlier: false, CancellationToken.None);
        var ofWard = await provenance.LastDayAsync(
            picture.Find("RAJ12/AMU:beds.open")!, withWeekEarlier: false, CancellationToken.None);

        Assert.Equal(96, history.Points.Count);

        // The step of now was taken when the server started, before anything was told.
        Assert.Equal(new HistoryPoint(7, FigureQuality.Live), history.Points[^2]);
        Assert.Null(history.WeekEarlier);
        Assert.False(history.IsWeekEarlierRead);

        // The trail keeps no single wards: only theirs is read from the journal.
        Assert.Equal(passes + 1, histories.Passes);
        Assert.Equal(97, ofWard.Points.Count);
    }

    [Theory]
    [InlineData("", "The last 24 hours")]
    [InlineData("?hours=72", "The last 72 hours")]
    [InlineData("?hours=168", "The last 7 days")]
    [InlineData("?hours=5", "The last 24 hours")]
    public async Task Page_AskedForASpan_ShowsIt(string query, string title)
    {
        var server = busy.Running;

        var page = await server.Http.GetStringAsync(new Uri("figures/RAJ12:ambulance.waiting" + query, UriKind.Relative));

        Assert.Contains($"<h2 id=\"history\">{title}</h2>", page, StringComparison.Ordinal);
        Assert.Contains("data-explore=\"{", page, StringComparison.Ordinal);
    }
}
