using System.Text.RegularExpressions;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Architecture.Tests;

/// <summary>The hazard log and the threat model name tests that exist, and nothing in them stands without one.</summary>
public sealed partial class SafetyDocumentTests
{
    private const string HazardLog = "hazard-log.md";
    private const string ThreatModel = "threat-model.md";
    private const int HazardColumns = 8;

    [Theory]
    [InlineData(HazardLog)]
    [InlineData(ThreatModel)]
    public void Tests_NamedThere_Exist(string document)
    {
        var known = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var named = TestsIn(File.ReadAllText(PathOf(document))).ToList();

        Assert.True(named.Count >= 10, $"{document} names only {named.Count} tests.");
        var missing = string.Join('\n', named.Where(name => !known.Contains(name)));
        Assert.True(missing.Length == 0, $"{document} names tests that do not exist:\n{missing}");
    }

    [Fact]
    public void Hazards_EveryOne_HasAllItsColumnsAndATest()
    {
        var rows = File.ReadLines(PathOf(HazardLog))
            .Where(line => HazardRow().IsMatch(line))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToList();

        Assert.True(rows.Count >= 12, $"Only {rows.Count} hazards.");
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row =>
        {
            Assert.True(row.Length == HazardColumns, $"{row[0]} has {row.Length} columns");
            Assert.All(row, cell => Assert.False(string.IsNullOrWhiteSpace(cell), row[0] + " has an empty column"));
            Assert.True(TestsIn(string.Join(' ', row)).Any(), row[0] + " names no test");
        });
    }

    private static string PathOf(string document) => Repository.PathOf("docs", document);

    private static IEnumerable<string> TestsIn(string text) =>
        NamedTest().Matches(text).Select(match => match.Groups["name"].Value);

    // `Wall_WithoutScript_ShowsTheFiguresOfTheMoment`
    [GeneratedRegex(@"`(?<name>[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"public (async )?(Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TestMethod();

    // | H1 | ...
    [GeneratedRegex(@"^\| H\d+ \|", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex HazardRow();
}
