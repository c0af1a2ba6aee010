using System.Text;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Escalations;

/// <summary>The plan of escalation in a network file: what is read, and what is refused.</summary>
public sealed class EscalationPlanTests
{
    private const string Plan = """
        {
          "levels": [
            { "code": "site", "name": "Site manager",
              "acknowledgeWithin": { "value": 10, "unit": "minutes", "basis": "made up" } },
            { "code": "system", "name": "Control centre" } ],
          "triggers": [
            { "kind": "HandoverDelay", "level": "site",
              "limit": { "value": 30, "unit": "minutes", "basis": "made up" } },
            { "kind": "HandoverDelay", "level": "system",
              "limit": { "value": 60, "unit": "minutes", "basis": "made up" } },
            { "kind": "OpelChange", "level": "site", "limit": { "value": 3, "unit": "level", "basis": "made up" } } ],
          "raiseAgainAfter": { "value": 60, "unit": "minutes", "basis": "made up" },
          "actionCards": [
            { "kind": "Staffing", "sites": ["AAA01"], "basis": "made up",
              "actions": [
                { "code": "bank", "words": "Ask the bank", "owner": "Office" },
                { "code": "move", "words": "Move staff", "owner": "Matrons" } ] } ]
        }
        """;

    private static readonly string s_file = SmallNetwork.With("escalation", Plan);

    [Fact]
    public void Read_APlan_IsAsWritten()
    {
        var plan = Read(s_file).Map!.Escalation;

        Assert.Equal(["site", "system"], plan.Levels.Select(level => level.Code));
        Assert.Equal((10, null), (plan.Level("site")!.AcknowledgeWithin!.Value, plan.Level("site")!.ResolveWithin));
        Assert.Equal([30, 60, 3], plan.Triggers.Select(trigger => trigger.Limit.Value));
        Assert.Null(plan.StandDownAfter);
        Assert.Equal(["bank", "move"], plan.ActionsOf(EscalationKind.Staffing, "AAA01").Select(one => one.Code));
        Assert.Empty(plan.ActionsOf(EscalationKind.Staffing, "BBB01"));
        Assert.Equal(("site", "system", null), (plan.Above(null)!.Code, plan.Above("site")!.Code, plan.Above("system")));
    }

    [Fact]
    public void Read_NoPlan_HasNoLevelAndNoLimit() => Assert.Same(
        EscalationPlan.None, Read(SmallNetwork.Json).Map!.Escalation);

    [Theory]
    [InlineData("levels", "[]", "a list of 0", "a list of at least 1")]
    [InlineData("levels[1].code", "\"site\"", "the code site again", "each level once")]
    [InlineData("levels[0].acknowledgeWithin.unit", "\"hours\"", "text of 5 characters", "'minutes'")]
    [InlineData("triggers[0].kind", "\"Other\"", "Other", "people raise this one")]
    [InlineData("triggers[0].kind", "\"Flood\"", "text of 5 characters", "one of HandoverDelay")]
    [InlineData("triggers[2].level", "\"nobody\"", "the code nobody", "the code of a level: site, system")]
    [InlineData("triggers[0].limit.unit", "\"beds\"", "text of 4 characters", "'minutes'")]
    [InlineData("triggers[2].limit.value", "5", "5", "a level from 1 to 4")]
    [InlineData("triggers[1].limit.value", "30", "not above the one before", "rising", "triggers[1]")]
    [InlineData("triggers[1].level", "\"site\"", "not above the one before", "rising", "triggers[1]")]
    [InlineData("triggers[0].limit.basis", "\"locally agreed\"", "locally agreed", "setBy and setOn", "triggers[0].limit")]
    [InlineData("raiseAgainAfter", null, "nothing", "may not be left out")]
    [InlineData("actionCards[0].sites[0]", "\"CCC01\"", "the code CCC01", "codes of AAA01, BBB01", "actionCards[0].sites")]
    [InlineData("actionCards[0].actions[1].code", "\"bank\"", "the code bank again", "once", "actionCards[0].actions")]
    public void Read_OneFault_NamesKeyFoundAndExpected(
        string path, string? value, string found, string expected, string? reportedAt = null)
    {
        var result = Read(SmallNetwork.With("escalation." + path, value, s_file));

        Assert.Null(result.Map);
        var error = Assert.Single(result.Errors, one => one.Key == "escalation." + (reportedAt ?? path));
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    private static NetworkFileResult Read(string json) => NetworkFile.Read(Encoding.UTF8.GetBytes(json));
}
