using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>
/// A rule set small enough to add up in the head. <c>handover</c> is worse the higher it is, <c>four-hour</c> the lower
/// it is; each can give 22 of 44 points.
/// </summary>
internal static class SmallRules
{
    public const string Json = """
        {
          "id": "small", "name": "Small rules", "version": "1", "source": "Tests", "basis": "Tests",
          "validFrom": "2020-01-01",
          "parameters": [
            { "id": "handover", "name": "Handover", "measure": "ambulance.handover-mean-today", "unit": "minutes", "basis": "Tests",
              "scoring": { "weight": 1, "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22", "bands": [
                { "upTo": 10, "points": 0 }, { "upTo": 20, "points": 11 }, { "points": 22 } ] } },
            { "id": "four-hour", "name": "Four hours", "measure": "ed.performance-today", "unit": "percent", "basis": "Tests",
              "scoring": { "weight": 1, "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22", "bands": [
                { "upTo": 50, "points": 22 }, { "upTo": 60, "points": 11.01 }, { "upTo": 70, "points": 11 },
                { "upTo": 80, "points": 0.1 }, { "points": 0 } ] } }
          ],
          "levels": { "basis": "Tests", "bands": [
            { "level": 1, "upTo": 11, "meaning": "one" }, { "level": 2, "upTo": 22, "meaning": "two" },
            { "level": 3, "upTo": 33, "meaning": "three" }, { "level": 4, "upTo": 44, "meaning": "four", "actions": ["Call"] } ] },
          "rollUp": { "by": "Sites", "basis": "Tests", "weights": [
            { "site": "RAJ12", "weight": 0.516 }, { "site": "RAJ32", "weight": 0.306 }, { "site": "RAJ01", "weight": 0.178 } ] }
        }
        """;

    public static OpelRuleSet Rules { get; } = Of(Json);

    public static OpelRuleSet Of(string json)
    {
        var read = OpelRuleSetFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Errors);
        return read.Rules ?? throw new InvalidOperationException("No error and no rule set.");
    }

    /// <summary>A figure of a measure; null is a figure that is not known.</summary>
    public static Figure Figure(string measure, double? value, FigureQuality quality = FigureQuality.Live) => new(
        "RAJ12",
        new Measure(measure, measure, "", "", ""),
        value,
        value is null ? FigureQuality.Unknown : quality,
        "feed",
        null);

    /// <summary>A site with these two values.</summary>
    public static OpelSiteScore Score(
        double? handover,
        double? fourHour,
        FigureQuality quality = FigureQuality.Live,
        string site = "RAJ12",
        OpelRuleSet? rules = null) => OpelScoring.OfSite(rules ?? Rules, site, measure => measure switch
        {
            "ambulance.handover-mean-today" => Figure(measure, handover, quality),
            "ed.performance-today" => Figure(measure, fourHour),
            _ => null,
        });

    /// <summary>The adoption of a rule set.</summary>
    public static FlowEvent Adoption(string json, string at = "2026-01-01T00:00:00Z")
    {
        var rules = Of(json);
        return new FlowEvent
        {
            Source = "control-centre",
            MessageId = $"opel/{rules.Id}/{rules.Version}/{at}",
            OccurredAt = DateTimeOffset.Parse(at, null),
            Site = "TST",
            Detail = new OpelRuleSetAdopted(rules.Id, rules.Version, JsonElement.Parse(json)),
        };
    }
}
