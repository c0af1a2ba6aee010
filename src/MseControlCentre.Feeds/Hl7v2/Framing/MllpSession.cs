using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>
/// One MLLP connection. The reading side parses and hands on frame after frame without waiting for commits; the
/// answering side sends the answers in the same order as each becomes ready. The queue between them is bounded by
/// <see cref="FeedLimits.MaxInFlight"/>: a sender that does not read its answers is not read any further either.
/// </summary>
internal sealed class MllpSession(
    ConnectionContext connection, IFrameConversation conversation, FeedLimits limits, TimeProvider time)
{
    private readonly PipeReader _input = connection.Transport.Input;
    private readonly PipeWriter _output = connection.Transport.Output;
    private readonly MllpFrames _frames = new(limits.MaxFrameBytes, limits.MaxStrayBytes);
    private readonly Channel<Task<ReadOnlyMemory<byte>>> _answers =
        Channel.CreateBounded<Task<ReadOnlyMemory<byte>>>(new BoundedChannelOptions(limits.MaxInFlight)
        {
            SingleReader = true,
            SingleWriter = true,
        });

    private long _startedAt;

    /// <summary>Serves the connection until either side closes it.</summary>
    public async Task RunAsync()
    {
        // When the server stops it takes no more frames, but still answers those it has taken.
        using var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()
            ?.ConnectionClosedRequested.Register(_input.CancelPendingRead) ?? default;
        var answering = AnswerAsync();
        var refused = false;
        try
        {
            refused = await ReadAsync();
        }
        catch (Exception error) when (error is ConnectionResetException or ConnectionAbortedException or IOException)
        {
            // The peer went away. It has no answer for what was in flight and will send it again.
            connection.Abort(new ConnectionAbortedException("The sender closed the connection.", error));
        }
        finally
        {
            _answers.Writer.TryComplete();
            await answering;
            conversation.SkippedBytes(_frames.TotalStrayBytes);
        }

        if (refused)
        {
            await new MllpFarewell(connection, limits, time).RunAsync();
        }
    }

    // True when the connection was refused with a last answer.
    private async Task<bool> ReadAsync()
    {
        while (true)
        {
            if (await ReadInTimeAsync() is not { } read)
            {
                return await RefuseAsync(new Rejection(
                    "MLLP frame",
                    _frames.InFrame ? "a frame that was started and not ended" : "bytes without a start byte",
                    $"a whole frame 0B ... 1C 0D within {limits.FrameTime.TotalSeconds:0} seconds was expected"));
            }

            var buffer = read.Buffer;
            var refusal = await TakeFramesAsync(buffer, read.IsCompleted);
            if (refusal is not null)
            {
                return await RefuseAsync(refusal);
            }

            if (read.IsCompleted || read.IsCanceled)
            {
                return false;
            }
        }
    }

    // Takes every whole frame out of what was read. Returns why the connection cannot go on; null when it can.
    private async ValueTask<Rejection?> TakeFramesAsync(ReadOnlySequence<byte> buffer, bool isLast)
    {
        try
        {
            while (true)
            {
                switch (_frames.Next(ref buffer, out var frame))
                {
                    case FrameStep.Frame:
                        _startedAt = 0;
                        await _answers.Writer.WriteAsync(conversation.ReceiveAsync(frame.ToArray()));
                        break;
                    case FrameStep.CutShort:
                        await _answers.Writer.WriteAsync(Task.FromResult(conversation.Refuse(MllpRefusals.CutShort)));
                        break;
                    case FrameStep.TooLong:
                        return MllpRefusals.TooLong(limits.MaxFrameBytes);
                    case FrameStep.NoFraming:
                        return MllpRefusals.NoFraming;
                    default:
                        return !isLast ? null
                            : _frames.InFrame ? MllpRefusals.CutShort
                            : _frames.StrayBytes > 0 ? MllpRefusals.NoFraming
                            : null;
                }
            }
        }
        finally
        {
            // What is left belongs to a frame that is not whole yet: it has been looked at, and stays.
            _input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    // Null when a started frame (or bytes that start none) took too long. An idle connection may wait for ever.
    private async ValueTask<ReadResult?> ReadInTimeAsync()
    {
        if (!_frames.InFrame && _frames.StrayBytes == 0)
        {
            _startedAt = 0;
            return await _input.ReadAsync();
        }

        if (_input.TryRead(out var ready))
        {
            return ready;
        }

        var now = time.GetTimestamp();
        _startedAt = _startedAt == 0 ? now : _startedAt;
        var left = limits.FrameTime - time.GetElapsedTime(_startedAt, now);
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(left, time);
        try
        {
            return await _input.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<bool> RefuseAsync(Rejection reason)
    {
        await _answers.Writer.WriteAsync(Task.FromResult(conversation.Refuse(reason)));
        return true;
    }

    private async Task AnswerAsync()
    {
        var connected = true;
        await foreach (var pending in _answers.Reader.ReadAllAsync())
        {
            if (connected && !pending.IsCompleted)
            {
                connected = await FlushAsync();
            }

            var answer = await pending;
            if (connected)
            {
                _output.Write(answer.Span);
                connected = _answers.Reader.TryPeek(out _) || await FlushAsync();
            }
        }
    }

    private async ValueTask<bool> FlushAsync()
    {
        try
        {
            return !(await _output.FlushAsync()).IsCompleted;
        }
        catch (Exception error) when (error is ConnectionResetException or ConnectionAbortedException or IOException)
        {
            // The peer went away before its answer. It will send the message again, and the journal knows it then.
            return false;
        }
    }
}
