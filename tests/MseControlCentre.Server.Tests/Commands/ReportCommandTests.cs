using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Reports;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new(PublishedPaper.At("2022-12-29T12:00:00Z"));

    [Fact]
    public async Task Report_OfAJournalOnDisk_PrintsTheMonthInBothFormats()
    {
        // Half of four attendances breach; the handover of 75 minutes loses 60 and is long. Nothing is known of December.
        await KeepAsync(
            PublishedPaper.Adoption(),
            [
                .. PublishedPaper.Greetings("2022-12-30T12:00:00Z"),
                .. PublishedPaper.Attendances("2023-01", 4, 2),
                PublishedPaper.Event(
                    "eeast-cad", "a", PublishedPaper.At("2023-01-09T10:00:00Z"), "RAJ12", new AmbulanceArrived("c_1")),
                PublishedPaper.Event(
                    "eeast-cad", "h", PublishedPaper.At("2023-01-09T11:15:00Z"), "RAJ12", new HandoverCompleted("c_1")),
                .. PublishedPaper.Calls(),
                .. PublishedPaper.Greetings("2023-02-01T12:00:00Z"),
            ]);

        var (textCode, text) = await RunAsync("report", "--data", _directory.Path, "--month", "2023-01");
        var (csvCode, csv) = await RunAsync(
            "report", "--data", _directory.Path, "--month", "2023-01", "--format", "csv");

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (textCode, csvCode));
        Assert.Contains("Jan-23             4           2         50.0%\n", text, StringComparison.Ordinal);
        Assert.Contains("minutes lost beyond the standard                  60\n", text, StringComparison.Ordinal);
        Assert.Contains("minutes lost in Dec-22                             -\n", text, StringComparison.Ordinal);
        Assert.Contains("reduction of minutes lost                          -\n", text, StringComparison.Ordinal);
        Assert.Contains("fewer long delays                                  -\n", text, StringComparison.Ordinal);
        Assert.StartsWith("section,month,item,value,unit,shown,standard,whole\r\n", csv, StringComparison.Ordinal);
        Assert.Contains(
            "responses,2023-01,Category 2 90th centile,6375,seconds,01:46:15,<= 40 min,yes\r\n",
            csv,
            StringComparison.Ordinal);
        Assert.Contains(
            "type 1 departments,2023-01,performance,50,percent,50.0%,>= 95%,yes\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("handovers,2022-12,minutes lost,,minutes,-,,no\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAMonthTheJournalDoesNotHold_ShowsDashesAndNoZero()
    {
        await KeepAsync(PublishedPaper.Adoption(), PublishedPaper.Greetings("2022-12-30T12:00:00Z"));

        var (code, text) = await RunAsync("report", "--data", _directory.Path, "--month", "2022-11");

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("Nov-22             -           -             -\n", text, StringComparison.Ordinal);
        Assert.Contains("Category 1  -         <= 7 min        -             <= 15 min\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAMonthHeardInPart_SaysSo()
    {
        await KeepAsync(
            PublishedPaper.Adoption(),
            [.. PublishedPaper.Attendances("2023-01", 4, 1), .. PublishedPaper.Greetings("2023-02-01T12:00:00Z")]);

        var (_, text) = await RunAsync("report", "--data", _directory.Path, "--month", "2023-01");

        Assert.Contains("Jan-23             4           1         75.0% *\n", text, StringComparison.Ordinal);
        Assert.Contains("* The journal may not hold the whole", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithMistakes_NamesAllOfThemAtOnce()
    {
        var (code, errors) = await RunAsync(
            "report", "--data", _directory.Path, "--month", "January", "--format", "pdf");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("--month: found 'January'; expected a month such as 2023-01.", errors, StringComparison.Ordinal);
        Assert.Contains("--format: found 'pdf'; expected text or csv.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WhereThereIsNoJournal_SaysSo()
    {
        var (code, errors) = await RunAsync("report", "--data", _directory.Path, "--month", "2023-01");

        Assert.Equal(ExitCodes.DataUnusable, code);
        Assert.Contains("no journal", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfAJournalWithoutANetwork_SaysSo()
    {
        await using (await OpenAsync())
        {
        }

        var (code, errors) = await RunAsync("report", "--data", _directory.Path, "--month", "2023-01");

        Assert.Equal(ExitCodes.DataUnusable, code);
        Assert.Contains("no network", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private async Task KeepAsync(FlowEvent adoption, IEnumerable<FlowEvent> events)
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync([adoption], CancellationToken.None);
        await PublishedPaper.TellAsync(journal, _clock, events);
    }

    private async Task<IJournal> OpenAsync() => await SqliteJournal.OpenAsync(
        Path.Combine(_directory.Path, "journal.db"), _clock, new SqliteJournalOptions(), CancellationToken.None);

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }
}
