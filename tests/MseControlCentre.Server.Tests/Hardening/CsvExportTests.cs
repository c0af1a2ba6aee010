using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.Metadata;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>No cell of any file that the server writes is a formula to a spreadsheet, and numbers stay numbers.</summary>
public sealed class CsvExportTests
{
    private const string Formula = "=cmd|' /C calc'!A0 ";

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 1268", "'+44 1268")]
    [InlineData("-A1", "'-A1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("=A1,\"x\"", "\"'=A1,\"\"x\"\"\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("-", "-")]
    [InlineData("+3", "+3")]
    [InlineData("1e3", "1e3")]
    [InlineData("", "")]
    [InlineData("Mary ward", "Mary ward")]
    public void Cell_OfAnyText_IsNoFormula(string text, string written) => Assert.Equal(written, CsvCell.Of(text));

    [Theory]
    [InlineData(Formula)]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("@")]
    public async Task Files_OfEveryExport_HoldNoFormula(string hostile)
    {
        using var folder = new TemporaryDirectory();
        await using var server = await RunningServer.StartAsync(options => options with
        {
            NetworkFile = HostileNetwork.Write(folder.Path, hostile),
            Speed = 3600,
            ClockStart = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero),
        });
        await server.TellBusyDayAsync();
        await server.SendSpoiltAsync();
        await server.TellAsync(new CallGiven(server.Network, server.Now, words: hostile).Events(CallState.Closed));

        // The first eight o'clock after what was told has something to report.
        var eight = new DateTimeOffset(server.Now.UtcDateTime.AddHours(16).Date.AddHours(8), TimeSpan.Zero);
        await Eventually.TrueAsync(() => server.Now > eight, "eight o'clock");
        var read = 0;
        var guarded = 0;

        var addresses = AddressesOf(server, eight);
        foreach (var address in addresses)
        {
            var file = await server.Http.GetStringAsync(address);
            foreach (var cell in CellsOf(file))
            {
                read++;
                guarded += cell.StartsWith("'" + hostile, StringComparison.Ordinal) ? 1 : 0;
                Assert.False(IsFormula(cell), $"{address} holds the formula {cell}");
            }
        }

        Assert.True(addresses.Count >= 7, "Found only " + string.Join(' ', addresses));
        Assert.True(read > 500 && guarded > 20, $"{read} cells, {guarded} of them hostile.");
    }

    /// <summary>Every endpoint that says, by its name or when it was mapped, that it answers with CSV.</summary>
    private static List<Uri> AddressesOf(RunningServer server, DateTimeOffset day) =>
    [
        .. from endpoint in ServedEndpoints.Of(server)
           where !endpoint.IsUnsafe
           let path = endpoint.Address.OriginalString
           where path.EndsWith(".csv", StringComparison.Ordinal)
               || endpoint.Metadata.OfType<IProducesResponseTypeMetadata>()
                   .Any(answer => answer.ContentTypes.Contains("text/csv", StringComparer.Ordinal))
           select new Uri(path + QuestionOf(path, day), UriKind.Relative),
    ];

    private static string QuestionOf(string path, DateTimeOffset day) =>
        path.StartsWith("/api/exports", StringComparison.Ordinal)
            ? "?known=latest&date=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : path.EndsWith(".csv", StringComparison.Ordinal) ? string.Empty : "?format=csv";

    private static IEnumerable<string> CellsOf(string file)
    {
        using var reader = CsvReader.FromText(file.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                yield return reader.GetString(index);
            }
        }
    }

    private static bool IsFormula(string cell) => cell.Length > 0 && "=+-@\t\r\n".Contains(cell[0], StringComparison.Ordinal)
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
