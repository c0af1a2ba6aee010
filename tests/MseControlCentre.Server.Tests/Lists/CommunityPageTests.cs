using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Lists;

public sealed class CommunityPageTests
{
    [Fact]
    public async Task Page_OfCurrentExpiredAndMissingDeclarations_SaysWhichIsWhich()
    {
        await using var server = await RunningServer.StartAsync();
        await DeclareAsync(server);

        var page = await ShownPage.OpenAsync(server, "community?sort=unit");

        Assert.Contains(
            "4 community beds and places are free in 1 of 6 units. 1 declaration has expired and 4 units have never "
            + "declared: ask them.",
            page.Words,
            StringComparison.Ordinal);
        Assert.Equal(page.Rows.Select(row => row[0]).Order(StringComparer.OrdinalIgnoreCase), page.Rows.Select(row => row[0]));
        var current = page.Rows.Single(row => row[0] == "Community ward 1");
        Assert.Equal("4", current[3]);
        Assert.Equal("bed bureau", current[8]);
        Assert.StartsWith("expired ", page.Rows.Single(row => row[0] == "Community ward 2")[6], StringComparison.Ordinal);
        Assert.Equal("never declared", page.Rows.Single(row => row[0] == "Community ward 3")[6]);
        Assert.Contains("/sitreps/community-capacity?unit=CW-1", page.Links);
    }

    [Theory]
    [InlineData("state=expired", 1)]
    [InlineData("state=never", 4)]
    [InlineData("room=free", 1)]
    [InlineData("room=unknown", 5)]
    [InlineData("provider=R1L", 2)]
    [InlineData("pathway=1", 1)]
    public async Task List_Filtered_HoldsThoseAndItsFileTheSame(string choice, int units)
    {
        await using var server = await RunningServer.StartAsync();
        await DeclareAsync(server);

        var page = await ShownPage.OpenAsync(server, "community?" + choice);
        var file = await server.Http.GetStringAsync(new Uri("community.csv?" + choice, UriKind.Relative));

        Assert.Equal(units, page.Rows.Count);
        Assert.Equal(
            page.Rows.Select(row => row[0]),
            file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0]));
        Assert.DoesNotContain("Renew", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_ThatWasDeclared_StandsWithWhoAndWhenAndTheOthersSayNobodyDid()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Declared(
            server, "ic24", new Nhs111DemandDeclared(200, 150, 8, 20, server.Now.AddHours(2), "duty manager")));

        var page = await ShownPage.OpenAsync(server, "community");

        Assert.Contains("by duty manager", page.Words, StringComparison.Ordinal);
        Assert.Contains("IC24 (NHS 111 and out of hours)", page.Words, StringComparison.Ordinal);
        Assert.Equal(3, page.Words.Split("Nobody has declared it").Length - 1);
    }

    [Fact]
    public async Task Form_OfAUnit_HasItChosen()
    {
        await using var server = await RunningServer.StartAsync();

        var html = await server.Http.GetStringAsync(
            new Uri("sitreps/community-capacity?unit=CW-1&capacity=99", UriKind.Relative));

        Assert.Contains("value=\"CW-1\" selected", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"99\"", html, StringComparison.Ordinal);
    }

    private static Task DeclareAsync(RunningServer server) => server.TellAsync(
        Declared(server, "R1L", new CommunityCapacityDeclared("CW-1", 24, 20, server.Now.AddHours(3), "bed bureau")),
        Declared(server, "R1L", new CommunityCapacityDeclared("CW-2", 26, 25, server.Now.AddMinutes(-3), "bed bureau")));

    private static FlowEvent Declared(RunningServer server, string site, Declaration declaration) => new()
    {
        Source = "community",
        MessageId = declaration.Subject,
        OccurredAt = server.Now.AddMinutes(-30),
        Site = site,
        Detail = declaration,
    };
}
