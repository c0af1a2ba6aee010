using System.Globalization;
using System.Text.Json;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Opel;

public sealed class OpelCommandTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly RuleSetFolder _rules = new();

    [Fact]
    public async Task Opel_OfAJournal_IsWhatTheServerSaidAndCanBeScoredByOtherRules()
    {
        string at;
        string said;
        await using (var server = await RunningServer.StartAsync(options => options with { DataDirectory = _data.Path }))
        {
            await server.TellBusyDayAsync();
            at = server.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
            await server.SettledAsync();
            said = (await server.GetAsync($"api/opel?at={at}")).GetRawText();
        }

        // Twice the weight of everything but the last parameter's half is no rule set that anybody adopted.
        _rules.Change(RuleSetFolder.Later, file =>
        {
            file["version"] = "trial";
            file["parameters"]![0]!["scoring"]!["weight"] = 0.5;
        });
        var (code, inForce) = await RunAsync("--at", at);
        var (_, byIdentity) = await RunAsync("--at", at, "--rule-set", "opel-acute-2023-24");
        var (_, byFile) = await RunAsync("--at", at, "--rule-set", _rules.FileOf(RuleSetFolder.Later));

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal(said, inForce.Trim());
        Assert.Equal("opel-acute-2023-24", RuleSet(byIdentity).GetProperty("id").GetString());
        Assert.Equal("trial", RuleSet(byFile).GetProperty("version").GetString());
    }

    [Fact]
    public async Task Opel_ByRulesThatAreNot_NamesThoseThatAre()
    {
        await using (await RunningServer.StartAsync(options => options with { DataDirectory = _data.Path }))
        {
        }

        var (code, errors) = await RunAsync("--at", "2026-11-22T12:00:00Z", "--rule-set", "opel-1998");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("--rule-set: found 'opel-1998'", errors, StringComparison.Ordinal);
        Assert.Contains("opel-acute-2023-24, opel-acute-2024-26", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opel_ByAFileThatIsWrong_NamesItsErrors()
    {
        await using (await RunningServer.StartAsync(options => options with { DataDirectory = _data.Path }))
        {
        }

        _rules.Change(RuleSetFolder.Later, file => file["levels"]!["bands"]![3]!["upTo"] = 20);
        var (code, errors) = await RunAsync(
            "--at", "2026-11-22T12:00:00Z", "--rule-set", _rules.FileOf(RuleSetFolder.Later));

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("levels.bands[3].upTo: found 20; expected more than", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _rules.Dispose();
    }

    private static JsonElement RuleSet(string printed) => JsonElement.Parse(printed).GetProperty("ruleSet");

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        string[] all = ["opel", "--data", _data.Path, .. arguments];
        return (await ServerCommands.RunAsync(all, text, text), text.ToString());
    }
}
