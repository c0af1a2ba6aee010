using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>
/// Sends JSON events of one feed in order as NDJSON to <c>POST /api/events</c>, as many at a time as have queued.
/// A server that cannot be reached or has no room is tried again for ever; an item it rejects is logged and counted.
/// </summary>
public sealed class EventSender : ISender
{
    /// <summary>Messages that wait for sending; more make <see cref="EnqueueAsync"/> wait.</summary>
    public const int Capacity = 2000;

    private const int LargestBatch = 200;
    private static readonly TimeSpan s_answerWithin = TimeSpan.FromSeconds(30);
    private readonly Channel<OutgoingMessage> _queue = Channel.CreateBounded<OutgoingMessage>(Capacity);
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly AuthenticationHeaderValue? _key;
    private bool _toldRefused;

    /// <summary>Sends to the server that is the client's base address.</summary>
    /// <param name="http">The client.</param>
    /// <param name="time">Clock of the waits.</param>
    /// <param name="log">Takes what goes wrong.</param>
    /// <param name="key">The feed's key; null for a feed without one.</param>
    public EventSender(HttpClient http, TimeProvider time, Action<string> log, string? key = null)
    {
        _key = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        _http = http;
        _time = time;
        _log = log;
    }

    /// <inheritdoc />
    public SenderCounts Counts { get; } = new();

    /// <inheritdoc />
    public int Waiting => _queue.Reader.Count;

    /// <inheritdoc />
    public ValueTask EnqueueAsync(OutgoingMessage message, CancellationToken cancellation) =>
        _queue.Writer.WriteAsync(message, cancellation);

    /// <inheritdoc />
    public void Reconnect()
    {
        // Each batch is a request of its own; there is no connection to lose.
    }

    /// <inheritdoc />
    public void Complete() => _queue.Writer.TryComplete();

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellation)
    {
        var backOff = new BackOff(_time);
        var batch = new List<OutgoingMessage>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync(cancellation))
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var message))
            {
                batch.Add(message);
            }

            while (!await TrySendAsync(batch, cancellation))
            {
                Counts.Retry();
                await backOff.WaitAsync(cancellation);
            }

            backOff.Reset();
        }
    }

    private async Task<bool> TrySendAsync(List<OutgoingMessage> batch, CancellationToken cancellation)
    {
        try
        {
            using var limit = new CancellationTokenSource(s_answerWithin, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            using var content = new StringContent(
                string.Join('\n', batch.Select(message => message.Payload)) + "\n", Encoding.UTF8,
                    "application/x-ndjson");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/events", UriKind.Relative));
            request.Content = content;
            request.Headers.Authorization = _key;
            using var answer = await _http.SendAsync(request, both.Token);
            if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.MultiStatus or HttpStatusCode.BadRequest)
            {
                Judge(batch, answer.StatusCode, await answer.Content.ReadAsStringAsync(both.Token));
                return true;
            }

            TellRefused(batch[0].Feed, answer.StatusCode);
            return false;
        }
        catch (Exception error) when (
            error is HttpRequestException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    // Kept and sent again, for a key can be mended; told once, for nobody would mend it otherwise.
    private void TellRefused(string feed, HttpStatusCode status)
    {
        if (!_toldRefused && status is (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            _toldRefused = true;
            _log($"{feed}: the server asks for another key ({(int)status}); give the feed's own with --keys.");
        }
    }

    private void Judge(List<OutgoingMessage> batch, HttpStatusCode status, string body)
    {
        if (status == HttpStatusCode.Accepted)
        {
            Counts.Accept(batch.Count);
            return;
        }

        var rejected = 0;
        foreach (var (index, reason) in Rejections(body))
        {
            rejected++;
            if (Counts.Refuse())
            {
                _log(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{batch[0].Feed}: {batch[Math.Min(index, batch.Count - 1)].MessageId} was rejected: {reason}"));
            }
        }

        if (rejected == 0 && status == HttpStatusCode.BadRequest && Counts.Refuse())
        {
            // The whole request was unreadable to the server: sending it again would not mend it.
            _log($"{batch[0].Feed}: a batch of {batch.Count} was refused: {body[..Math.Min(200, body.Length)]}");
            return;
        }

        Counts.Accept(batch.Count - Math.Min(rejected, batch.Count));
    }

    private static List<(int Index, string Reason)> Rejections(string body)
    {
        var rejections = new List<(int Index, string Reason)>();
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.TryGetProperty("items", out var items))
            {
                foreach (var item in items.EnumerateArray())
                {
                    if (item.TryGetProperty("outcome", out var outcome) && outcome.ValueEquals("rejected"))
                    {
                        var field = item.TryGetProperty("field", out var at) ? at.ToString() : "";
                        var reason = item.TryGetProperty("error", out var why) ? why.ToString() : "";
                        rejections.Add((item.GetProperty("index").GetInt32(), field + ": " + reason));
                    }
                }
            }
        }
        catch (JsonException)
        {
            // The answer is no report by item; the caller treats the status as the whole answer.
            rejections.Clear();
        }

        return rejections;
    }
}
