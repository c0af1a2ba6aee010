using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Opel;

/// <summary>Rule sets count from their adoption on; a score of before keeps the rules of its day.</summary>
public sealed class OpelAdoptionTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly RuleSetFolder _rules = new();

    [Fact]
    public async Task Start_OnANewJournal_AdoptsTheShippedRuleSetsAfterTheNetwork()
    {
        await using var server = await RunningServer.StartAsync();

        var told = (await server.EntriesAsync()).Select(entry => entry.Event.Detail).Take(3).ToList();

        Assert.IsType<NetworkAdopted>(told[0]);
        Assert.Equal(
            ["opel-acute-2023-24", "opel-acute-2024-26"],
            told.OfType<OpelRuleSetAdopted>().Select(adopted => adopted.RuleSet));
    }

    [Fact]
    public async Task Restart_WithTheSameFiles_AdoptsNothing()
    {
        await using (await StartAsync())
        {
        }

        await using var second = await StartAsync();

        Assert.Equal(2, (await AdoptionsAsync(second)).Count);
    }

    [Fact]
    public async Task Restart_WithAChangedFile_AdoptsItAloneAndKeepsTheOldRulesForOldScores()
    {
        DateTimeOffset before;
        await using (var first = await StartAsync())
        {
            before = first.Now;
        }

        _rules.Change(RuleSetFolder.Later, file => file["version"] = "2");
        await using var second = await StartAsync();
        var then = await second.GetAsync($"api/opel?at={before:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
        var now = await second.GetAsync("api/opel");

        Assert.Equal(
            ["opel-acute-2023-24/1", "opel-acute-2024-26/1", "opel-acute-2024-26/2"],
            (await AdoptionsAsync(second)).Select(adopted => $"{adopted.RuleSet}/{adopted.Version}"));
        Assert.Equal("1", then.GetProperty("ruleSet").GetProperty("version").GetString());
        Assert.Equal("2", now.GetProperty("ruleSet").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Start_WithSeveralWrongFiles_NamesEveryErrorOfAllOfThemAndOfTheNetwork()
    {
        _rules.Change(RuleSetFolder.Earlier, file => file["validFrom"] = "yesterday");
        _rules.Change(RuleSetFolder.Later, file =>
        {
            file["parameters"]![0]!["measure"] = "ambulance.handover-mean-todai";
            file["parameters"]![1]!["unit"] = "minutes";
        });
        await File.WriteAllTextAsync(_rules.FileOf("another.json"), "{");
        var (code, errors) = await ServeAsync("--network", Repository.NetworkFile);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("acute-2023-24.json: validFrom: found text of 9 characters", errors, StringComparison.Ordinal);
        Assert.Contains("parameters[0].measure: found the measure ambulance.handover-mean-todai", errors, StringComparison.Ordinal);
        Assert.Contains("perhaps ambulance.handover-mean-today is meant", errors, StringComparison.Ordinal);
        Assert.Contains("parameters[1].unit: found minutes; expected percent", errors, StringComparison.Ordinal);
        Assert.Contains("another.json: file: found something that is no JSON", errors, StringComparison.Ordinal);

        var (_, both) = await ServeAsync("--network", _rules.FileOf("another.json"));
        Assert.Contains("--network", both, StringComparison.Ordinal);
        Assert.Contains("acute-2023-24.json: validFrom", both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithTwoFilesOfOneIdentity_NamesBoth()
    {
        _rules.Change(RuleSetFolder.Later, file => file["id"] = "opel-acute-2023-24");

        var (code, errors) = await ServeAsync("--network", Repository.NetworkFile);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("opel-acute-2023-24, which acute-2023-24.json has too", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "holds no rule-set file")]
    [InlineData(AdoptableRuleSets.MostFiles + 1, "holds more than 64 rule-set files")]
    public async Task Start_WithTooFewOrTooManyFiles_SaysSo(int files, string expected)
    {
        File.Delete(_rules.FileOf(RuleSetFolder.Earlier));
        File.Delete(_rules.FileOf(RuleSetFolder.Later));
        foreach (var number in Enumerable.Range(0, files))
        {
            await File.WriteAllTextAsync(_rules.FileOf($"{number}.json"), "{}");
        }

        var (code, errors) = await ServeAsync("--network", Repository.NetworkFile);

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_RuleSets_FitEveryShippedNetwork()
    {
        foreach (var network in new[] { "mid-and-south-essex.json", "example-essex.json" })
        {
            var map = AdoptableNetwork.Read(Repository.PathOf("deploy", "networks", network)).Map;

            Assert.Equal(2, AdoptableRuleSets.Read(AdoptableRuleSets.ShippedFolder, map).All.Count);
        }
    }

    public void Dispose()
    {
        _data.Dispose();
        _rules.Dispose();
    }

    private static async Task<IReadOnlyList<OpelRuleSetAdopted>> AdoptionsAsync(RunningServer server) =>
        [.. (await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<OpelRuleSetAdopted>()];

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(options => options with
    {
        DataDirectory = Path.Combine(_data.Path, "data"),
        OpelFolder = _rules.Path,
    });

    private async Task<(int Code, string Text)> ServeAsync(params string[] network)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "serve", "--opel", _rules.Path, "--data", Path.Combine(_data.Path, "d"), "--port", "0", "--mllp-port", "0",
            .. network,
        ];
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }
}
