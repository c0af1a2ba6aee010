using System.Net;

namespace MseControlCentre.Feeds.Credentials;

/// <summary>From where the feeds' doors can be reached.</summary>
/// <param name="IsLoopbackOnly">Whether only programs of this machine can reach them.</param>
/// <param name="MllpAllowed">Addresses that may send HL7; empty for any that can reach the port.</param>
public sealed record FeedExposure(bool IsLoopbackOnly, IReadOnlyList<IPNetwork> MllpAllowed)
{
    /// <summary>This machine only.</summary>
    public static FeedExposure Loopback { get; } = new(true, []);

    /// <summary>
    /// Whether a sender is on this machine, so that a source without any credential may be believed. An address is not
    /// known where there is no network in between.
    /// </summary>
    public bool IsLocal(IPAddress? remote) => IsLoopbackOnly && (remote is null || IPAddress.IsLoopback(remote));

    /// <summary>Whether an address may send HL7.</summary>
    public bool MaySendHl7(IPAddress? remote)
    {
        if (MllpAllowed.Count == 0 || remote is null)
        {
            return MllpAllowed.Count == 0;
        }

        var plain = remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
        return MllpAllowed.Any(network => network.Contains(plain));
    }
}
