using System.Security.Cryptography;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Writes the network file into the journal when it is not the one in force, so that a replay reads the map of its day.
/// </summary>
public sealed class NetworkAdoption(
    IJournal journal, AdoptableNetwork network, TimeProvider clock, ILogger<NetworkAdoption> logger)
{
    /// <summary>Source of the events that the server itself tells.</summary>
    public const string OwnSource = "control-centre";

    /// <summary>
    /// Adopts the network file unless it says what is in force already. Returns whether it was adopted.
    /// </summary>
    public async Task<bool> AdoptAsync(NetworkMap? inForce, long sequence, CancellationToken cancellationToken)
    {
        if (inForce is not null && Written(inForce).AsSpan().SequenceEqual(Written(network.Map)))
        {
            return false;
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(network.Content);
        var adopted = new FlowEvent
        {
            Source = OwnSource,
            MessageId = $"network/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{sequence}",
            OccurredAt = clock.GetUtcNow(),
            Site = network.Map.Code,
            Detail = new NetworkAdopted(network.Map.Version, network.Content),
        };
        await journal.AppendAsync([adopted], cancellationToken);
        logger.LogInformation(
            "Adopted version {Version} of the network {Name}.", network.Map.Version, network.Map.Name);
        return true;
    }

    private static byte[] Written(NetworkMap map) => JsonSerializer.SerializeToUtf8Bytes(map);
}
