using System.Text.Json.Nodes;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Notifications;

/// <summary>The network with many levels of one kind, so that a few ambulances make many steps.</summary>
internal static class ManyLevels
{
    /// <summary>Sites where ambulances wait.</summary>
    public static readonly IReadOnlyList<string> Sites = ["RAJ12", "RAJ32", "RAJ01"];

    private const int FirstLimit = 30;
    private const int LimitStep = 5;

    /// <summary>Minutes that an ambulance must wait for a level, from 0.</summary>
    public static int LimitOf(int level) => FirstLimit + (level * LimitStep);

    /// <summary>Writes the network file.</summary>
    public static string Write(string folder, int levels)
    {
        var network = JsonNode.Parse(File.ReadAllText(Repository.NetworkFile))!;
        var plan = network["escalation"]!;
        plan["levels"] = new JsonArray(
            [.. Enumerable.Range(0, levels).Select(level => new JsonObject
            {
                ["code"] = $"level-{level}", ["name"] = $"Level {level}",
            })]);
        plan["triggers"] = new JsonArray(
            [.. Enumerable.Range(0, levels).Select(level => new JsonObject
            {
                ["kind"] = "HandoverDelay", ["level"] = $"level-{level}",
                ["limit"] = new JsonObject
                {
                    ["value"] = LimitOf(level), ["unit"] = "minutes", ["basis"] = "locally agreed",
                    ["setBy"] = "a test", ["setOn"] = "2026-11-23",
                },
            })]);
        var file = Path.Combine(folder, "network.json");
        File.WriteAllText(file, network.ToJsonString());
        return file;
    }
}
