using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Commands;

/// <summary>The accounts of people, for whoever sits at the server and is locked out.</summary>
public sealed class AccountCommandTests
{
    [Fact]
    public async Task Invite_MakesALinkThatMakesAnAccount_BesideARunningServer()
    {
        await using var server = await RunningServer.StartAsync();
        var link = (await JsonAsync(
            server, "invite", "--role", "SiteManager", "--site", "RAJ12", "--network", Repository.NetworkFile))
            .GetProperty("path").GetString()!;
        using var person = new Visitor(server);
        using var made = await person.FillInAsync(
            link[1..],
            ("name", "manager@example.org"), ("display-name", "M. Anager"),
            ("password", LocalPerson.Password), ("again", LocalPerson.Password));
        using var own = await person.GetAsync("sites/RAJ12");
        using var other = await person.GetAsync("sites/RAJ01");

        var row = Assert.Single((await JsonAsync(server, "list")).EnumerateArray());
        var words = await RunAsync(server, "list");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [own.StatusCode, other.StatusCode]);
        Assert.Equal("manager@example.org", row.GetProperty("signsInAs").GetString());
        Assert.Equal("SiteManager", Assert.Single(row.GetProperty("roles").EnumerateArray()).GetString());
        Assert.Equal("in use", row.GetProperty("state").GetString());
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("lastSignedInAt").ValueKind);
        Assert.Contains("Site manager; sites RAJ12", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloseReopenUnlock_AreShownByListAndHoldAtTheServer()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await LocalPerson.MakeAsync(server);
        var id = await SecondAdministratorAsync(server);

        await RunAsync(server, "close", id);
        var closed = await StateOfAsync(server, id);
        using var refused = new Visitor(server);
        using var answer = await TryAsync(refused);
        await RunAsync(server, "reopen", id);
        for (var guess = 0; guess < Server.Accounts.AccountsSetup.MostFailures; guess++)
        {
            (await TryAsync(refused, "a guess")).Dispose();
        }

        var resting = await StateOfAsync(server, id);
        await RunAsync(server, "unlock", id);
        using var again = await TryAsync(refused);

        Assert.Equal(("closed", "locked"), (closed, resting));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Redirect), (answer.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Password_MakesALinkThatChoosesANewOne()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await LocalPerson.MakeAsync(server);
        var id = (await JsonAsync(server, "list"))[0].GetProperty("id").GetString()!;
        const string fresh = "kettle ribbon ocean";

        var told = await RunAsync(server, "password", id);
        var link = told.Split('\n')[0].Split(' ')[^1].Trim();
        using var owner = new Visitor(server);
        using var chosen = await owner.FillInAsync(link[1..], ("password", fresh), ("again", fresh));
        using var old = await LocalPerson.TryAsync(owner);
        using var signedIn = await LocalPerson.TryAsync(owner, fresh);

        Assert.Contains("its owner only", told, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect],
            [chosen.StatusCode, old.StatusCode, signedIn.StatusCode]);
    }

    [Theory]
    [InlineData("Choose at least one role", "invite")]
    [InlineData("needs a site", "invite", "--role", "SiteManager")]
    [InlineData("--role", "invite", "--role", "Everything")]
    [InlineData("account list", "close", "nobody")]
    [InlineData("account list", "password", "nobody")]
    public async Task Mistakes_AreNamedWithTheirRemedy(string expected, params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        string[] network = arguments[0] is "invite" ? ["--network", Repository.NetworkFile] : [];

        var (code, text) = await RunAsync(["account", .. arguments, "--data", directory.Path, .. network]);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastAdministrator_IsNotClosed()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await LocalPerson.MakeAsync(server);
        var id = (await JsonAsync(server, "list"))[0].GetProperty("id").GetString()!;

        var (code, text) = await RunAsync(["account", "close", id, "--data", server.Data]);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("invite another administrator first", text, StringComparison.Ordinal);
        Assert.Equal("in use", await StateOfAsync(server, id));
    }

    [Fact]
    public async Task List_OfAFileThatAnEarlierVersionMade_IsWhole()
    {
        using var directory = new TemporaryDirectory();
        await RunAsync(["account", "list", "--data", directory.Path]);
        await using (var file = new SqliteConnection(
            $"Data Source={Path.Combine(directory.Path, "accounts.db")};Pooling=False"))
        {
            await file.OpenAsync();
            await using var older = file.CreateCommand();
            older.CommandText = "ALTER TABLE AspNetUsers DROP COLUMN LastSignedInAt";
            await older.ExecuteNonQueryAsync();
        }

        var (code, text) = await RunAsync(["account", "list", "--data", directory.Path]);

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("There are none", text, StringComparison.Ordinal);
    }

    private static async Task<string> SecondAdministratorAsync(RunningServer server)
    {
        var link = (await JsonAsync(server, "invite", "--role", "Administrator", "--network", Repository.NetworkFile))
            .GetProperty("path").GetString()!;
        using var person = new Visitor(server);
        (await person.FillInAsync(
            link[1..],
            ("name", "second@example.org"), ("display-name", "S. Econd"),
            ("password", LocalPerson.Password), ("again", LocalPerson.Password))).Dispose();
        return (await JsonAsync(server, "list")).EnumerateArray()
            .Single(row => row.GetProperty("signsInAs").GetString() is "second@example.org")
            .GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> TryAsync(Visitor visitor, string password = LocalPerson.Password) =>
        visitor.FillInAsync("sign-in", ("name", "second@example.org"), ("password", password));

    private static async Task<string?> StateOfAsync(RunningServer server, string id) =>
        (await JsonAsync(server, "list")).EnumerateArray()
            .Single(row => row.GetProperty("id").GetString() == id).GetProperty("state").GetString();

    private static async Task<string> RunAsync(RunningServer server, params string[] arguments)
    {
        var (code, text) = await RunAsync(["account", .. arguments, "--data", server.Data]);
        Assert.True(code == ExitCodes.Ok, text);
        return text;
    }

    private static async Task<JsonElement> JsonAsync(RunningServer server, params string[] arguments) =>
        JsonElement.Parse(await RunAsync(server, [.. arguments, "--json"]));

    private static async Task<(int Code, string Text)> RunAsync(string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }
}
