using System.Buffers;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>What the reading of a connection's bytes has come to.</summary>
public enum FrameStep
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>A whole frame is there.</summary>
    Frame,

    /// <summary>A frame was cut short: the next one started before it ended.</summary>
    CutShort,

    /// <summary>The frame is longer than is taken.</summary>
    TooLong,

    /// <summary>Too many bytes came without a start byte.</summary>
    NoFraming,
}

/// <summary>
/// Finds MLLP frames in the bytes of one connection (HL7 v3 transport specification, MLLP release 1):
/// <code>0B "MSH|^~\&amp;|..." 1C 0D</code>
/// The last 0D may be missing. Bytes between frames are skipped and counted; line ends there are not counted. Holds no
/// bytes itself, so an idle connection costs nothing.
/// </summary>
/// <param name="maxFrameBytes">Longest frame taken, in bytes.</param>
/// <param name="maxStrayBytes">Most bytes skipped before a frame starts.</param>
public sealed class MllpFrames(int maxFrameBytes, int maxStrayBytes)
{
    internal const byte Start = 0x0B;
    internal const byte End = 0x1C;
    internal const byte CarriageReturn = 0x0D;
    private const byte LineFeed = 0x0A;

    private static readonly SearchValues<byte> s_marks = SearchValues.Create([Start, End]);
    private static readonly SearchValues<byte> s_ends = SearchValues.Create([End]);

    private long _searched;
    private bool _wide;

    /// <summary>Whether a frame has started and not ended.</summary>
    public bool InFrame { get; private set; }

    /// <summary>Bytes skipped since the last frame, line ends apart.</summary>
    public int StrayBytes { get; private set; }

    /// <summary>All bytes skipped so far, line ends apart.</summary>
    public long TotalStrayBytes { get; private set; }

    /// <summary>Takes the next frame out of the buffer.</summary>
    /// <param name="buffer">What was read; what has been dealt with is sliced off.</param>
    /// <param name="frame">The frame's content, valid until the buffer is released.</param>
    public FrameStep Next(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame)
    {
        frame = default;
        if (!InFrame && !TryStart(ref buffer))
        {
            return StrayBytes > maxStrayBytes ? FrameStep.NoFraming : FrameStep.NeedMore;
        }

        NoticeWideCharacters(buffer);
        while (FindMark(buffer) is { } mark)
        {
            var found = ByteAt(buffer, mark);
            if (found == Start)
            {
                if (buffer.Length < mark + 4)
                {
                    _searched = mark;
                    break;
                }

                if (StartsMessage(buffer.Slice(mark + 1, 3)))
                {
                    buffer = buffer.Slice(mark);
                    Leave();
                    return FrameStep.CutShort;
                }
            }
            else if (Ends(buffer, mark))
            {
                return Finish(ref buffer, mark, out frame);
            }

            _searched = mark + 1;
        }

        return buffer.Length > maxFrameBytes ? FrameStep.TooLong : FrameStep.NeedMore;
    }

    private FrameStep Finish(ref ReadOnlySequence<byte> buffer, long end, out ReadOnlySequence<byte> frame)
    {
        frame = buffer.Slice(0, end);
        buffer = buffer.Slice(end + 1);
        Leave();
        return frame.Length > maxFrameBytes ? FrameStep.TooLong : FrameStep.Frame;
    }

    private void Leave()
    {
        InFrame = false;
        _searched = 0;
        _wide = false;
    }

    private bool TryStart(ref ReadOnlySequence<byte> buffer)
    {
        var start = buffer.PositionOf(Start);
        var skipped = start is { } position ? buffer.Slice(0, position) : buffer;
        foreach (var part in skipped)
        {
            var strays = part.Length - part.Span.Count(CarriageReturn) - part.Span.Count(LineFeed);
            StrayBytes = (int)Math.Min((long)StrayBytes + strays, int.MaxValue);
            TotalStrayBytes += strays;
        }

        if (start is null)
        {
            buffer = buffer.Slice(buffer.End);
            return false;
        }

        buffer = buffer.Slice(buffer.GetPosition(1, start.Value));
        InFrame = true;
        StrayBytes = 0;
        return true;
    }

    private long? FindMark(ReadOnlySequence<byte> buffer)
    {
        var offset = _searched;
        foreach (var part in buffer.Slice(_searched))
        {
            // In UTF-16 every byte value occurs inside characters, so only the end is looked for.
            var index = part.Span.IndexOfAny(_wide ? s_ends : s_marks);
            if (index >= 0)
            {
                return offset + index;
            }

            offset += part.Length;
        }

        _searched = offset;
        return null;
    }

    // In UTF-16 the byte 1C is part of characters too (U+201C, a quotation mark): there it ends a frame only when a
    // line end or the next frame follows, or when nothing more has come.
    private bool Ends(ReadOnlySequence<byte> buffer, long mark) =>
        !_wide || buffer.Length == mark + 1 || ByteAt(buffer, mark + 1) is CarriageReturn or LineFeed or Start;

    private void NoticeWideCharacters(ReadOnlySequence<byte> buffer)
    {
        if (_searched == 0 && buffer.Length >= 2)
        {
            var (first, second) = (ByteAt(buffer, 0), ByteAt(buffer, 1));
            _wide = first == 0 || second == 0 || (first, second) is (0xFE, 0xFF) or (0xFF, 0xFE);
        }
    }

    private static byte ByteAt(ReadOnlySequence<byte> buffer, long index) => buffer.Slice(index, 1).FirstSpan[0];

    private static bool StartsMessage(ReadOnlySequence<byte> bytes)
    {
        Span<byte> id = stackalloc byte[3];
        bytes.CopyTo(id);
        return id.SequenceEqual("MSH"u8) || id.SequenceEqual("FHS"u8) || id.SequenceEqual("BHS"u8);
    }
}
