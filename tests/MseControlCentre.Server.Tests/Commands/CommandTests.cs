using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    // Not there at first.
    private string Data => Path.Combine(_directory.Path, "data");

    [Fact]
    public async Task Serve_WithSeveralMistakes_NamesAllOfThemAtOnce()
    {
        var (code, errors) = await RunAsync(
            "serve", "--port", "70000", "--mllp-port", "-1", "--speed", "9999", "--clock-start", "noon");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        foreach (var option in new[] { "--port", "--mllp-port", "--speed", "--clock-start" })
        {
            Assert.Contains(option + ":", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Serve_WithAWrongNetworkFile_NamesEveryKey()
    {
        var file = Path.Combine(_directory.Path, "network.json");
        await File.WriteAllTextAsync(file, """{ "code": 7, "sites": [] }""");

        var (code, errors) = await RunAsync(
            "serve", "--network", file, "--data", Path.Combine(_directory.Path, "d"), "--port", "0", "--mllp-port", "0");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("code", errors, StringComparison.Ordinal);
        Assert.Contains("thresholds", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnPortsInUse_NamesBothAndSaysWhatToDo()
    {
        using var http = Listening(out var httpPort);
        using var mllp = Listening(out var mllpPort);

        var (code, errors) = await RunAsync(
            "--network", Repository.NetworkFile, "--data", Data, "--port", httpPort, "--mllp-port", mllpPort);

        Assert.Equal(ExitCodes.AddressInUse, code);
        Assert.Contains(httpPort, errors, StringComparison.Ordinal);
        Assert.Contains(mllpPort, errors, StringComparison.Ordinal);
        Assert.Contains("0 takes any free one", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhereADirectoryCannotBeMade_SaysSo()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var (code, errors) = await RunAsync(
            "serve", "--network", Repository.NetworkFile, "--data", file, "--port", "0", "--mllp-port", "0");

        Assert.Equal(ExitCodes.DataUnusable, code);
        Assert.Contains("--data", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OffersAWallsLink_AndOnceThereIsAScreenTheCommandOfTheNext()
    {
        var first = await ServeOnceAsync();
        await RunAsync("wall-screen", "add", "North wall", "--data", Data);
        var later = await ServeOnceAsync();

        Assert.Contains("/walls/", first, StringComparison.Ordinal);
        Assert.DoesNotContain("wall-screen add", first, StringComparison.Ordinal);
        Assert.Contains($"wall-screen add PLACE --data {Data}", later, StringComparison.Ordinal);
        Assert.DoesNotContain("/walls/", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAndReplay_OfAJournal_AgreeOnItsState()
    {
        string hash;
        await using (var server = await RunningServer.StartAsync(options => options with { DataDirectory = Data }))
        {
            await server.TellBusyDayAsync();
            hash = server.Application.Services.GetService(typeof(Server.Live.LiveState)) is Server.Live.LiveState state
                ? state.StateHash().Hash
                : "";
        }

        var (verified, report) = await RunAsync("verify-journal", "--data", Data);
        var (replayed, picture) = await RunAsync("replay", "--data", Data, "--until", "2999-01-01T00:00:00Z");

        Assert.Equal(ExitCodes.Ok, verified);
        Assert.Equal(ExitCodes.Ok, replayed);
        Assert.Contains(hash, report, StringComparison.Ordinal);
        Assert.Contains($"\"stateHash\":\"{hash}\"", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhereThereIsNoJournal_SaysSo()
    {
        var (code, errors) = await RunAsync("verify-journal", "--data", Data);

        Assert.Equal(ExitCodes.DataUnusable, code);
        Assert.Contains("no journal", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executable_WithAMistake_EndsWithTheCodeOfItsKind()
    {
        var (code, output) = await ServerProcess.RunAsync("serve", "--port", "none");

        Assert.Equal(ExitCodes.BadConfiguration, code);
        Assert.Contains("--port", output, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private async Task<string> ServeOnceAsync()
    {
        var options = new ServerOptions
        {
            HttpPort = 0, MllpPort = 0, DataDirectory = Data, NetworkFile = Repository.NetworkFile,
        };
        using var stop = new CancellationTokenSource();
        await using var text = new StoppingAtTheLastLine(stop);
        Assert.Equal(ExitCodes.Ok, await ServeCommand.RunAsync(options, text, stop.Token));
        return text.ToString();
    }

    private static async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        return (await ServerCommands.RunAsync(arguments, text, text), text.ToString());
    }

    private static TcpListener Listening(out string port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        return listener;
    }

    private sealed class StoppingAtTheLastLine(CancellationTokenSource stop) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value!.StartsWith("Stop ", StringComparison.Ordinal))
            {
                await stop.CancelAsync();
            }
        }
    }
}
