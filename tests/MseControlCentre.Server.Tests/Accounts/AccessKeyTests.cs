using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>A program that reads shows its key: for what it is given, until it is taken back.</summary>
public sealed class AccessKeyTests
{
    [Fact]
    public async Task Key_LetsItsProgramReadWhatItsRoleMay()
    {
        await using var server = await RunningServer.StartAsync();
        var key = await MakeAsync(server, Role.Observer);
        var mistyped = key[..^1] + (key[^1] is 'A' ? 'B' : 'A');

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "api/status", key));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "api/picture", key));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, "sites/RAJ12", key));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "api/status", mistyped));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "api/status", "msera_"));
    }

    [Fact]
    public async Task Picture_HoldsAmbulancesForWhoMaySeePatientsOnly()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var observed = await PictureAsync(server, await MakeAsync(server, Role.Observer));
        var managed = await PictureAsync(server, await MakeAsync(server, Role.SiteManager, "RAJ12"));

        Assert.All(HandoversOf(observed), one => Assert.Equal(JsonValueKind.Null, one.Rows.ValueKind));
        Assert.All(HandoversOf(managed), one => Assert.Equal(
            one.Site is "RAJ12" ? JsonValueKind.Array : JsonValueKind.Null, one.Rows.ValueKind));
        Assert.NotEqual(0, HandoversOf(managed).Single(one => one.Site is "RAJ12").Rows.GetArrayLength());
    }

    [Fact]
    public async Task Key_ThatIsTakenBack_IsRefusedFromTheNextRequestOn()
    {
        await using var server = await RunningServer.StartAsync();
        var key = await MakeAsync(server, Role.Observer);
        await using var scope = server.Application.Services.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<AccessKeysService>();

        Assert.True(await keys.RevokeAsync((await keys.AllAsync(default))[0].Id, default));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "api/status", key));
    }

    [Fact]
    public async Task Command_MakesAKeyBesideARunningServer_KeepsOnlyItsHash_AndReplacesTheEarlier()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await CommandAsync(server, "add", "Board report", "--json");
        var second = await CommandAsync(server, "add", "Board report", "--replace", "--json");
        var keys = new[] { first, second }
            .Select(text => JsonDocument.Parse(text).RootElement.GetProperty("key").GetString()!).ToArray();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "api/status", keys[0]));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "api/status", keys[1]));
        Assert.DoesNotContain(keys[1], await CommandAsync(server, "list"), StringComparison.Ordinal);
        await server.Application.Services.GetRequiredService<AuditInbox>().TakeAsync();
        foreach (var file in Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .ToList())
        {
            Assert.DoesNotContain(
                keys[1], await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--role", "Feed", "feed-key add")]
    [InlineData("--site", "RAJ99", "RAJ12")]
    [InlineData("--organisation", "nobody", "essex-council")]
    [InlineData("--days", "0", "1 to 400")]
    public async Task Command_ThatCannotBeDone_SaysWhatWasExpected(string option, string value, string expected)
    {
        using var data = new TemporaryDirectory();
        using var errors = new StringWriter();

        var exit = await ServerCommands.RunAsync(
            ["access-key", "add", "Report", option, value, "--data", data.Path, "--network", Repository.NetworkFile],
            TextWriter.Null,
            errors);

        Assert.Equal(2, exit);
        Assert.Contains(expected, errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(RunningServer server, Role role, params string[] sites)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var (_, key) = await scope.ServiceProvider.GetRequiredService<AccessKeysService>().MakeAsync(
            new Actor("", "Report", new HashSet<Role> { role }, sites.ToHashSet(StringComparer.Ordinal)),
            TimeSpan.FromDays(1),
            replaces: false,
            "test",
            default);
        return key;
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningServer server, string address, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Application.HttpAddress, address));
        request.Headers.Add(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await server.Http.SendAsync(request);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningServer server, string address, string key)
    {
        using var answer = await SendAsync(server, address, key);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> PictureAsync(RunningServer server, string key)
    {
        using var answer = await SendAsync(server, "api/picture", key);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static List<(string Site, JsonElement Rows)> HandoversOf(JsonElement picture) =>
    [
        .. picture.GetProperty("sites").EnumerateArray()
            .Select(site => (site.GetProperty("code").GetString()!, site.GetProperty("handovers"))),
    ];

    private static async Task<string> CommandAsync(RunningServer server, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] where = arguments[0] is "list"
            ? ["--data", server.Data]
            : ["--data", server.Data, "--network", Repository.NetworkFile];
        Assert.Equal(0, await ServerCommands.RunAsync(["access-key", .. arguments, .. where], output, errors));
        return output.ToString();
    }
}
