using System.Globalization;
using System.Text.Json;
using MseControlCentre.Simulator.Commands;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>
/// One run: makes the world of (seed, origin) again, passes over what the server has been told long ago, then follows
/// the server's clock and sends what is due. Memory is bounded by the senders' queues: when they are full, the world
/// waits.
/// </summary>
public sealed class RunSession : IAsyncDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_overlap = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_readStatusEvery = TimeSpan.FromSeconds(2);
    private readonly RunOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly HttpClient _board;
    private readonly Action<string> _log;
    private readonly Dictionary<string, (ISender Sender, Task Running)> _senders = new(StringComparer.Ordinal);
    private readonly Queue<OutgoingMessage> _lastHour = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Prepares a run.</summary>
    /// <param name="options">What is sent where.</param>
    /// <param name="time">Real time.</param>
    /// <param name="http">Sends events.</param>
    /// <param name="log">Takes what is to be told.</param>
    /// <param name="board">Asks how far the server's day is; the client of events when it is null.</param>
    public RunSession(
        RunOptions options, TimeProvider time, HttpClient http, Action<string> log, HttpClient? board = null)
    {
        _options = options;
        _time = time;
        _http = http;
        _board = board ?? http;
        _log = log;
    }

    /// <summary>What became of the messages, by feed.</summary>
    public IReadOnlyDictionary<string, SenderCounts> Counts =>
        _senders.ToDictionary(pair => pair.Key, pair => pair.Value.Sender.Counts, StringComparer.Ordinal);

    /// <summary>Runs until <see cref="RunOptions.Until"/> or cancellation.</summary>
    /// <exception cref="CommandException">The server does not run simulated days, or has begun others.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var reader = new StatusReader(_board);
        var first = await FirstStatusAsync(reader, cancellation);
        var origin = first.Origin ?? throw new CommandException(
            "The server runs on real time, not on simulated days; start it with --speed.");
        var clock = new ServerClock(_time, first);
        var system = new SimulatedSystem(_options.Network, _options.Seed, origin, _options.Faults, _options.Surges);
        var nextStatus = _time.GetUtcNow() + s_readStatusEvery;
        var report = new HourlyReport(_log, _options.Network.TimeZone);
        while (!cancellation.IsCancellationRequested)
        {
            var target = WholeSecond(Earlier(clock.Now, _options.Until));
            while (system.Now < target)
            {
                var step = Earlier(system.Now + s_step, target);
                await SendDueAsync(system.AdvanceTo(step), first, origin, cancellation);
                report.At(step, Counts);
                await RestartIfDueAsync(step, cancellation);
            }

            if (_options.Until is { } until && target >= WholeSecond(until))
            {
                await FinishAsync(cancellation);
                return;
            }

            await Task.Delay(s_glance, _time, cancellation);
            if (_time.GetUtcNow() >= nextStatus)
            {
                nextStatus = _time.GetUtcNow() + s_readStatusEvery;
                await FollowAsync(clock, reader, cancellation);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var (_, running) in _senders.Values)
        {
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        _stop.Dispose();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other is { } two && two < one
        ? two : one;

    // The world moves by whole seconds.
    private static DateTimeOffset WholeSecond(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private async Task<ServerStatus> FirstStatusAsync(StatusReader reader, CancellationToken cancellation)
    {
        var backOff = new BackOff(_time);
        var told = false;
        while (true)
        {
            try
            {
                return await reader.ReadAsync(cancellation);
            }
            catch (Exception error) when (IsPassing(error, cancellation))
            {
                if (!told)
                {
                    _log($"Waiting for the server at {_options.Server}: {error.Message}");
                    told = true;
                }

                await backOff.WaitAsync(cancellation);
            }
        }
    }

    private static async Task FollowAsync(ServerClock clock, StatusReader reader, CancellationToken cancellation)
    {
        ServerStatus status;
        try
        {
            status = await reader.ReadAsync(cancellation);
        }
        catch (Exception error) when (IsPassing(error, cancellation))
        {
            // The server is away; time goes on, and the senders try again until it is back.
            return;
        }

        if (!clock.Follow(status))
        {
            throw new CommandException("The server has begun other simulated days; start the simulator again.");
        }
    }

    private static bool IsPassing(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or JsonException or IOException
        || (error is OperationCanceledException && !cancellation.IsCancellationRequested);

    private async Task SendDueAsync(
        IReadOnlyList<OutgoingMessage> due, ServerStatus first, DateTimeOffset origin, CancellationToken cancellation)
    {
        var overlap = s_overlap + (_options.Faults.HasFlag(Faults.Late) ? FaultyPost.LongestDelay : TimeSpan.Zero);
        foreach (var message in due)
        {
            var told = first.LastOccurredAt.GetValueOrDefault(message.Feed);
            var isCensus = message.DeliverAt <= origin;
            if (message.DeliverAt < told - overlap || (isCensus && _options.NoCensus) || IsMissing(message))
            {
                continue;
            }

            if (_options.Restarts)
            {
                _lastHour.Enqueue(message);
            }

            await SenderOf(message).EnqueueAsync(message, cancellation);
        }
    }

    private bool IsMissing(OutgoingMessage message)
    {
        var clock = TimeOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(message.DeliverAt, _options.Network.TimeZone).DateTime);
        return _options.Missing.Any(missing => missing.Covers(message.Feed, clock));
    }

    private ISender SenderOf(OutgoingMessage message)
    {
        if (!_senders.TryGetValue(message.Feed, out var entry))
        {
            ISender sender = message.IsHl7
                ? new Hl7Sender(_options.MllpHost, _options.MllpPort, _time, _log)
                : new EventSender(_http, _time, _log, _options.Keys.GetValueOrDefault(message.Feed));
            entry = (sender, sender.RunAsync(_stop.Token));
            _senders.Add(message.Feed, entry);
        }

        if (entry.Running.IsFaulted)
        {
            throw new InvalidOperationException($"The sender of {message.Feed} has failed.", entry.Running.Exception);
        }

        return entry.Sender;
    }

    private async Task RestartIfDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (!_options.Restarts)
        {
            return;
        }

        while (_lastHour.TryPeek(out var oldest) && oldest.DeliverAt < now - s_overlap)
        {
            _lastHour.Dequeue();
        }

        var sixHours = TimeSpan.FromHours(6).Ticks;
        if ((now - s_step).UtcTicks / sixHours != now.UtcTicks / sixHours)
        {
            _log($"{now:yyyy-MM-dd HH:mm} senders restart and send {_lastHour.Count} messages again.");
            foreach (var (sender, _) in _senders.Values)
            {
                sender.Reconnect();
            }

            foreach (var message in _lastHour)
            {
                await SenderOf(message).EnqueueAsync(message, cancellation);
            }
        }
    }

    private async Task FinishAsync(CancellationToken cancellation)
    {
        foreach (var (sender, _) in _senders.Values)
        {
            sender.Complete();
        }

        await Task.WhenAll(_senders.Values.Select(entry => entry.Running)).WaitAsync(cancellation);
        _log(HourlyReport.Line(_options.Until ?? _time.GetUtcNow(), Counts));
    }
}
