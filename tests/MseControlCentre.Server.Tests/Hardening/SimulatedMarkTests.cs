using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>A made-up day is never taken for the real one.</summary>
public sealed class SimulatedMarkTests
{
    private const string Mark = "<strong>SIMULATED</strong>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_OfASimulatedDay_AllSaySo_AndOthersDoNot(bool simulated)
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Speed = simulated ? 60 : null,
        });
        var pages = server.Application.Services.GetServices<PageLink>().Select(link => link.Path).ToList();

        foreach (var page in pages)
        {
            var html = await server.Http.GetStringAsync(new Uri(page, UriKind.Relative));
            Assert.True(html.Contains(Mark, StringComparison.Ordinal) == simulated, page);
        }

        Assert.True(pages.Count > 8, $"Only {pages.Count} pages.");
    }
}
