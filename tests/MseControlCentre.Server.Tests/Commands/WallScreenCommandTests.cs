using System.Globalization;
using System.Net;
using System.Text.Json;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Commands;

/// <summary>The screens of walls, for whoever sits at the server.</summary>
public sealed class WallScreenCommandTests
{
    [Fact]
    public async Task AddRenewRevoke_AreShownByListAndHoldAtTheServer()
    {
        await using var server = await RunningServer.StartAsync();
        using var screen = new Visitor(server);
        using var fresh = new Visitor(server);
        var made = await LinkAsync(server, "add", "North wall");
        (await screen.FillInAsync(made)).Dispose();
        var row = Assert.Single((await JsonAsync(server, "list")).EnumerateArray());
        var id = row.GetProperty("id").GetString()!;

        var renewed = await LinkAsync(server, "renew", id);
        using var meanwhile = await screen.GetAsync("wall");
        (await fresh.FillInAsync(renewed)).Dispose();
        using var replaced = await screen.GetAsync("wall");
        using var shown = await fresh.GetAsync("wall");
        await RunAsync(server, "revoke", id);
        using var lost = await fresh.GetAsync("wall");
        var words = await RunAsync(server, "list");

        Assert.Equal("shows the wall", row.GetProperty("state").GetString());
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.Redirect],
            [meanwhile.StatusCode, replaced.StatusCode, shown.StatusCode, lost.StatusCode]);
        Assert.Contains("revoked", words, StringComparison.Ordinal);
        Assert.Contains("North wall", words, StringComparison.Ordinal);
        Assert.DoesNotContain(renewed.Split('/')[^1], words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 to 80 characters", "add", " ")]
    [InlineData("wall-screen list", "renew", "00000000-0000-0000-0000-000000000001")]
    [InlineData("wall-screen list", "revoke", "00000000-0000-0000-0000-000000000001")]
    [InlineData("Cannot parse argument 'north'", "revoke", "north")]
    public async Task Mistakes_AreNamedWithTheirRemedy(string expected, params string[] arguments)
    {
        using var directory = new TemporaryDirectory();

        var (code, text) = await RunAsync(["wall-screen", .. arguments, "--data", directory.Path]);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(RunningServer server, params string[] arguments) =>
        (await JsonAsync(server, arguments)).GetProperty("path").GetString()![1..];

    private static async Task<JsonElement> JsonAsync(RunningServer server, params string[] arguments) =>
        JsonElement.Parse(await RunAsync(server, [.. arguments, "--json"]));

    private static async Task<string> RunAsync(RunningServer server, params string[] arguments)
    {
        var (code, text) = await RunAsync(["wall-screen", .. arguments, "--data", server.Data]);
        Assert.True(code == ExitCodes.Ok, text);
        return text;
    }

    private static async Task<(int Code, string Text)> RunAsync(string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }
}
