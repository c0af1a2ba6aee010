using System.Text.Json.Nodes;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>The shipped network with something hostile before every text in it that people read.</summary>
public static class HostileNetwork
{
    private static readonly string[] s_read = ["name", "specialty", "setBy", "region", "integratedCareBoard"];

    /// <summary>Writes its file into a folder and returns the path.</summary>
    public static string Write(string folder, string hostile)
    {
        var network = JsonNode.Parse(File.ReadAllBytes(Repository.NetworkFile))!;
        Spoil(network, hostile);
        network.AsObject().Remove("$schema");
        var file = Path.Combine(folder, "hostile-network.json");
        File.WriteAllText(file, network.ToJsonString());
        return file;
    }

    private static void Spoil(JsonNode? node, string hostile)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
            {
                Spoil(one, hostile);
            }
        }
        else if (node is JsonObject json)
        {
            foreach (var (key, value) in json.ToList())
            {
                if (value is JsonValue text && s_read.Contains(key, StringComparer.Ordinal) && text.TryGetValue<string>(out var was))
                {
                    json[key] = hostile + was;
                }
                else
                {
                    Spoil(value, hostile);
                }
            }
        }
    }
}
