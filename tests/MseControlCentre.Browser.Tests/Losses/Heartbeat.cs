using System.Net.Http.Json;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Losses;

/// <summary>A feed's sender, which posts one event after another until it is stopped.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sending;

    private Heartbeat(RunningServer server, string source, string kind, Func<string, object> detail) =>
        _sending = SendAsync(server, source, kind, detail);

    /// <summary>Starts a sender.</summary>
    /// <param name="server">To whom.</param>
    /// <param name="source">The feed.</param>
    /// <param name="kind">Kind of the events.</param>
    /// <param name="detail">Their detail, made from an identity that is new each time.</param>
    public static Heartbeat Start(RunningServer server, string source, string kind, Func<string, object> detail) =>
        new(server, source, kind, detail);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending;
        _stop.Dispose();
    }

    private async Task SendAsync(RunningServer server, string source, string kind, Func<string, object> detail)
    {
        using var timer = new PeriodicTimer(s_beat);
        try
        {
            do
            {
                var identity = NewIdentity.OfLetters();
                using var answer = await server.Http.PostAsJsonAsync("api/events", new
                {
                    source, messageId = identity, occurredAt = server.Now, site = "RAJ12", kind, detail = detail(identity),
                });
                answer.EnsureSuccessStatusCode();
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped: the sender is silent from now on.
        }
    }
}
