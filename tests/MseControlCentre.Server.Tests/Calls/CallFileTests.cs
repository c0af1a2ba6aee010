using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>A call's file, held against the one that was read and found right.</summary>
public sealed class CallFileTests
{
    private static readonly DateTimeOffset s_begins = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly CallsContext s_context = CallsContext.Of(s_network, s_begins.AddMinutes(90));

    private static readonly string s_golden =
        Repository.PathOf("tests", "MseControlCentre.Server.Tests", "Calls", "closed-call.csv");

    [Fact]
    public void Of_ClosedCall_IsTheFileThatWasFoundRight()
    {
        var file = FileOf("");
        if (Environment.GetEnvironmentVariable("WRITE_CALL_FILE") is { Length: > 0 })
        {
            File.WriteAllText(s_golden, file.Text);
        }

        Assert.Equal("situational-awareness-20261129-1-pack-2026-11-29-1000.csv", file.Name);
        Assert.Equal(File.ReadAllText(s_golden).ReplaceLineEndings("\r\n"), file.Text);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0 ")]
    [InlineData("@SUM(A1) ")]
    [InlineData("+")]
    public void Of_TextsThatBeginAFormula_HoldsThemAsText(string hostile)
    {
        var file = FileOf(hostile);

        Assert.DoesNotContain("," + hostile, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"" + hostile, file.Text, StringComparison.Ordinal);
        Assert.Contains("'" + hostile + "Lift 3 is out", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_APackWithoutDischarges_HasEmptyCellsForDelays()
    {
        var call = new CallGiven(s_network, s_begins).Told(CallState.Closed);
        var unheard = call with
        {
            Packs = [.. call.Packs.Select(pack => pack with { Delays = new PackDelays([], [], FigureQuality.Unknown) })],
        };

        var text = CallFile.Of(unheard, ShownPack.Of(unheard, null, null, s_context), s_context).Text;

        Assert.Contains("\r\ndelays,,patients,,patients,,unknown,,,\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\ndelays,,days since ready,,days,,,,,\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\ndelays,,no date told,,patients,,,,,\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesOf_AFile_BeginWithTheMarkOfUtf8() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'s'], CallFile.BytesOf("section")[..4]);

    private static CallFile FileOf(string words)
    {
        var call = new CallGiven(s_network, s_begins, words: words).Told(CallState.Closed);
        return CallFile.Of(call, ShownPack.Of(call, null, null, s_context), s_context);
    }
}
