using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>From sites to system, by the weights that one system's analysts used: 0.516, 0.306 and 0.178.</summary>
public sealed class OpelSystemScoringTests
{
    private static readonly OpelWeight[] s_weights = [new(0.516m, false), new(0.306m, false), new(0.178m, false)];

    [Fact]
    public void Score_OfTheSystem_IsTheWeightedMeanOfItsSites()
    {
        // 0.516 x 22 + 0.306 x 11 + 0.178 x 11.1 = 11.352 + 3.366 + 1.9758 = 16.6938: OPEL 2
        var system = Score(SmallRules.Score(15, 65), SmallRules.Score(15, 90), SmallRules.Score(15, 75));

        Assert.Equal((16.6938m, 2, false), (system.Total!.Points, system.Total.Level, system.Total.IsProvisional));
        Assert.Equal([0.516m, 0.306m, 0.178m], system.Shares.Select(share => share.Weight));
    }

    [Fact]
    public void Score_OfEqualSites_IsTheirOwnAndNotAHairMore()
    {
        // Weights of 7, 7 and 7 do not divide evenly: 22 must stay 22, OPEL 2.
        OpelWeight[] sevens = [new(7, false), new(7, false), new(7, false)];
        var site = SmallRules.Score(15, 65);

        var system = OpelScoring.OfSystem(SmallRules.Rules, "TST", [site, site, site], sevens);

        Assert.Equal((22m, 2), (system.Total!.Points, system.Total.Level));
    }

    [Fact]
    public void Score_WhenASiteIsUnknown_CountsItWithTheGreatestTotalAndIsProvisional()
    {
        // 0.516 x 44 + 0.306 x 11 + 0.178 x 11 = 22.704 + 3.366 + 1.958 = 28.028: OPEL 3
        // at least: 0.516 x 0 + 5.324 = 5.324: OPEL 1
        var site = SmallRules.Score(15, 90);
        var system = Score(SmallRules.Score(null, null), site, site);

        Assert.Equal((28.028m, 3, true), (system.Total!.Points, system.Total.Level, system.Total.IsProvisional));
        Assert.Equal((5.324m, 1), (system.Total.LeastPoints, system.Total.LeastLevel));
    }

    [Fact]
    public void Score_WhenASiteIsProvisional_IsProvisional()
    {
        var system = Score(SmallRules.Score(15, 90), SmallRules.Score(15, null), SmallRules.Score(15, 90));

        Assert.True(system.Total!.IsProvisional);
    }

    [Fact]
    public void MeasuredTotal_NeedsOneSiteOfWhichSomethingIsToldNow()
    {
        var old = SmallRules.Score(15, null, FigureQuality.Stale);

        Assert.Null(Score(old, old, old).MeasuredTotal);
        Assert.NotNull(Score(old, SmallRules.Score(15, null), old).MeasuredTotal);
    }

    [Fact]
    public void Score_WhenNothingIsKnown_HasNoLevel()
    {
        var unknown = SmallRules.Score(null, null);

        Assert.Null(Score(unknown, unknown, unknown).Total);
    }

    [Fact]
    public void Score_WhenAWeightIsUnknown_IsThatOfTheHighestSite()
    {
        // No weights can make more than the highest of 22, 11 and 0, nor less than the lowest.
        OpelWeight[] weights = [new(0.516m, false), new(null, true), new(0.178m, false)];
        var system = OpelScoring.OfSystem(
            SmallRules.Rules,
            "TST",
            [SmallRules.Score(15, 65), SmallRules.Score(15, 90), SmallRules.Score(5, 90)],
            weights);

        Assert.Equal((22m, 2, true), (system.Total!.Points, system.Total.Level, system.Total.IsProvisional));
        Assert.Equal(0m, system.Total.LeastPoints);
        Assert.All(system.Shares, share => Assert.Null(share.Weight));
    }

    [Fact]
    public void Outlook_OfTheSystem_SaysAtWhichTotalOfASiteItTurns()
    {
        // 16.6938 rises above 22, 5.3062 away: the first site alone at 22 + 5.3062 / 0.516 = 32.28333
        // and the third at 11.1 + 5.3062 / 0.178 = 40.91011. It falls at 11, 5.6938 away:
        // the first at 22 - 5.6938 / 0.516 = 10.96550; the second would need 11 - 18.6 < 0 and cannot.
        var system = Score(SmallRules.Score(15, 65), SmallRules.Score(15, 90), SmallRules.Score(15, 75));

        Assert.Equal(32.28333, system.Shares[0].Raises!.Value, 5);
        Assert.Equal((3, OpelSide.Above), (system.Shares[0].Raises!.Level, system.Shares[0].Raises!.Side));
        Assert.Equal(40.91011, system.Shares[2].Raises!.Value, 5);
        Assert.Equal(10.96550, system.Shares[0].Lowers!.Value, 5);
        Assert.Null(system.Shares[1].Lowers);
    }

    [Fact]
    public void Outlook_OfATurnAtTheGreatestTotal_IsNone()
    {
        // (0 + 22 + 22) / 3 = 14.6667 rises above 22, 7.3333 away: the third alone at 22 + 3 x 7.3333 = 44 and beyond,
        // which no site can have.
        OpelWeight[] sevens = [new(7, false), new(7, false), new(7, false)];
        var site = SmallRules.Score(15, 65);

        var system = OpelScoring.OfSystem(SmallRules.Rules, "TST", [SmallRules.Score(5, 90), site, site], sevens);

        Assert.Null(system.Shares[2].Raises);
    }

    [Fact]
    public void Weights_OfTheFile_BelongToTheirSites()
    {
        Assert.Equal(0.306m, OpelScoring.WeightOf(SmallRules.Rules, "RAJ32", _ => null).Value);
        Assert.Equal(new OpelWeight(null, true), OpelScoring.WeightOf(SmallRules.Rules, "OTHER", _ => null));
    }

    [Fact]
    public void Weights_ByAMeasure_AreItsValuesUnlessUnknownOrZero()
    {
        var json = SmallNetwork.With("rollUp.weights", null, SmallRules.Json);
        json = SmallNetwork.With("rollUp.measure", "\"beds.open\"", json);
        var rules = SmallRules.Of(SmallNetwork.With("rollUp.by", "\"Measure\"", json));

        OpelWeight WeightAt(double? beds) =>
            OpelScoring.WeightOf(rules, "RAJ12", measure => SmallRules.Figure(measure, beds));

        Assert.Equal(new OpelWeight(690, false), WeightAt(690));
        Assert.Equal(new OpelWeight(null, true), WeightAt(0));
        Assert.Equal(new OpelWeight(null, true), WeightAt(null));
    }

    private static OpelSystemScore Score(params OpelSiteScore[] sites) =>
        OpelScoring.OfSystem(SmallRules.Rules, "TST", sites, s_weights);
}
