using System.Text.Json;

namespace MseControlCentre.Domain.Network;

/// <summary>
/// Reads a network file (UTF-8 JSON, <c>deploy/networks/network.schema.json</c>) into a <see cref="NetworkMap"/>.
/// </summary>
public static class NetworkFile
{
    /// <summary>
    /// Largest file that is read, in bytes (4 MiB): forty times the file of a system with three hospitals. It bounds
    /// the map and the list of errors.
    /// </summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    /// <summary>Reads a network file and names everything that is wrong with it at once.</summary>
    public static NetworkFileResult Read(ReadOnlySpan<byte> utf8)
    {
        var errors = new List<NetworkFileError>();
        return JsonText.Read(utf8, LargestBytes, errors) is { } root
            ? Read(root)
            : new NetworkFileResult(null, errors);
    }

    private static NetworkFileResult Read(JsonElement root)
    {
        var errors = new List<NetworkFileError>();
        var map = NetworkSections.Network(new ObjectReader(root, "", errors));
        CodeRules.Check(map, errors);
        LocationRules.Check(map, errors);
        FeedRules.Check(map, errors);
        ThresholdRules.Check(map.Thresholds, errors);
        StandardRules.Check(map.Standards, errors);
        SpecialtyRules.Check(map, errors);
        DemandRules.Check(map, errors);
        ThresholdRules.Check(map.Declarations, errors);
        EscalationRules.Check(map, errors);
        CallRules.Check(map, errors);
        return new NetworkFileResult(map, errors);
    }
}
