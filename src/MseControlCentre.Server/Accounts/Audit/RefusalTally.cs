using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Hosting;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Keeps whoever is refused again and again from filling the journal: the first refusal of somebody at an address is
/// written at once, those of the minute after it are counted and written as one.
/// </summary>
/// <param name="writer">Writes them.</param>
/// <param name="clock">The server's own clock.</param>
/// <param name="log">Tells of refusals that the journal did not take.</param>
public sealed partial class RefusalTally(
    AuditWriter writer,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<RefusalTally> log) : BackgroundService
{
    /// <summary>Bound of what is told apart in a minute; the rest is counted together.</summary>
    public const int MostToldApart = 64;

    /// <summary>How long refusals are counted before they are written.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();

    // Bound: MostToldApart and one more for the rest.
    private readonly Dictionary<string, Counted> _counted = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts a refusal. It stays a refusal when the journal does not take it: the log then says so, and the next entry
    /// counts it.
    /// </summary>
    public async Task AddAsync(AccessRecorded refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (First(refusal) is { } first)
        {
            await WriteAsync([first]);
        }
    }

    /// <summary>Writes what was counted in minutes that are over; all of it when the server stops.</summary>
    public Task WriteCountedAsync(bool all = false) => WriteAsync(TakeCounted(all));

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteCountedAsync(all: true);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteCountedAsync();
        }
    }

    private AccessRecorded? First(AccessRecorded refusal)
    {
        lock (_gate)
        {
            var key = KeyOf(refusal);
            if (!_counted.ContainsKey(key) && _counted.Count >= MostToldApart)
            {
                key = string.Empty;
                refusal = TheRest(refusal);
            }

            if (_counted.TryGetValue(key, out var known))
            {
                known.Times += refusal.Times;
                known.Newest = refusal;
                return null;
            }

            _counted.Add(key, new Counted(clock.GetTimestamp(), refusal));
            return refusal;
        }
    }

    private List<AccessRecorded> TakeCounted(bool all)
    {
        var over = new List<AccessRecorded>();
        lock (_gate)
        {
            foreach (var (key, counted) in _counted.ToList())
            {
                if (!all && clock.GetElapsedTime(counted.Since) < Window)
                {
                    continue;
                }

                _counted.Remove(key);
                if (counted.Times > 0)
                {
                    over.Add(counted.Newest with { Times = counted.Times });
                    if (!all)
                    {
                        // Whoever goes on is counted on: an entry a minute, however long it lasts.
                        _counted[key] = new Counted(clock.GetTimestamp(), counted.Newest);
                    }
                }
            }
        }

        return over;
    }

    private async Task WriteAsync(List<AccessRecorded> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        try
        {
            await writer.WriteAsync(refusals);
        }
        catch (AuditUnavailableException unavailable)
        {
            LogNotWritten(refusals.Sum(refusal => refusal.Times), unavailable.Message);
            CountAgain(refusals);
        }
    }

    private void CountAgain(List<AccessRecorded> refusals)
    {
        lock (_gate)
        {
            foreach (var refusal in refusals)
            {
                var key = KeyOf(refusal);
                if (_counted.TryGetValue(key, out var known))
                {
                    known.Times += refusal.Times;
                }
                else if (_counted.Count <= MostToldApart)
                {
                    _counted.Add(key, new Counted(clock.GetTimestamp(), refusal) { Times = refusal.Times });
                }
            }
        }
    }

    private static string KeyOf(AccessRecorded refusal) => string.Join(
        '\n',
        refusal.Act,
        refusal.Actor,
        refusal.Operation,
        IPAddress.TryParse(refusal.Address, out var address) ? SenderAddress.Of(address) : string.Empty);

    private static AccessRecorded TheRest(AccessRecorded refusal) => new(
        refusal.ServerTime,
        nameof(AuditAct.Refused),
        Allowed: false,
        Words: "Of more people or addresses than are told apart in a minute.");

    [LoggerMessage(LogLevel.Error, "{Times} refusals could not be recorded and are counted on: {Reason}")]
    private partial void LogNotWritten(int times, string reason);

    private sealed class Counted(long since, AccessRecorded newest)
    {
        public long Since { get; } = since;

        public AccessRecorded Newest { get; set; } = newest;

        public int Times { get; set; }
    }
}
