using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// A call on paper: the browser's own PDF, read with a reader that is not ours (pdftotext, of Debian's poppler-utils).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class CallPaperTests(Chromium chromium)
{
    // A sheet of A4 in points, and how near to its right edge a printer may come.
    private const double SheetWidth = 595.3;
    private const double Edge = 20;

    [Fact]
    public async Task Pdf_OfAClosedCall_HoldsAllOfIt_CutsNothingAndHasNoEmptySheet()
    {
        await using var server = await StartAsync();
        var given = new CallGiven(server.Network, server.Now.AddDays(-1));
        await server.TellAsync(given.Events(CallState.Closed));
        var call = given.Told(CallState.Closed);
        using var folder = new TemporaryDirectory();

        var file = await PrintAsync(server, CallAddresses.Of(call.Id), folder);
        var sheets = (await ReadAsync("-layout", file)).TrimEnd('\f', '\n').Split('\f');
        var text = Squeezed(await ReadAsync("-raw", file));

        Assert.All(
            WordsOf(call, CallsContext.Of(server.Network, server.Now)),
            word => Assert.Contains(Squeezed(word), text, StringComparison.Ordinal));
        Assert.All(sheets, sheet => Assert.True(sheet.Split('\n').Count(line => line.Trim().Length > 0) > 5, "An empty sheet:\n" + sheet));
        Assert.All(sheets.Index(), sheet => Assert.Contains($"Page{sheet.Index + 1}of{sheets.Length}", Squeezed(sheet.Item), StringComparison.Ordinal));
        Assert.All(sheets, sheet => Assert.Contains("as it was", sheet, StringComparison.Ordinal));
        Assert.All(sheets, sheet => Assert.Contains(call.Closed!.Record, Squeezed(sheet), StringComparison.Ordinal));
        Assert.DoesNotContain("Signout", text, StringComparison.Ordinal);
        Assert.Empty(await PastTheEdgeAsync(file));
    }

    [Fact]
    public async Task Pdf_OfARunningCall_SaysThatItIsNotSigned()
    {
        await using var server = await StartAsync();
        await server.TellAsync(new CallGiven(server.Network, server.Now.AddMinutes(-20)).Events(CallState.Running));
        using var folder = new TemporaryDirectory();

        var text = Squeezed(await ReadAsync("-raw", await PrintAsync(server, CallAddresses.Of(CallGiven.Id), folder)));

        Assert.Contains(";notsigned", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", text, StringComparison.Ordinal);
    }

    // A noon at which no regular call is prepared, whatever the hour of the test.
    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(options => options with
    {
        ClockStart = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero), Speed = 1,
    });

    private async Task<string> PrintAsync(RunningServer server, string address, TemporaryDirectory folder)
    {
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address));
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var file = Path.Combine(folder.Path, "call.pdf");
        await page.PdfAsync(new PagePdfOptions { Format = "A4", Path = file, PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } directory)
        {
            File.Copy(file, Path.Combine(directory, $"{address.Trim('/').Replace('/', '-')}.pdf"), overwrite: true);
        }

        await page.Context.DisposeAsync();
        return file;
    }

    /// <summary>Every site, figure, statement, note, action and the hash, as the page says them.</summary>
    private static IEnumerable<string> WordsOf(Call call, CallsContext context)
    {
        var pack = call.Packs[^1];
        var table = PackTable.Of(pack, context, isKept: true);
        return
        [
            .. pack.Places.Select(place => place.Name),
            .. table.Groups.SelectMany(group => group.Rows).SelectMany(row => row.Cells.Select(cell => cell!.Text).Prepend(row.Name)),
            .. pack.Doubts.Select(doubt => doubt.Words),
            .. pack.Constraints.Select(one => one.Headline),
            .. PackDelaysView.Of(pack, context).Owners.Select(owner => owner.Challenge),
            .. pack.Delays.Reasons.Select(reason => reason.Reason ?? "Reason not told"),
            .. pack.VirtualWards.Select(ward => ward.Name),
            .. pack.Escalations.Select(one => one.Headline),
            .. pack.Owed.Select(one => one.Words),
            .. call.Statements.Values.SelectMany(one => one.Told.Answers).Select(answer => answer.Words),
            "Draft, not said to be ready",
            .. call.Opened.Places.Select(context.WhoOf),
            .. call.Notes.Select(note => note.Told.Words),
            .. call.Actions.Select(action => action.Agreed.Words),
            .. call.Opel.Values.Select(level => level.Told.Reason!),
            call.Closed!.Record,
            call.Closed.Summary!,
            "Checked just now: the record is still what was signed.",
        ];
    }

    /// <summary>Words that stand nearer to the right edge than a printer prints, or beyond it.</summary>
    private static async Task<IReadOnlyList<string>> PastTheEdgeAsync(string file) =>
    [
        .. WordPattern().Matches(await ReadAsync("-bbox", file))
            .Where(word => double.Parse(word.Groups["right"].Value, System.Globalization.CultureInfo.InvariantCulture)
                > SheetWidth - Edge)
            .Select(word => word.Groups["word"].Value),
    ];

    private static async Task<string> ReadAsync(string how, string file)
    {
        var start = new ProcessStartInfo("pdftotext", [how, file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var reader = Process.Start(start)!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        Assert.Equal(0, reader.ExitCode);
        return text;
    }

    // Where a line breaks on paper says nothing.
    private static string Squeezed(string text) => SpacePattern().Replace(text, "");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SpacePattern();

    // <word xMin="34.0" yMin="40.1" xMax="90.2" yMax="52.0">Calls</word>
    [GeneratedRegex("""xMax="(?<right>[\d.]+)" yMax="[\d.]+">(?<word>[^<]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WordPattern();
}
