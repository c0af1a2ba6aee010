using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>
/// Ends a refused connection so that the refusal arrives. Closing a socket while the peer still sends would reset it
/// and lose the answer; so what still comes is read and thrown away, without being kept, until the peer ends its side
/// or <see cref="FeedLimits.FarewellTime"/> is over. Only then is this side ended: on a plain socket Kestrel closes
/// both directions at once (dotnet/aspnetcore issue 14937).
/// </summary>
internal sealed class MllpFarewell(ConnectionContext connection, FeedLimits limits, TimeProvider time)
{
    private readonly PipeReader _input = connection.Transport.Input;

    public async Task RunAsync()
    {
        using var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()
            ?.ConnectionClosedRequested.Register(_input.CancelPendingRead) ?? default;
        using var timeout = new CancellationTokenSource(limits.FarewellTime, time);
        try
        {
            await connection.Transport.Output.FlushAsync(timeout.Token);
            await ThrowAwayAsync(timeout.Token);
            await connection.Transport.Output.CompleteAsync();
        }
        catch (Exception error)
            when (error is OperationCanceledException
                or ConnectionResetException
                or ConnectionAbortedException
                or IOException)
        {
            connection.Abort(new ConnectionAbortedException("The connection was refused and did not close.", error));
        }
    }

    private async Task ThrowAwayAsync(CancellationToken isOver)
    {
        try
        {
            while (await _input.ReadAsync(isOver) is { IsCompleted: false, IsCanceled: false } read)
            {
                _input.AdvanceTo(read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (isOver.IsCancellationRequested)
        {
            // The peer waits for this side to end: its answer has had all the time it needs.
        }
    }
}
