using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>What commands do at the server reaches the journal, once; what is in the journal cannot be changed unseen.</summary>
public sealed class CommandAuditTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task WhatACommandDoes_IsRecordedByTheServer()
    {
        var (code, told) = await RunAsync(
            "access-key", "add", "Board report", "--data", _directory.Path, "--network", Repository.NetworkFile);
        await using var server = await StartAsync();

        await Inbox(server).TakeAsync();

        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal(("KeyChanged", true, CommandAuditTrail.Console.Id), (recorded.Act, recorded.Allowed, recorded.Actor));
        Assert.Contains("Board report for Observer", recorded.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(KeyIn(told), recorded.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(InboxPath));
    }

    [Fact]
    public async Task WhatWasTakenBeforeACrash_IsNotTakenTwice()
    {
        await RecordAsync();
        var file = Assert.Single(Directory.GetFiles(InboxPath));
        var kept = await File.ReadAllBytesAsync(file);
        await using var server = await StartAsync();

        await Inbox(server).TakeAsync();
        await File.WriteAllBytesAsync(file, kept);
        await Inbox(server).TakeAsync();

        Assert.Single(await OfAsync(server));
    }

    [Fact]
    public async Task WhatTheJournalDoesNotTake_Stays()
    {
        await using var server = await RunningServer.StartAsync(
            options => options with { DataDirectory = _directory.Path }, RefusingJournal.Before);
        RefusingJournal.Of(server).Refuses = true;
        await RecordAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(Inbox(server).TakeAsync);
        RefusingJournal.Of(server).Refuses = false;
        await Inbox(server).TakeAsync();

        Assert.Single(await OfAsync(server));
    }

    [Fact]
    public async Task WhatIsNoAct_IsPutAsideAndHoldsNothingUp()
    {
        Directory.CreateDirectory(InboxPath);
        await File.WriteAllTextAsync(Path.Combine(InboxPath, "0.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(InboxPath, Guid.Empty.ToString("N") + ".json"), "no act");
        await RecordAsync();
        await using var server = await StartAsync();

        await Inbox(server).TakeAsync();

        Assert.Single(await OfAsync(server));
        Assert.Equal(2, Directory.GetFiles(InboxPath, "*.unreadable").Length);
    }

    [Theory]
    [InlineData("UPDATE entries SET detail = replace(CAST(detail AS TEXT), 'p_test', 'p_else') WHERE sequence = {0}")]
    [InlineData("UPDATE entries SET occurred_at = occurred_at - 1 WHERE sequence = {0}")]
    [InlineData("DELETE FROM entries WHERE sequence = {0}")]
    public async Task AnActThatWasChangedInTheJournal_IsFound(string change)
    {
        long sequence;
        await using (var server = await StartAsync())
        {
            (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();
            (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();
            sequence = (await server.AllEntriesAsync()).First(entry => entry.Event.Kind is "AccessRecorded").Sequence;
        }

        var (sound, _) = await RunAsync("verify-journal", "--data", _directory.Path);
        await ChangeAsync(string.Format(CultureInfo.InvariantCulture, change, sequence));
        var (changed, told) = await RunAsync("verify-journal", "--data", _directory.Path);

        Assert.Equal((ExitCodes.Ok, ExitCodes.DataUnusable), (sound, changed));
        Assert.Contains(sequence.ToString(CultureInfo.InvariantCulture), told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReplay_IsTheSameWhoeverLooked()
    {
        string before;
        await using (var server = await StartAsync())
        {
            await server.TellBusyDayAsync();
            before = (await server.GetAsync("api/status")).GetProperty("stateHash").GetString()!;
            (await AskAsync(server, "/sites/RAJ12", Controller)).Dispose();
        }

        var (_, picture) = await RunAsync("replay", "--data", _directory.Path, "--until", "2999-01-01T00:00:00Z");

        Assert.Contains($"\"stateHash\":\"{before}\"", picture, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private string InboxPath => Path.Combine(_directory.Path, "audit-inbox");

    private static AuditInbox Inbox(RunningServer server) =>
        server.Application.Services.GetRequiredService<AuditInbox>();

    private static string KeyIn(string told) => told.Split("Key       ")[1].Split('\n')[0].Trim();

    private Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync(options => options with { DataDirectory = _directory.Path });

    private Task RecordAsync() => new CommandAuditTrail(DataDirectory.Open(_directory.Path))
        .RecordAsync(AuditAct.KeyChanged, Subject.System, "made a key");

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_directory.Path, "journal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Replace(
            "replace(CAST(detail AS TEXT), 'p_test', 'p_else')",
            "CAST(replace(CAST(detail AS TEXT), 'p_test', 'p_else') AS BLOB)",
            StringComparison.Ordinal);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }
}
