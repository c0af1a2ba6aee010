using Microsoft.AspNetCore.Connections;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>
/// Ends a refused connection so that the refusal arrives. Closing a socket while the peer still sends would reset it
/// and lose the answer; so what still comes is read and thrown away, for a short time, without being kept.
/// </summary>
internal sealed class MllpFarewell(ConnectionContext connection, FeedLimits limits, TimeProvider time)
{
    public async Task RunAsync()
    {
        await connection.Transport.Output.CompleteAsync();
        var input = connection.Transport.Input;
        using var timeout = new CancellationTokenSource(limits.FarewellTime, time);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(timeout.Token);
                input.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
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
}
