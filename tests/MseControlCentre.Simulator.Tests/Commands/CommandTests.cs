using MseControlCentre.Simulator.Commands;
using MseControlCentre.Simulator.Networks;

namespace MseControlCentre.Simulator.Tests.Commands;

public sealed class CommandTests
{
    [Theory]
    [InlineData("truth", "--network", "nowhere.json", "--origin", "2026-11-22T07:00:00Z", "--at",
        "2026-11-22T08:00:00Z")]
    [InlineData("truth", "--network", "nowhere.json", "--origin", "yesterday", "--at", "2026-11-22T08:00:00Z")]
    [InlineData("run", "--server", "nonsense", "--mllp", "127.0.0.1:2575", "--network", "nowhere.json")]
    [InlineData("emit", "--network", "nowhere.json", "--origin", "2026-11-22T07:00:00Z", "--out", "x", "--faults",
        "gremlins")]
    public async Task RunAsync_WrongOptions_SaysSoWithExitCode2(params string[] arguments)
    {
        Assert.Equal(SimulatorCommands.BadConfiguration,
            await SimulatorCommands.RunAsync(arguments, CancellationToken.None));
    }

    [Fact]
    public void Read_NetworkWithoutASection_NamesIt()
    {
        var error = Assert.Throws<NetworkFileException>(() =>
            NetworkFileReader.Read("""{"code":"X","timeZone":"Europe/London","sites":[]}"""));

        Assert.Contains("virtualWards", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_WrongMissingAndRounded_FindsTheWrongAndNamesTheMissing()
    {
        var truth = new Dictionary<string, double?>(StringComparer.Ordinal)
        {
            ["A:x"] = 3, ["A:y"] = 1, ["A:mean"] = 19.96, ["A:none"] = null,
        };
        var board = new Dictionary<string, double?>(StringComparer.Ordinal)
        {
            ["A:x"] = 4, ["A:mean"] = 20.0, ["A:none"] = null,
        };

        Assert.Equal(
            ["A:x: truth 3, board 4", ],
            CompareCommand.Differences(truth, board));
    }
}
