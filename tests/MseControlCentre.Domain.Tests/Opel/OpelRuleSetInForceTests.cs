using System.Globalization;
using MseControlCentre.Domain.Tests.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>Which of several adopted rule sets counts: the newest that is valid on the local day.</summary>
public sealed class OpelRuleSetInForceTests
{
    [Theory]
    // A winter midnight.
    [InlineData("2026-11-22", "2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z")]
    // A summer midnight is 23:00 UTC.
    [InlineData("2026-07-01", "2026-06-30T22:59:59Z", "2026-06-30T23:00:00Z")]
    // The day clocks go forward still begins by winter time; the day after begins by summer time.
    [InlineData("2026-03-29", "2026-03-28T23:59:59Z", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:59:59Z", "2026-03-29T23:00:00Z")]
    // The day clocks go back begins by summer time and has 25 hours.
    [InlineData("2026-10-25", "2026-10-24T22:59:59Z", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:59:59Z", "2026-10-26T00:00:00Z")]
    public void InForce_ChangesAtLocalMidnight(string validFrom, string before, string from)
    {
        var board = BoardWith(Rules("old"), Rules("new", validFrom));

        Assert.Equal("old", InForce(board, before));
        Assert.Equal("new", InForce(board, from));
    }

    [Fact]
    public void InForce_LastDay_IsTheWholeLocalDay()
    {
        var board = BoardWith(Rules("old"), Rules("new", "2026-10-01", "2026-10-25"));

        Assert.Equal("new", InForce(board, "2026-10-25T23:59:59Z"));
        Assert.Equal("old", InForce(board, "2026-10-26T00:00:00Z"));
    }

    [Fact]
    public void InForce_BeforeAnyIsValid_IsNone() =>
        Assert.Null(InForce(BoardWith(Rules("new", "2026-10-01")), "2026-09-01T12:00:00Z"));

    [Fact]
    public void InForce_WhicheverWasAdoptedFirst_IsTheOneWithTheNewestFirstDay()
    {
        var board = BoardWith(Rules("new", "2026-10-01"), Rules("old"));

        Assert.Equal("new", InForce(board, "2026-11-22T12:00:00Z"));
    }

    [Fact]
    public void InForce_OfTwoWithTheSameFirstDay_IsTheSameInEveryOrder()
    {
        Assert.Equal("b", InForce(BoardWith(Rules("a"), Rules("b")), "2026-11-22T12:00:00Z"));
        Assert.Equal("b", InForce(BoardWith(Rules("b"), Rules("a")), "2026-11-22T12:00:00Z"));
    }

    [Fact]
    public void Adoption_OfANewVersion_ReplacesTheOldOneInEitherOrder()
    {
        var first = SmallRules.Adoption(Rules("one"), "2026-01-01T00:00:00Z");
        var second = SmallRules.Adoption(
            SmallNetwork.With("version", "\"2\"", Rules("one")), "2026-02-01T00:00:00Z");

        var inOrder = new Board().Tell(first, second).Centre;
        var reversed = new Board().Tell(second, first, second).Centre;

        Assert.Equal("2", Assert.Single(inOrder.OpelRuleSets).Rules.Version);
        Assert.Equal(inOrder.StateHash(), reversed.StateHash());
    }

    private static string Rules(string id, string validFrom = "2020-01-01", string? validTo = null)
    {
        var json = SmallNetwork.With("id", $"\"{id}\"", SmallRules.Json);
        json = SmallNetwork.With("validTo", validTo is null ? null : $"\"{validTo}\"", json);
        return SmallNetwork.With("validFrom", $"\"{validFrom}\"", json);
    }

    private static Board BoardWith(params string[] rules) =>
        new Board().Tell(rules.Select(json => SmallRules.Adoption(json)));

    private static string? InForce(Board board, string at) => board.Centre
        .PictureAt(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).Opel.Calculated?.Rules.Id;
}
