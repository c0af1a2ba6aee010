namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>The shipped rule sets say what is sourced and what is only agreed here.</summary>
public sealed class ShippedRuleSetTests
{
    [Theory]
    [InlineData("acute-2023-24.json", 9, "2023-04-01")]
    [InlineData("acute-2024-26.json", 10, "2024-10-01")]
    public void Read_ShippedFile_HasItsParametersAndAGreatestTotalOf44(string name, int parameters, string from)
    {
        var rules = ShippedRuleSets.Rules(name);

        Assert.Equal(parameters, rules.Parameters.Count);
        Assert.Equal(44m, Math.Round(rules.GreatestTotal, 2));
        Assert.True(rules.GreatestTotal <= 44);
        Assert.Equal(DateOnly.Parse(from, null), rules.ValidFrom);
        Assert.Null(rules.ValidTo);
        Assert.Equal([11m, 22m, 33m, 44m], rules.Levels.Bands.Select(level => level.UpTo));
    }

    [Theory]
    [InlineData("acute-2023-24.json")]
    [InlineData("acute-2024-26.json")]
    public void Read_ShippedFile_MarksItsBandsAndRollUpAsLocallyAgreed(string name)
    {
        var rules = ShippedRuleSets.Rules(name);

        Assert.All(rules.Parameters, parameter => Assert.True(parameter.Scoring.Agreement.IsLocal));
        Assert.All(rules.Parameters, parameter => Assert.NotNull(parameter.Scoring.Agreement.SetBy));
        Assert.True(rules.RollUp.Agreement.IsLocal);
        Assert.False(rules.Levels.Agreement.IsLocal);
        Assert.Contains("severe_system_pressure", rules.Levels.Agreement.Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acute-2023-24.json")]
    [InlineData("acute-2024-26.json")]
    public void Read_ShippedFile_EveryParameterWeighsTheSame(string name)
    {
        var rules = ShippedRuleSets.Rules(name);

        Assert.Single(rules.Parameters.Select(parameter => parameter.Scoring.MostPoints).Distinct());
        Assert.All(rules.Parameters, parameter => Assert.Equal(0, parameter.Scoring.FewestPoints));
    }

    [Fact]
    public void Levels_OfTheLaterFramework_AreSaidToBeUnverified() => Assert.Contains(
        "unverified", ShippedRuleSets.Rules("acute-2024-26.json").Levels.Agreement.Basis, StringComparison.Ordinal);

    [Theory]
    [InlineData("acute-2023-24.json", "Inferred", "ambulance-handover", "bed-occupancy")]
    [InlineData("acute-2024-26.json", "Medium confidence", "bed-occupancy", "no-criteria-to-reside", "escalation-beds")]
    [InlineData("acute-2024-26.json", "Low confidence", "discharge")]
    public void Parameters_ThatAreNotSourced_SaySo(string name, string mark, params string[] parameters) => Assert.Equal(
        parameters,
        ShippedRuleSets.Rules(name).Parameters
            .Where(parameter => parameter.Basis.StartsWith(mark, StringComparison.Ordinal))
            .Select(parameter => parameter.Id));

    [Fact]
    public void FourHourPerformance_OfTheAim_GivesNoPoints()
    {
        var scoring = ShippedRuleSets.Rules("acute-2024-26.json").Parameters.Single(p => p.Id == "four-hour").Scoring;

        Assert.Equal(0, scoring.PointsIn(scoring.BandOf(78)));
        Assert.Equal(1.1m, scoring.PointsIn(scoring.BandOf(77.9)));
    }
}
