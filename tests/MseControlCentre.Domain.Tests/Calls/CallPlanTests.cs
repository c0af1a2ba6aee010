using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>The plan of calls in a network file: what is read, and what is refused.</summary>
public sealed class CallPlanTests
{
    internal const string Plan = """
        {
          "regular": [
            { "code": "morning", "name": "10:00 call", "packAt": "09:30", "statementsBy": "09:50", "startsAt": "10:00",
              "days": ["Monday", "Tuesday"], "places": ["SYS", "AAA01", "prov"], "basis": "made up" },
            { "code": "evening", "name": "17:00 call", "packAt": "16:30", "statementsBy": "16:50", "startsAt": "17:00",
              "basis": "made up" } ],
          "night": { "from": "20:00", "to": "08:00", "basis": "made up" },
          "questions": [
            { "code": "position", "words": "How are you?", "hint": "In a sentence" },
            { "code": "ask", "words": "What do you need?" } ],
          "chase": { "every": { "value": 60, "unit": "minutes", "basis": "made up" }, "most": 3 }
        }
        """;

    private static readonly string s_file = SmallNetwork.With("calls", Plan);

    [Fact]
    public void Read_APlan_IsAsWritten()
    {
        var plan = Read(s_file).Map!.Calls;

        Assert.Equal(["morning", "evening"], plan.Regular.Select(call => call.Code));
        Assert.Equal(
            (new TimeOnly(9, 30), new TimeOnly(9, 50), new TimeOnly(10, 0)),
            (plan.Regular[0].PackAt, plan.Regular[0].StatementsBy, plan.Regular[0].StartsAt));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday], plan.Regular[0].Days);
        Assert.Equal(["SYS", "AAA01", "prov"], plan.Regular[0].Places);
        Assert.Empty(plan.Regular[1].Days);
        Assert.Equal((new TimeOnly(20, 0), new TimeOnly(8, 0)), (plan.Night.From, plan.Night.To));
        Assert.Equal(["In a sentence", null], plan.Questions.Select(question => question.Hint));
        Assert.Equal((60, 3), (plan.Chase!.Every.Value, plan.Chase.Most));
    }

    [Fact]
    public void Read_NoPlan_PreparesNothing() => Assert.Same(CallPlan.None, Read(SmallNetwork.Json).Map!.Calls);

    [Theory]
    [InlineData("regular[1].code", "\"morning\"", "the code morning again", "each call once", "regular")]
    [InlineData("regular[0].code", "\"tactical\"", "the code tactical", "no other kind of call")]
    [InlineData("regular[0].code", "\"discharge-event\"", "the code discharge-event", "no other kind of call")]
    [InlineData("regular[0].code", "\"a b\"", "text of 3 characters", "letters, digits")]
    [InlineData("regular[0].packAt", "\"9:30\"", "text of 4 characters", "a time of day")]
    [InlineData("regular[0].statementsBy", "\"09:20\"", "times out of order", "packAt, then", "regular[0]")]
    [InlineData("regular[0].startsAt", "\"09:40\"", "times out of order", "packAt, then", "regular[0]")]
    [InlineData("regular[0].startsAt", null, "nothing", "may not be left out")]
    [InlineData("regular[0].days[1]", "\"Caturday\"", "text of 8 characters", "one of Sunday")]
    [InlineData("regular[0].places[1]", "\"CCC01\"", "the code CCC01", "sites, partners or the network", "regular[0].places")]
    [InlineData("regular[1].basis", null, "nothing", "may not be left out")]
    [InlineData("night", null, "nothing", "may not be left out")]
    [InlineData("night.from", "\"07:00\"", "a night that ends before midnight", "in the evening", "night")]
    [InlineData("questions", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("questions[1].code", "\"position\"", "the code position again", "each question once", "questions")]
    [InlineData("chase.every.unit", "\"hours\"", "text of 5 characters", "'minutes'")]
    [InlineData("chase.every.basis", "\"locally agreed\"", "locally agreed", "setBy and setOn", "chase.every")]
    [InlineData("chase.most", "0", "0", "1 to 24")]
    [InlineData("chase.most", "25", "25", "1 to 24")]
    public void Read_OneFault_NamesKeyFoundAndExpected(
        string path, string? value, string found, string expected, string? reportedAt = null)
    {
        var result = Read(SmallNetwork.With("calls." + path, value, s_file));

        Assert.Null(result.Map);
        var error = Assert.Single(result.Errors, one => one.Key == "calls." + (reportedAt ?? path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyFaults_NamesThemAllAtOnce()
    {
        var file = SmallNetwork.With("calls.regular[1].code", "\"morning\"", s_file);
        file = SmallNetwork.With("calls.regular[0].startsAt", "\"09:00\"", file);
        file = SmallNetwork.With("calls.regular[0].places[0]", "\"XXX\"", file);
        file = SmallNetwork.With("calls.chase.every.unit", "\"days\"", file);

        Assert.Equal(
            ["calls.chase.every.unit", "calls.regular", "calls.regular[0]", "calls.regular[0].places"],
            Read(file).Errors.Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    private static NetworkFileResult Read(string json) => NetworkFile.Read(Encoding.UTF8.GetBytes(json));
}
