using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace MseControlCentre.Server.Accounts.Sessions;

/// <summary>
/// Ends live lines whose session has ended: a page left open must not go on showing what its reader may no longer see.
/// </summary>
/// <param name="scopes">Gives each look its own.</param>
/// <param name="clock">The server's own clock.</param>
/// <param name="log">Tells of sessions that could not be looked at.</param>
public sealed partial class LiveLineSessions(
    IServiceScopeFactory scopes,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<LiveLineSessions> log) : BackgroundService, IHubFilter
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    // Bound: the live lines of this node; a line leaves when it ends.
    private readonly ConcurrentDictionary<string, HubCallerContext> _lines = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _lines[context.Context.ConnectionId] = context.Context;
        return next(context);
    }

    /// <inheritdoc />
    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _lines.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    /// <summary>Ends those whose session has ended.</summary>
    public async Task EndOverAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<SessionCheck>();
        foreach (var line in _lines.Values)
        {
            if (line.User is { } user && !await check.IsLiveAsync(user, cancellationToken))
            {
                line.Abort();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EndOverAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next look may succeed; until then no wall goes dark for it.
                LogNotLooked(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Whether the sessions of live lines go on could not be looked at.")]
    private partial void LogNotLooked(Exception exception);
}
