using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Calls.CallsGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Calls that left the board's state long ago are found as they were.</summary>
public sealed class CallArchiveTests
{
    private static readonly DateTimeOffset s_then = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Find_ACallOfLongAgo_IsAsItWasWithItsPacksAndItsSignatureHolds()
    {
        using var data = new TemporaryDirectory();
        var id = await HoldAsync(data, s_then);
        await using var server = await StartAsync(data);

        var found = (await ArchiveOf(server).FindAsync(id, CancellationToken.None)).Call;

        Assert.DoesNotContain(server.Application.Services.GetRequiredService<LiveState>().Calls(), one => one.Id == id);
        Assert.Equal(CallState.Closed, found!.State);
        Assert.Equal(s_then, Assert.Single(found.Packs).At);
        Assert.Equal("Nothing heard since 07:12", found.Packs[0].Doubts[0].Words);
        Assert.Equal(found.Closed!.Record, CallRecord.HashOf(found));
        Assert.Equal(
            new FoundCall(null, IsWhole: true),
            await ArchiveOf(server).FindAsync("situational-awareness-20200101-1", CancellationToken.None));
    }

    [Fact]
    public async Task Find_ACallOfToday_IsTheOneOfTheBoard()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Event(Opened("tactical-20261201-9", server.Now, by: Controller), server.Now));
        await server.IndexedAsync();

        var found = await ArchiveOf(server).FindAsync("tactical-20261201-9", CancellationToken.None);

        Assert.Equal((CallState.Prepared, true), (found.Call?.State, found.IsWhole));
    }

    [Fact]
    public async Task List_WithoutAWord_IsEveryCallTheNewestFirst()
    {
        using var data = new TemporaryDirectory();
        await HoldAsync(data, s_then);
        await HoldAsync(data, s_then.AddDays(1));
        await using var server = await StartAsync(data);
        await server.TellAsync(Event(Opened("tactical-20261201-9", server.Now, by: Controller), server.Now));
        await server.IndexedAsync();

        var page = await ListAsync(server, new CallArchiveQuery());
        var row = page.Rows.Single(one => one.Id == "situational-awareness-20260302-1");

        Assert.Equal(
            ["tactical-20261201-9", "situational-awareness-20260303-1", "situational-awareness-20260302-1"],
            page.Rows.Select(one => one.Id).Where(one => !IsOfToday(server, one)));
        Assert.True(page.IsWhole);
        Assert.Equal((CallState.Closed, "Ashley Bloggs", 2, 1), (row.State, row.Chair, row.Actions, row.Owed));
        Assert.Equal((s_then, s_then.AddMinutes(30)), (row.StartsAt, row.ClosedAt));
    }

    [Theory]
    [InlineData(CallKind.Tactical, null, null, null, "tactical-20260701-1")]
    [InlineData(null, "2026-07-01", "2026-07-01", null, "tactical-20260701-1,situational-awareness-20260701-1")]
    [InlineData(null, "2026-07-02", null, null, "")]
    [InlineData(null, null, "2026-03-02", null, "situational-awareness-20260302-1")]
    [InlineData(CallKind.Tactical, "0001-01-01", "9999-12-31", null, "tactical-20260701-1")]
    [InlineData(null, null, null, "WATER leak", "tactical-20260701-1")]
    [InlineData(null, null, null, "100%", "")]
    [InlineData(null, null, null, "situational", "situational-awareness-20260701-1,situational-awareness-20260302-1")]
    [InlineData(CallKind.SituationalAwareness, "2026-03-02", "2026-06-30", " critical ", "situational-awareness-20260302-1")]
    public async Task List_OfWhatIsAsked_IsThatAlone(CallKind? kind, string? from, string? to, string? text, string expected)
    {
        using var data = new TemporaryDirectory();
        await HoldAsync(data, s_then);

        // 23:30 UTC of 30 June is 00:30 of 1 July in London.
        await HoldAsync(data, new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero), "situational-awareness-20260701-1");
        await HoldAsync(
            data, new DateTimeOffset(2026, 7, 1, 22, 50, 0, TimeSpan.Zero), "tactical-20260701-1", "A water leak in ED");
        await using var server = await StartAsync(data);

        var page = await ListAsync(server, new CallArchiveQuery(kind, Day(from), Day(to), text));

        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries),
            page.Rows.Select(row => row.Id).Where(one => !IsOfToday(server, one)));
    }

    [Fact]
    public async Task List_OfManyCalls_IsInPages()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync([.. Enumerable.Range(1, 60).Select(number => Event(
            Opened($"tactical-20260302-{number}", s_then.AddMinutes(number), by: Controller), server.Now))]);
        await server.IndexedAsync();
        var query = new CallArchiveQuery(CallKind.Tactical);

        var pages = new List<CallArchivePage>();
        for (var number = 1; number <= 4; number++)
        {
            pages.Add(await ListAsync(server, query with { Page = number }));
        }

        Assert.Equal([25, 25, 10, 10], pages.Select(page => page.Rows.Count));
        Assert.All(pages, page => Assert.Equal((60, 3), (page.Total, page.Pages)));
        Assert.Equal([1, 2, 3, 3], pages.Select(page => page.Page));
        Assert.Equal(
            Enumerable.Range(1, 60).Reverse().Select(number => $"tactical-20260302-{number}"),
            pages.Take(3).SelectMany(page => page.Rows).Select(row => row.Id));
    }

    [Fact]
    public async Task Archive_IsMadeAgainWhenItIsMissingDamagedOrOfAnotherJournal_AndIsItsOwnersOnly()
    {
        using var data = new TemporaryDirectory();
        var file = Path.Combine(data.Path, "call-archive.db");
        var id = await HoldAsync(data, s_then);
        foreach (var before in (Action[])
        [
            () => { }, () => File.Delete(file), () => File.WriteAllText(file, "no database at all"),
            () => ReplaceByOther(file), () => Run(file, "DROP TABLE reached"), () => Run(file, "DELETE FROM reached"),
            () => Run(file, "PRAGMA user_version = 1"),
        ])
        {
            before();
            await using var server = await StartAsync(data);
            Assert.NotNull((await ArchiveOf(server).FindAsync(id, CancellationToken.None)).Call);
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    // A directory stands where the archive should be made, so that it never is.
    [Fact]
    public async Task Call_OfLongAgo_WhileTheArchiveIsNotThere_IsNotKnownYet_AndNotMissing()
    {
        using var data = new TemporaryDirectory();
        var id = await HoldAsync(data, s_then);
        Directory.CreateDirectory(Path.Combine(data.Path, "call-archive.db"));
        await using var server = await StartAsync(data, isArchived: false);

        var found = await ArchiveOf(server).FindAsync(id, CancellationToken.None);
        using var page = await server.Http.GetAsync(new Uri("call/" + id, UriKind.Relative));
        using var file = await server.Http.GetAsync(new Uri($"call/{id}/file.csv", UriKind.Relative));
        var list = await server.Http.GetStringAsync(new Uri("call/past", UriKind.Relative));

        Assert.Equal(new FoundCall(null, IsWhole: false), found);
        Assert.Equal(
            [HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable],
            [page.StatusCode, file.StatusCode]);
        Assert.Contains(
            "The journal is still being read. This page looks again by itself.",
            await page.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Contains("or cannot be read now: some are missing here", list, StringComparison.Ordinal);
        Assert.DoesNotContain("No call has been prepared yet", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_OfAJournalThatTellsOfNoCall_NotesHowFarItHasRead()
    {
        const int Entries = 10_500;
        using var data = new TemporaryDirectory();
        await using (var journal = await SqliteJournal.OpenAsync(
            Path.Combine(data.Path, "journal.db"), new ManualClock(s_then), null, CancellationToken.None))
        {
            await journal.AppendAsync(
                [TestNetwork.Adoption(), .. Enumerable.Range(1, Entries).Select(Arrival)], CancellationToken.None);
        }

        await using (var server = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path }))
        {
            await server.IndexedAsync();
        }

        using var writer = new CallArchiveWriter(Path.Combine(data.Path, "call-archive.db"));
        Assert.InRange(writer.Reached().Sequence, 10_000, long.MaxValue);
    }

    private static FlowEvent Arrival(int number) => new()
    {
        Source = "eeast-cad",
        MessageId = $"arrival-{number}",
        OccurredAt = s_then,
        Site = "RAJ12",
        Detail = new AmbulanceArrived($"conveyance-{number}"),
    };

    // A call of the past, taken into the journal as it was then.
    private static async Task<string> HoldAsync(
        TemporaryDirectory data, DateTimeOffset at, string? id = null, string summary = "Tight, not critical")
    {
        id ??= CallIdentity.Of("situational-awareness", DateOnly.FromDateTime(at.UtcDateTime), 1);
        var isTactical = id.StartsWith("tactical", StringComparison.Ordinal);
        CallEvent[] told =
        [
            Opened(id, at, isTactical ? CallKind.Tactical : CallKind.SituationalAwareness, isTactical ? Controller : null),
            new CallPackKept(id, 1, Pack(at)),
            new CallStarted(id, 2, Controller),
            Agreed(id, 1, at.AddHours(4)),
            Agreed(id, 2, at.AddHours(4)),
        ];
        var so = CallFold.Of(told.Select(one => Event(one, at)))!;
        await using var journal = await SqliteJournal.OpenAsync(
            Path.Combine(data.Path, "journal.db"), new ManualClock(at), null, CancellationToken.None);
        await journal.AppendAsync(
            [
                TestNetwork.Adoption(),
                .. told.Select(one => Event(one, at)),
                Event(CallRecord.Sign(so, Closed(id, 3, summary)), at.AddMinutes(30)),
                Event(new CallActionUpdated(id, 2, 1, CallActionState.Done, "Done", null, SiteManager), at.AddHours(1)),
            ],
            CancellationToken.None);
        return id;
    }

    private static async Task<RunningServer> StartAsync(TemporaryDirectory data, bool isArchived = true)
    {
        var server = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path });
        await server.TellAsync(Event(new CallNoted("tactical-20990101-1", 1, "Now"), server.Now));
        if (isArchived)
        {
            await server.IndexedAsync();
        }

        return server;
    }

    private static CallArchive ArchiveOf(RunningServer server) =>
        server.Application.Services.GetRequiredService<CallArchive>();

    private static Task<CallArchivePage> ListAsync(RunningServer server, CallArchiveQuery query) =>
        ArchiveOf(server).ListAsync(query, CancellationToken.None);

    // The server prepares the call of the day on which the test runs, when it is that time of day.
    private static bool IsOfToday(RunningServer server, string id) =>
        id.Contains($"situational-awareness-{server.Now:yyyyMMdd}", StringComparison.Ordinal);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void ReplaceByOther(string file) => Run(
        file, "DELETE FROM entry; DELETE FROM call; UPDATE reached SET message = 'of-another-journal'");

    private static void Run(string file, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
