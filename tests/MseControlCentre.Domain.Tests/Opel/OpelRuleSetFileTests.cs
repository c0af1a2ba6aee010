using System.Text;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Opel;

public sealed class OpelRuleSetFileTests
{
    [Fact]
    public void Read_SoundFile_KeepsWhatItSays()
    {
        var rules = SmallRules.Rules;

        Assert.Equal(("small", "Small rules", "1", "Tests"), (rules.Id, rules.Name, rules.Version, rules.Source));
        Assert.Equal((new DateOnly(2020, 1, 1), null), (rules.ValidFrom, rules.ValidTo));
        Assert.Equal(
            [new OpelBand(10, 0), new OpelBand(20, 11), new OpelBand(null, 22)], rules.Parameters[0].Scoring.Bands);
        Assert.Equal(
            new OpelAgreement("locally agreed", "tests", new DateOnly(2026, 11, 22)),
            rules.Parameters[0].Scoring.Agreement);
        Assert.Equal(["Call"], rules.Levels.Bands[3].Actions);
        Assert.Equal(new OpelSiteWeight("RAJ32", 0.306m), rules.RollUp.Weights[1]);
        Assert.Equal(44m, rules.GreatestTotal);
    }

    [Theory]
    [InlineData("id", null, "nothing", "may not be left out")]
    [InlineData("id", "\"a b\"", "text of 3 characters", "letters, digits")]
    [InlineData("validFrom", "\"1.1.2026\"", "text of 8 characters", "a date such as")]
    [InlineData("validFrom", null, "nothing", "may not be left out")]
    [InlineData("validTo", "\"2019-12-31\"", "2019-12-31", "2020-01-01 (validFrom) or later")]
    [InlineData("parameters", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("parameters[1].id", "\"Handover\"", "Handover again", "each one once")]
    [InlineData("parameters[0].measure", "\"opel.score\"", "opel.score", "not itself worked out from OPEL")]
    [InlineData("parameters[0].unit", null, "nothing", "may not be left out")]
    [InlineData("parameters[0].scoring.weight", "0", "0", "a number above 0")]
    [InlineData("parameters[0].scoring.weight", "\"1\"", "text of 1 character", "a number above 0")]
    [InlineData("parameters[0].scoring.setBy", null, "locally agreed", "setBy and setOn", "parameters[0].scoring")]
    [InlineData("parameters[0].scoring.bands", "[{\"points\":1}]", "a list of 1", "a list of at least 2")]
    [InlineData("parameters[0].scoring.bands[1].upTo", "10", "10", "more than the band before, 10")]
    [InlineData("parameters[0].scoring.bands[1].upTo", null, "nothing", "only the last band has no end")]
    [InlineData("parameters[0].scoring.bands[2].upTo", "30", "30", "the last band has no end")]
    [InlineData("parameters[0].scoring.bands[1].points", "0", "0 after 0", "rise from band to band")]
    [InlineData("parameters[0].scoring.bands[2].points", "5", "5 after 11", "rise from band to band")]
    [InlineData("parameters[1].scoring.bands[4].points", "7", "7 after 0.1", "or fall all the way")]
    [InlineData("parameters[0].scoring.bands[0].points", "-1", "-1", "a number from 0 to 1000")]
    [InlineData("parameters[0].scoring.bands[2].points", "23", "45", "at most 44", "parameters")]
    [InlineData("parameters[0].scoring.weight", "0.5", "33.0", "more than 33", "parameters")]
    [InlineData("levels.bands[1].upTo", "11", "11", "more than the level before, 11")]
    [InlineData("levels.bands[1].level", "3", "3", "2: levels 1 to 4 in order")]
    [InlineData("levels.bands[0].meaning", "\" \"", "text of 1 character", "not all spaces")]
    [InlineData("levels.basis", "\"Locally agreed\"", "locally agreed", "setBy and setOn", "levels")]
    [InlineData("rollUp.by", "\"Beds\"", "text of 4 characters", "one of Sites, Measure")]
    [InlineData("rollUp.by", "\"Measure\"", "nothing", "such as beds.open", "rollUp.measure")]
    [InlineData("rollUp.by", "\"Measure\"", "weights beside a measure", "no weights", "rollUp.weights")]
    [InlineData("rollUp.measure", "\"beds.open\"", "a measure beside", "no measure")]
    [InlineData("rollUp.weights", null, "nothing", "a weight for each site")]
    [InlineData("rollUp.weights[1].site", "\"RAJ12\"", "RAJ12 again", "each one once")]
    [InlineData("rollUp.weights[1].weight", "0", "0", "a number above 0")]
    public void Read_OneFault_NamesKeyFoundAndExpected(
        string path, string? value, string found, string expected, string? reportedAt = null)
    {
        var result = Read(SmallNetwork.With(path, value, SmallRules.Json));

        Assert.Null(result.Rules);
        var error = Assert.Single(result.Errors, error => error.Key == (reportedAt ?? path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_NamesAllAtOnce()
    {
        var json = SmallNetwork.With("validTo", "\"2019-01-01\"", SmallRules.Json);
        json = SmallNetwork.With("parameters[0].scoring.bands[1].upTo", "9", json);
        json = SmallNetwork.With("levels.bands[3].upTo", "30", json);
        json = SmallNetwork.With("rollUp.basis", null, json);

        Assert.Equal(
            ["rollUp.basis", "validTo", "parameters[0].scoring.bands[1].upTo", "levels.bands[3].upTo"],
            Read(json).Errors.Select(error => error.Key));
    }

    [Theory]
    [InlineData("comment", "only $schema, id")]
    [InlineData("parameters[0].scoring.weigt", "'weight'")]
    public void Read_UnknownKey_IsRefusedAndTheNearestNamed(string path, string expected) => Assert.Contains(
        expected, Assert.Single(Read(SmallNetwork.With(path, "1", SmallRules.Json)).Errors).Expected, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    public void Read_NoRuleSetAtAll_IsOneErrorAboutTheFile(string text) =>
        Assert.Contains(Read(text).Errors, error => error.Key == "file");

    [Fact]
    public void Read_FileLargerThanItsBound_IsRefused()
    {
        var error = Assert.Single(OpelRuleSetFile.Read(new byte[OpelRuleSetFile.LargestBytes + 1]).Errors);

        Assert.Equal(("file", "262145 bytes"), (error.Key, error.Found));
    }

    private static OpelRuleSetFileResult Read(string json) => OpelRuleSetFile.Read(Encoding.UTF8.GetBytes(json));
}
