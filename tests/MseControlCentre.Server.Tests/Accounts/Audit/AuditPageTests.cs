using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>Auditors find who did what, and take it as a file; nobody else does, and they see no patients.</summary>
public sealed class AuditPageTests(AuditPageTests.ToldServer told) : IClassFixture<AuditPageTests.ToldServer>
{
    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Controller)]
    [InlineData(Role.Observer)]
    [InlineData(Role.Wall)]
    public async Task NobodyButAnAuditor_SeesIt(Role role)
    {
        var server = told.Running;
        var actor = Controller with { Roles = new HashSet<Role> { role } };

        using var page = await AskAsync(server, "/audit", actor);
        using var file = await AskAsync(server, "/audit.csv", actor);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, file.StatusCode));
    }

    [Fact]
    public async Task AnAuditor_SeesWhoSawPatientsAndNoPatients()
    {
        await using var server = await RunningServer.StartAsync();
        (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();
        await server.IndexedAsync();

        var page = await ReadAsync(server, "/audit", Auditor);
        using var patients = await AskAsync(server, "/sites/RAJ12", Auditor);

        Assert.Contains("Saw rows of patients", page, StringComparison.Ordinal);
        Assert.Contains("Basildon", page, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, patients.StatusCode);
    }

    [Fact]
    public async Task Looking_IsRecordedToo()
    {
        await using var server = await RunningServer.StartAsync();
        await server.IndexedAsync();

        await ReadAsync(server, "/audit", Auditor);
        await server.IndexedAsync();
        await ReadAsync(server, "/audit.csv", Auditor);

        Assert.Equal(
            [("Saw", "SeeAudit", "/audit"), ("Took", "SeeAudit", "/audit.csv")],
            (await OfAsync(server)).Select(act => (act.Act, act.Operation!, act.Page!)));
    }

    [Theory]
    [InlineData("who=p_jo", "jo-1", "jo-2")]
    [InlineData("what=SeePatients", "jo-1", "max-1")]
    [InlineData("what=SignedIn", "jo-2")]
    [InlineData("site=RAJ12", "jo-1")]
    [InlineData("outcome=refused", "max-1", "max-2")]
    [InlineData("outcome=allowed", "jo-1", "jo-2")]
    [InlineData("address=10.2.", "max-1", "max-2")]
    [InlineData("text=100%25", "max-2")]
    [InlineData("text=a_b", "jo-1")]
    [InlineData("from=2026-11-02T00:00", "max-1", "max-2")]
    [InlineData("to=2026-11-01T23:59", "jo-1", "jo-2")]
    [InlineData("who=p_jo&outcome=refused")]
    [InlineData("who=p_max&from=2026-11-02T10:00&to=2026-11-02T10:00", "max-1")]
    public async Task AFilter_FindsThoseAndNoOthers(string filter, params string[] expected)
    {
        var server = told.Running;
        await server.IndexedAsync();

        var page = await ReadAsync(server, "/audit?" + filter, Auditor);

        // Of the whole page only the rows: looking at it is an act too, which some filters find.
        Assert.Equal(
            expected,
            new[] { "jo-1", "jo-2", "max-1", "max-2" }.Where(words => page.Contains($"<small>{words}", StringComparison.Ordinal)));
        Assert.Equal(expected.Length == 0, page.Contains("Nothing matches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_FollowEachOtherWithoutGapOrRepetition()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, [.. Enumerable.Range(1, 250).Select(number =>
            Act("2026-11-01T09:00Z", "p_jo", "Saw", true, "SeePatients", "RAJ12", "10.1.0.1", $"number {number}."))]);

        var found = new List<int>();
        var next = "/audit?who=p_jo";
        while (next is not null)
        {
            await server.IndexedAsync();
            var page = await ReadAsync(server, next, Auditor);
            found.AddRange(page.Split("<small>number ").Skip(1).Select(rest => int.Parse(rest.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)));
            next = page.Split("rel=\"next\" href=\"") is [_, var rest, ..] ? WebUtility.HtmlDecode(rest.Split('"')[0]) : null;
        }

        Assert.Equal(Enumerable.Range(1, 250).Reverse(), found);
    }

    [Theory]
    [InlineData("from=yesterday", "From is not a day and time")]
    [InlineData("from=2026-11-02T10:00&to=2026-11-01T10:00", "To lies before From")]
    public async Task AFilterThatCannotBeUsed_IsSaid(string filter, string words)
    {
        var server = told.Running;

        var page = await ReadAsync(server, "/audit?" + filter, Auditor);
        using var file = await AskAsync(server, "/audit.csv?" + filter, Auditor);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Fact]
    public async Task TheFile_HoldsWhatTheFilterFindsAndNoFormula()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server,
            Act("2026-11-01T09:00Z", "p_jo", "AccountChanged", true, null, null, "10.1.0.1", "=cmd|' /C calc'!A0"),
            Act("2026-11-01T09:00Z", "p_max", "Saw", true, "SeePatients", null, "10.1.0.1", "another"));
        await server.IndexedAsync();

        using var answer = await AskAsync(server, "/audit.csv?who=p_jo", Auditor);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(",'=cmd|' /C calc'!A0", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePage_ShowsNothingThatANameCouldMakeOfIt()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, Act(
            "2026-11-01T09:00Z", "p_jo", "Saw", true, "SeePatients", "RAJ12", "<b>1", "<script>alert(1)</script>"));
        await server.IndexedAsync();

        var page = await ReadAsync(server, "/audit?text=%22%3E%3Cscript%3E", Auditor) + await ReadAsync(server, "/audit", Auditor);

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheIndex_IsMadeAgainWhenItIsMissingDamagedOrOfAnotherJournal()
    {
        using var data = new TemporaryDirectory();
        var file = Path.Combine(data.Path, "audit-index.db");
        await FoundAfterAsync(data, () => { });

        var missing = await FoundAfterAsync(data, () => File.Delete(file));
        var damaged = await FoundAfterAsync(data, () => File.WriteAllText(file, "no database at all"));
        var other = await FoundAfterAsync(data, () => ReplaceByOther(file));

        Assert.Equal((true, true, true), (missing, damaged, other));
    }

    [Fact]
    public async Task AnIndexThatCannotBeRead_IsSaidAndNotTakenForNothingDone()
    {
        using var data = new TemporaryDirectory();
        Directory.CreateDirectory(Path.Combine(data.Path, "audit-index.db"));
        await using var server = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path });
        await TellAsync(server, Act("2026-11-01T09:00Z", "p_jo", "SignedIn", true, null, null, "10.1.0.1", "in"));

        var page = await ReadAsync(server, "/audit", Auditor);
        using var file = await AskAsync(server, "/audit.csv", Auditor);

        Assert.Contains("or cannot be read now: acts are missing here", page, StringComparison.Ordinal);
        Assert.Contains("Not known yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing has been recorded yet", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, file.StatusCode);
    }

    /// <summary>A server that was told of four acts.</summary>
    public sealed class ToldServer : SharedServer
    {
        /// <inheritdoc />
        protected override Task TellAsync(RunningServer server) => AuditPageTests.TellAsync(
            server,
            Act("2026-11-01T09:00Z", "p_jo", "Saw", true, "SeePatients", "RAJ12", "10.1.0.1", "jo-1 a_b"),
            Act("2026-11-01T10:00Z", "p_jo", "SignedIn", true, null, null, "10.1.0.1", "jo-2"),
            Act("2026-11-02T10:00Z", "p_max", "Refused", false, "SeePatients", "RAJ32", "10.2.0.1", "max-1 axb"),
            Act("2026-11-02T11:00Z", "p_max", "SignInRefused", false, null, null, "10.2.0.2", "max-2 100%"));
    }

    private static async Task<bool> FoundAfterAsync(TemporaryDirectory data, Action before)
    {
        before();
        await using var server = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path });
        (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();
        var asked = (await OfAsync(server)).Count(act => act.Operation is "SeePatients");
        await server.IndexedAsync();
        var page = await ReadAsync(server, "/audit?what=SeePatients", Auditor);
        return page.Split("Saw rows of patients").Length - 1 == asked;
    }

    private static void ReplaceByOther(string file)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM act; UPDATE reached SET message = 'access/of-another-journal'";
        command.ExecuteNonQuery();
    }

    private static Task TellAsync(RunningServer server, params AccessRecorded[] acts) => server.TellAsync(
        [.. acts.Select((act, number) => new FlowEvent
        {
            Source = "control-centre",
            MessageId = $"access/test-{number}",
            OccurredAt = act.ServerTime,
            Site = server.Network.Code,
            Detail = act,
        })]);

    private static AccessRecorded Act(
        string at, string actor, string act, bool allowed, string? operation, string? site, string address, string words) =>
        new(
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
            act,
            allowed,
            actor,
            actor,
            "Controller",
            operation,
            site,
            Address: address,
            Page: "/sites/{code}",
            Words: words);
}
