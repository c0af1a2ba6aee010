using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>Hand calculations by <see cref="SmallRules"/>.</summary>
public sealed class OpelSiteScoringTests
{
    [Theory]
    // Rising: up to 10 gives 0, up to 20 gives 11, above gives 22. The bound belongs to its band.
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(10.1, 11)]
    [InlineData(20, 11)]
    [InlineData(20.1, 22)]
    [InlineData(500, 22)]
    public void Score_HigherIsWorse_BoundBelongsToItsBand(double handover, double points) =>
        Assert.Equal((decimal)points, SmallRules.Score(handover, 100).Parameters[0].WeightedPoints);

    [Theory]
    // Falling: up to 50 gives 22, up to 60 11.01, up to 70 11, up to 80 0.1, above 0.
    [InlineData(0, 22)]
    [InlineData(50, 22)]
    [InlineData(50.1, 11.01)]
    [InlineData(70, 11)]
    [InlineData(80, 0.1)]
    [InlineData(80.1, 0)]
    public void Score_LowerIsWorse_BoundBelongsToItsBand(double fourHour, double points) =>
        Assert.Equal((decimal)points, SmallRules.Score(0, fourHour).Parameters[1].WeightedPoints);

    [Theory]
    // 0 + 0; 11 + 0; 11 + 0.1; 11 + 11; 11 + 11.01; 22 + 11; 22 + 11.01; 22 + 22
    [InlineData(5, 90, 0, 1)]
    [InlineData(15, 90, 11, 1)]
    [InlineData(15, 75, 11.1, 2)]
    [InlineData(15, 65, 22, 2)]
    [InlineData(15, 55, 22.01, 3)]
    [InlineData(25, 65, 33, 3)]
    [InlineData(25, 55, 33.01, 4)]
    [InlineData(25, 45, 44, 4)]
    public void Score_TotalOnABound_BelongsToTheLowerLevel(double handover, double fourHour, double total, int level)
    {
        var score = SmallRules.Score(handover, fourHour).Total;

        Assert.NotNull(score);
        Assert.Equal(((decimal)total, level, false), (score.Points, score.Level, score.IsProvisional));
        Assert.Equal(((decimal)total, level), (score.LeastPoints, score.LeastLevel));
    }

    [Fact]
    public void Score_TenTimesOnePointOne_IsElevenAndNotAHairMore()
    {
        // As binary fractions ten times 1.1 is 11.000000000000002, which would be OPEL 2.
        var one = ShippedRuleSets.Rules("acute-2024-26.json");
        var score = OpelScoring.OfSite(one, "RAJ12", measure => SmallRules.Figure(measure, InBand(one, measure, 1)));

        Assert.Equal((11m, 1), (score.Total!.Points, score.Total.Level));
        Assert.All(score.Parameters, parameter => Assert.Equal(1, parameter.Points));
    }

    [Fact]
    public void Score_MissingParameter_CountsWithItsMostPointsAndMarksTheLevelProvisional()
    {
        // Known: 11. Missing four-hour: at most 22, at least 0.
        var total = SmallRules.Score(15, null).Total;

        Assert.NotNull(total);
        Assert.Equal((33m, 3, true), (total.Points, total.Level, total.IsProvisional));
        Assert.Equal((11m, 1), (total.LeastPoints, total.LeastLevel));
    }

    [Fact]
    public void Score_MeasureThatTheSiteDoesNotHave_IsMissingAndNoError()
    {
        var score = OpelScoring.OfSite(
            SmallRules.Rules, "RAJ12", measure => measure == "ed.performance-today" ? SmallRules.Figure(measure, 65) : null);

        Assert.True(score.Parameters[0].IsMissing);
        Assert.Equal(FigureQuality.Unknown, score.Parameters[0].Quality);
        Assert.Equal((33m, true), (score.Total!.Points, score.Total.IsProvisional));
    }

    [Fact]
    public void Score_WhateverGoesMissing_TheLevelNeverFalls()
    {
        double?[] handovers = [5, 10, 15, 25];
        double?[] shares = [45, 55, 65, 75, 90];
        foreach (var (handover, share) in handovers.SelectMany(a => shares.Select(b => (a, b))))
        {
            var known = SmallRules.Score(handover, share).Total!;

            Assert.True(SmallRules.Score(null, share).Total!.Level >= known.Level);
            Assert.True(SmallRules.Score(handover, null).Total!.Level >= known.Level);
            Assert.True(SmallRules.Score(null, share).Total!.LeastLevel <= known.Level);
        }
    }

    [Fact]
    public void Score_NothingKnown_HasNoLevel()
    {
        var score = SmallRules.Score(null, null);

        Assert.Null(score.Total);
        Assert.Equal(2, score.Parameters.Count);
    }

    [Fact]
    public void MeasuredTotal_WhenEverythingBehindItIsOld_IsNone()
    {
        var old = SmallRules.Score(15, null, FigureQuality.Stale);

        Assert.NotNull(old.Total);
        Assert.Null(old.MeasuredTotal);
        Assert.Equal(old.Total.Level, SmallRules.Score(15, null, FigureQuality.Late).MeasuredTotal!.Level);
    }

    [Fact]
    public void Score_StaleFigure_CountsWithItsLastValueAndMarksTheLevelProvisional()
    {
        var score = SmallRules.Score(15, 90, FigureQuality.Stale);

        Assert.Equal((11m, 1, true), (score.Total!.Points, score.Total.Level, score.Total.IsProvisional));
        Assert.Equal(11m, score.Total.LeastPoints);
        Assert.Equal(FigureQuality.Stale, score.Parameters[0].Quality);
    }

    [Theory]
    [InlineData(FigureQuality.Live)]
    [InlineData(FigureQuality.Late)]
    [InlineData(FigureQuality.Declared)]
    public void Score_FigureThatStillDescribesNow_IsNotProvisional(FigureQuality quality) =>
        Assert.False(SmallRules.Score(15, 90, quality).Total!.IsProvisional);

    private static double InBand(OpelRuleSet rules, string measure, decimal points)
    {
        var bands = rules.Parameters.Single(parameter => parameter.Measure == measure).Scoring.Bands;
        return bands.Single(band => band.Points == points).UpTo!.Value;
    }
}
