using System.Text.Json.Nodes;
using MseControlCentre.Domain.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>Networks for tests.</summary>
internal static class Networks
{
    /// <summary>The shared test network.</summary>
    public static NetworkMap Test { get; } = Read(TestNetwork.Json);

    /// <summary>One feed that accepts any sender, at one site.</summary>
    public static NetworkMap AnySender { get; } = Changed(feeds =>
    {
        var feed = feeds[0]!.AsObject();
        feed.Remove("sendingApplication");
        feed.Remove("sendingFacility");
        feeds.RemoveAt(1);
    });

    /// <summary>The network file that is shipped for Mid and South Essex.</summary>
    public static NetworkMap MidAndSouthEssex { get; } = Read(
        File.ReadAllText(Repository.NetworkFile));

    /// <summary>The test network with forms: ward capacity is believed for 24 hours, other forms say when.</summary>
    public static NetworkMap Declaring { get; } = ChangedFile(file =>
    {
        file["feeds"]!.AsArray().Add(JsonNode.Parse("""
            { "id": "declared", "name": "Forms", "protocol": "Declared", "subjects": ["Community"], "sites": [],
              "identifierDomain": "declared", "lateAfterSeconds": 60, "staleAfterSeconds": 600 }
            """));
        file["declarations"] = JsonNode.Parse("""
            [ { "form": "ward-capacity", "life": { "value": 24, "unit": "hours", "basis": "locally agreed",
                "setBy": "tests", "setOn": "2026-11-22" } } ]
            """);
    });

    /// <summary>The other network file that is shipped.</summary>
    public static NetworkMap Essex { get; } = Read(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Repository.NetworkFile)!, "example-essex.json")));

    /// <summary>The test network with its feeds changed.</summary>
    public static NetworkMap Changed(Action<JsonArray> change)
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        change(file["feeds"]!.AsArray());
        return Read(file.ToJsonString());
    }

    /// <summary>The test network, changed.</summary>
    public static NetworkMap ChangedFile(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        change(file);
        return Read(file.ToJsonString());
    }

    private static NetworkMap Read(string json)
    {
        var result = NetworkFile.Read(System.Text.Encoding.UTF8.GetBytes(json));
        return result.Map ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }
}
