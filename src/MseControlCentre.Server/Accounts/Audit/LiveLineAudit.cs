using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Records who watches live what is recorded: when they begin, and again each hour that they stay. A line of which that
/// cannot be recorded ends.
/// </summary>
/// <param name="scribe">Describes acts.</param>
/// <param name="writer">Writes them.</param>
/// <param name="refusals">Counts refusals.</param>
/// <param name="clock">The server's own clock.</param>
/// <param name="log">Tells of lines that were ended.</param>
public sealed partial class LiveLineAudit(
    AuditScribe scribe,
    AuditWriter writer,
    RefusalTally refusals,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<LiveLineAudit> log) : BackgroundService
{
    /// <summary>How long a line goes on until it is recorded again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    // Bound: the live lines of this node and the boards of each; a line leaves when it ends.
    private readonly ConcurrentDictionary<(string Line, string Board), Watched> _watched = new();

    /// <summary>Records that somebody begins to watch a board, before its first frame is sent.</summary>
    /// <exception cref="HubException">It cannot be recorded: they do not watch it.</exception>
    public async Task JoinAsync(HubCallerContext line, string board, Need need)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(need);
        if (!AuditedOperations.Has(need.Operation))
        {
            return;
        }

        var watched = new Watched(line, board, need, clock.GetTimestamp());
        try
        {
            await WriteAsync(watched, "begins to watch");
        }
        catch (AuditUnavailableException unavailable)
        {
            throw new HubException(
                "Who watches this is recorded, and the record cannot be written now. Try again.", unavailable);
        }

        _watched[(line.ConnectionId, board)] = watched;
        line.ConnectionAborted.Register(() => _watched.TryRemove((line.ConnectionId, board), out _));
    }

    /// <summary>Records that somebody was not let watch a board.</summary>
    public Task RefusedAsync(HubCallerContext line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return refusals.AddAsync(scribe.Describe(
            AuditAct.Refused, ActorClaims.Read(line.User), need: null, line.GetHttpContext(), "a live line"));
    }

    /// <summary>Records those who have watched for another hour.</summary>
    public async Task WriteStayingAsync()
    {
        foreach (var (key, watched) in _watched.Where(one => clock.GetElapsedTime(one.Value.Since) >= Again))
        {
            try
            {
                await WriteAsync(watched, "still watches");
                _watched.TryUpdate(key, watched with { Since = clock.GetTimestamp() }, watched);
            }
            catch (AuditUnavailableException unavailable)
            {
                LogEnded(unavailable.Message);
                _watched.TryRemove(key, out _);
                watched.Line.Abort();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteStayingAsync();
        }
    }

    private Task WriteAsync(Watched watched, string how) => writer.WriteAsync(scribe.Describe(
        AuditAct.Saw,
        ActorClaims.Read(watched.Line.User),
        watched.Need,
        watched.Line.GetHttpContext(),
        $"{how} the live board {watched.Board}"));

    [LoggerMessage(LogLevel.Error, "A live line was ended, since who watches it could not be recorded: {Reason}")]
    private partial void LogEnded(string reason);

    private sealed record Watched(HubCallerContext Line, string Board, Need Need, long Since);
}
