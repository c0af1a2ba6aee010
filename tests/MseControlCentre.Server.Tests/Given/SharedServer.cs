using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>
/// One server for those tests of a class that leave nothing behind which another of them looks at: starting one costs more
/// than most of what is asked of it.
/// </summary>
public class SharedServer : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public RunningServer Running { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Running = await RunningServer.StartAsync(Change);
        await TellAsync(Running);
    }

    /// <inheritdoc />
    public async Task DisposeAsync() => await Running.DisposeAsync();

    /// <summary>How it runs.</summary>
    protected virtual ServerOptions Change(ServerOptions options) => options;

    /// <summary>What it is told before the first test.</summary>
    protected virtual Task TellAsync(RunningServer server) => Task.CompletedTask;
}

/// <summary>A shared server that was told of a busy day.</summary>
public sealed class SharedBusyServer : SharedServer
{
    /// <inheritdoc />
    protected override Task TellAsync(RunningServer server) => server.TellBusyDayAsync();
}
