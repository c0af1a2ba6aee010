using System.Buffers;
using System.Text;
using MseControlCentre.Feeds.Hl7v2.Framing;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Framing;

public sealed class MllpFramesTests
{
    [Fact]
    public void Next_WholeFrame_IsTaken() => Assert.Equal(["F:MSH|a"], Steps("\vMSH|a\u001C\r"));

    [Fact]
    public void Next_SeveralFramesInOneRead_AreTakenInOrder() =>
        Assert.Equal(["F:one", "F:two"], Steps("\vone\u001C\r\vtwo\u001C\r"));

    [Fact]
    public void Next_MissingTrailingReturn_IsTolerated() =>
        Assert.Equal(["F:one", "F:two"], Steps("\vone\u001C\vtwo\u001C"));

    [Fact]
    public void Next_FrameOverManyReads_IsTakenWherePartsMeet()
    {
        var bytes = Encoding.UTF8.GetBytes("xx\vMSH|one\u001C\r\n\vMSH|two\u001C\r");
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            Assert.Equal(["F:MSH|one", "F:MSH|two"], Steps([bytes[..cut], bytes[cut..]]));
        }

        Assert.Equal(["F:MSH|one", "F:MSH|two"], Steps([.. bytes.Select(one => new[] { one })]));
    }

    [Fact]
    public void Next_BytesBetweenFrames_AreSkippedAndCounted()
    {
        var frames = new MllpFrames(100, 50);

        Assert.Equal(["F:one", "F:two"], Steps(frames,
            [Encoding.UTF8.GetBytes("ab\vone\u001C\r\r\nxyz\vtwo\u001C\r")]));
        Assert.Equal(5, frames.TotalStrayBytes);
    }

    [Fact]
    public void Next_MoreStrayBytesThanAllowed_IsNoFraming() =>
        Assert.Equal(["NoFraming"], Steps(new string('x', 51)));

    [Fact]
    public void Next_FrameThatNeverEnded_IsCutShortByTheNext() =>
        Assert.Equal(["CutShort", "F:MSH|two"], Steps("\vMSH|one\vMSH|two\u001C\r"));

    [Fact]
    public void Next_VerticalTabInsideText_StaysInTheFrame() =>
        Assert.Equal(["F:MSH|soft\vbreak"], Steps("\vMSH|soft\vbreak\u001C\r"));

    [Theory]
    [InlineData(100, "F:")]
    [InlineData(101, "TooLong")]
    public void Next_FrameAtTheLimit_IsTakenAndOneLongerIsNot(int length, string step) =>
        Assert.StartsWith(step, Steps("\v" + new string('x', length) + "\u001C\r")[0], StringComparison.Ordinal);

    [Fact]
    public void Next_FrameOverTheLimitWithoutItsEnd_IsTooLongAtOnce() =>
        Assert.Equal(["TooLong"], Steps("\v" + new string('x', 101)));

    // U+201C is 1C 20 in UTF-16: its first byte must not end the frame.
    [Fact]
    public void Next_Utf16_IsNotEndedByHalfACharacter()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("MSH|“x”")];

        var step = Assert.Single(Steps([[0x0B, .. content, 0x1C, 0x0D]]));

        Assert.Equal("F:" + Encoding.UTF8.GetString(content), step);
    }

    private static List<string> Steps(string text) => Steps([Encoding.UTF8.GetBytes(text)]);

    private static List<string> Steps(byte[][] reads) => Steps(new MllpFrames(100, 50), reads);

    // Plays the part of the pipe: what was not taken is given again together with what comes next.
    private static List<string> Steps(MllpFrames frames, byte[][] reads)
    {
        var steps = new List<string>();
        byte[] left = [];
        foreach (var read in reads)
        {
            var buffer = new ReadOnlySequence<byte>([.. left, .. read]);
            while (frames.Next(ref buffer, out var frame) is var step and not FrameStep.NeedMore)
            {
                steps.Add(step == FrameStep.Frame ? "F:" + Encoding.UTF8.GetString(frame) : step.ToString());
                if (step is FrameStep.TooLong or FrameStep.NoFraming)
                {
                    return steps;
                }
            }

            left = buffer.ToArray();
        }

        return steps;
    }
}
