using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Tests.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>Whether a rule set fits the network: here two sites, RAJ12 and RAJ01.</summary>
public sealed class OpelRuleSetFitTests
{
    private static readonly string s_fitting = SmallNetwork.With(
        "rollUp.weights", """[{ "site": "RAJ12", "weight": 2 }, { "site": "RAJ01", "weight": 1 }]""", SmallRules.Json);

    [Fact]
    public void Errors_OfARuleSetThatFits_AreNone() => Assert.Empty(ErrorsOf(s_fitting));

    [Fact]
    public void Errors_OfAMeasureThatSitesDoNotHave_NameTheNearest()
    {
        var error = Assert.Single(ErrorsOf(
            SmallNetwork.With("parameters[1].measure", "\"ed.performance-todai\"", s_fitting)));

        Assert.Equal("parameters[1].measure", error.Key);
        Assert.Contains("perhaps ed.performance-today is meant", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_OfAnotherUnitThanTheMeasures_NameTheMeasures()
    {
        var error = Assert.Single(ErrorsOf(SmallNetwork.With("parameters[0].unit", "\"hours\"", s_fitting)));

        Assert.Equal(("parameters[0].unit", "hours"), (error.Key, error.Found));
        Assert.StartsWith("minutes", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_OfSitesThatDoNotMatch_NameBothSides()
    {
        var errors = ErrorsOf(SmallRules.Json.Replace("RAJ01", "RAJ99", StringComparison.Ordinal));

        Assert.Equal(
            ["rollUp.weights[1].site", "rollUp.weights[2].site", "rollUp.weights"], errors.Select(error => error.Key));
        Assert.Contains("RAJ12, RAJ01", errors[0].Expected, StringComparison.Ordinal);
        Assert.Contains("no weight for the site RAJ01", errors[2].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_OfARollUpByAMeasureThatSitesDoNotHave_NameIt()
    {
        var json = SmallNetwork.With("rollUp.weights", null, SmallRules.Json);
        json = SmallNetwork.With("rollUp.measure", "\"beds.number\"", json);

        var error = Assert.Single(ErrorsOf(SmallNetwork.With("rollUp.by", "\"Measure\"", json)));

        Assert.Equal(("rollUp.measure", "the measure beds.number"), (error.Key, error.Found));
    }

    private static IReadOnlyList<NetworkFileError> ErrorsOf(string json) =>
        OpelRuleSetFit.Errors(SmallRules.Of(json), NetworkFile.Read(TestNetwork.Utf8).Map!);
}
