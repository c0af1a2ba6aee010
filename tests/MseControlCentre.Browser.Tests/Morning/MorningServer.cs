using System.Globalization;
using System.Net.Http.Json;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Morning;

/// <summary>
/// The real server as a process, on a simulated morning that begins at 09:20 and goes faster than a real one. It can be
/// killed as a power cut would kill it, and goes on where it was.
/// </summary>
internal sealed class MorningServer : IAsyncDisposable
{
    private const string Ambulances = "eeast-cad";

    // The morning stands nearly still while accounts are made, and then goes on quickly.
    private const string Slowly = "1";
    private const string Quickly = "30";

    private static readonly TimeSpan s_pulse = TimeSpan.FromSeconds(2);

    private readonly TemporaryDirectory _data = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _pulse = Task.CompletedTask;
    private ServerProcess? _process;
    private HttpClient? _reader;
    private int _told;

    /// <summary>Where pages are; the same after it was killed.</summary>
    public Uri Address => _process!.Address;

    /// <summary>The link that makes the first account.</summary>
    public Uri FirstLink => _process!.FirstLink!;

    /// <summary>Starts it at 09:20.</summary>
    public static async Task<MorningServer> StartAsync()
    {
        var server = new MorningServer();
        server._process = await ServerProcess.StartAsync(
            server._data.Path, "--speed", Slowly, "--clock-start", "2026-11-27T09:20:00Z");
        server._reader = await ServerProcess.ReaderAsync(server.Address, server._data.Path);
        return server;
    }

    /// <summary>Lets the morning go on quickly, with an ambulance service that is heard all the time.</summary>
    public async Task GoOnAsync()
    {
        await KillAsync();
        _pulse = PulseAsync();
    }

    /// <summary>Kills it and starts it again on the same port.</summary>
    public async Task KillAsync()
    {
        var port = _process!.Address.Port;
        await _process.KillAsync();
        await _process.DisposeAsync();
        _process = await ServerProcess.StartOnAsync(port, _data.Path, "--speed", Quickly);
        await Eventually.TrueAsync(IsReadyAsync, "the server is ready again");
    }

    /// <summary>The morning's time.</summary>
    public async Task<DateTimeOffset> NowAsync()
    {
        var status = await _reader!.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("api/status", UriKind.Relative));
        return status.GetProperty("clock").GetProperty("now").GetDateTimeOffset();
    }

    /// <summary>Waits until the morning has come to a time of day.</summary>
    /// <exception cref="OperationCanceledException">It did not come within two minutes.</exception>
    public async Task UntilAsync(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while ((await NowAsync()).TimeOfDay < time)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Tells of an ambulance that arrived some minutes ago at Basildon.</summary>
    public async Task ArriveAsync(string ambulance, double minutesAgo) => await TellAsync(
        nameof(AmbulanceArrived), (await NowAsync()).AddMinutes(-minutesAgo), new { conveyance = ambulance, category = "C2" });

    /// <summary>Tells that the patients of ambulances were handed over just now.</summary>
    public async Task HandOverAsync(params string[] ambulances)
    {
        foreach (var ambulance in ambulances)
        {
            await TellAsync(nameof(HandoverCompleted), await NowAsync(), new { conveyance = ambulance });
        }
    }

    /// <summary>Ends it, and reads what it has kept.</summary>
    /// <returns>The steps of escalations and the parts of calls, in the order in which they became durable.</returns>
    public async Task<IReadOnlyList<FlowEvent>> EndAsync()
    {
        await StopPulseAsync();
        await _process!.KillAsync();
        await using var journal = await SqliteJournal.OpenReadOnlyAsync(
            Path.Combine(_data.Path, "journal.db"), CancellationToken.None);
        var kept = new List<JournalEntry>();
        await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
        {
            kept.AddRange(batch);
        }

        return [.. kept.Select(entry => entry.Event).Where(e => e.Detail is EscalationEvent or CallEvent)];
    }

    /// <summary>Checks the journal as its operator would.</summary>
    public Task<(int ExitCode, string Output)> VerifyAsync() =>
        ServerProcess.RunAsync("verify-journal", "--data", _data.Path);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopPulseAsync();
        _reader?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _stopping.Dispose();
        _data.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        using var answer = await _reader!.GetAsync(new Uri("health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private async Task StopPulseAsync()
    {
        await _stopping.CancelAsync();
        await _pulse;
    }

    // A crew on its way, told of again and again, so that the feed is heard.
    private async Task PulseAsync()
    {
        using var timer = new PeriodicTimer(s_pulse);
        try
        {
            do
            {
                await TellIfThereAsync();
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The morning is over.
        }
    }

    private async Task TellIfThereAsync()
    {
        try
        {
            await TellAsync(
                nameof(AmbulanceDispatchedToHospital), await NowAsync(), new { conveyance = "on-its-way", category = "C3" });
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The server was killed: nobody hears it, and the next one is told soon.
        }
    }

    private async Task TellAsync(string kind, DateTimeOffset at, object detail)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("api/events", new
        {
            source = Ambulances,
            messageId = string.Create(CultureInfo.InvariantCulture, $"morning-{Interlocked.Increment(ref _told)}"),
            occurredAt = at,
            site = "RAJ12",
            kind,
            detail,
        });
        answer.EnsureSuccessStatusCode();
    }
}
