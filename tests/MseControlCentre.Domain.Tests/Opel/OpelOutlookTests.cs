using MseControlCentre.Domain.Opel;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>What would change the level, by <see cref="SmallRules"/>.</summary>
public sealed class OpelOutlookTests
{
    [Fact]
    public void Outlook_OfATotal_SaysHowFarTheNextBoundsAre()
    {
        // 11 + 0.1 = 11.1, OPEL 2: it rises above 22, 10.9 away, and falls at 11, 0.1 away.
        var total = SmallRules.Score(15, 75).Total!;

        Assert.Equal((10.9m, 0.1m), (total.ToRaise, total.ToLower));
    }

    [Fact]
    public void Outlook_AtTheEnds_HasNoFurtherBound()
    {
        Assert.Null(SmallRules.Score(5, 90).Total!.ToLower);
        Assert.Null(SmallRules.Score(25, 45).Total!.ToRaise);
    }

    [Fact]
    public void Outlook_HigherIsWorse_RaisesAboveAndLowersUpToABound()
    {
        // 11 + 11 = 22, OPEL 2. Handover above 20: 22 + 11 = 33, OPEL 3. Handover up to 10: 0 + 11 = 11, OPEL 1.
        var handover = SmallRules.Score(15, 65).Parameters[0];

        Assert.Equal(new OpelTurn(3, 20, OpelSide.Above), handover.Raises);
        Assert.Equal(new OpelTurn(1, 10, OpelSide.UpTo), handover.Lowers);
    }

    [Fact]
    public void Outlook_LowerIsWorse_RaisesUpToAndLowersAboveABound()
    {
        // 11 + 11 = 22, OPEL 2. Up to 60 percent: 22.01, OPEL 3. Above 70: 11.1, still OPEL 2; above 80: 11, OPEL 1.
        var fourHour = SmallRules.Score(15, 65).Parameters[1];

        Assert.Equal(new OpelTurn(3, 60, OpelSide.UpTo), fourHour.Raises);
        Assert.Equal(new OpelTurn(1, 80, OpelSide.Above), fourHour.Lowers);
    }

    [Fact]
    public void Outlook_LevelsThatAreJumped_AreNamed()
    {
        // 0 + 0.1, OPEL 1. Handover above 10: 11.1, OPEL 2, although above 20 it would be 22.1, OPEL 3.
        // Four-hour up to 70: 11, still OPEL 1; up to 60: 11.01, OPEL 2.
        var low = SmallRules.Score(5, 75);

        Assert.Equal(new OpelTurn(2, 10, OpelSide.Above), low.Parameters[0].Raises);
        Assert.Equal(new OpelTurn(2, 60, OpelSide.UpTo), low.Parameters[1].Raises);

        // 22 + 11.01, OPEL 4. Handover up to 20: 22.01, OPEL 3.
        Assert.Equal(new OpelTurn(3, 20, OpelSide.UpTo), SmallRules.Score(25, 55).Parameters[0].Lowers);

        // 22 + 22, OPEL 4. Handover up to 20: 33, OPEL 3. Without the 22 of four-hour, above 50: 33.01, OPEL 4;
        // above 60: 33, OPEL 3.
        var high = SmallRules.Score(25, 45);
        Assert.Equal(new OpelTurn(3, 60, OpelSide.Above), high.Parameters[1].Lowers);
    }

    [Fact]
    public void Outlook_ParameterThatAloneChangesNothing_SaysSo()
    {
        // 22 + 0, OPEL 2: four-hour cannot lower it, handover cannot raise it.
        var score = SmallRules.Score(25, 90);

        Assert.Null(score.Parameters[1].Lowers);
        Assert.Null(score.Parameters[0].Raises);
        Assert.Equal(new OpelTurn(3, 80, OpelSide.UpTo), score.Parameters[1].Raises);
    }

    [Fact]
    public void Outlook_MissingParameter_SaysWhichValueWouldLowerTheLevel()
    {
        // 11 + 22 assumed = 33, OPEL 3. Known to be above 50 it gives 11.01: 22.01, still OPEL 3. Above 60: 22, OPEL 2.
        var missing = SmallRules.Score(15, null).Parameters[1];

        Assert.Null(missing.Raises);
        Assert.Equal(new OpelTurn(2, 60, OpelSide.Above), missing.Lowers);
    }

    [Theory]
    [InlineData(15, 65)]
    [InlineData(5, 75)]
    [InlineData(25, 55)]
    [InlineData(25, 45)]
    [InlineData(15, 90)]
    public void Outlook_EveryTurn_IsWhereTheLevelReallyTurns(double handover, double fourHour)
    {
        var score = SmallRules.Score(handover, fourHour);
        foreach (var turn in new[] { score.Parameters[0].Raises, score.Parameters[0].Lowers }.OfType<OpelTurn>())
        {
            Assert.Equal(turn.Level, SmallRules.Score(Reached(turn), fourHour).Total!.Level);
            Assert.Equal(score.Total!.Level, SmallRules.Score(NotReached(turn), fourHour).Total!.Level);
        }

        foreach (var turn in new[] { score.Parameters[1].Raises, score.Parameters[1].Lowers }.OfType<OpelTurn>())
        {
            Assert.Equal(turn.Level, SmallRules.Score(handover, Reached(turn)).Total!.Level);
            Assert.Equal(score.Total!.Level, SmallRules.Score(handover, NotReached(turn)).Total!.Level);
        }
    }

    private static double Reached(OpelTurn turn) => turn.Side == OpelSide.Above ? turn.Value + 0.1 : turn.Value;

    private static double NotReached(OpelTurn turn) => turn.Side == OpelSide.Above ? turn.Value : turn.Value + 0.1;
}
