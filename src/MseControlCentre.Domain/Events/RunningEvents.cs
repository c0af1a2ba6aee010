using System.Text.Json;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// A version of the network file came into force.
/// It is in the journal so that a replay reads the map of its day.
/// </summary>
/// <param name="Version">The file's own version.</param>
/// <param name="Network">The network file as adopted.</param>
public sealed record NetworkAdopted(string Version, JsonElement Network) : EventDetail
{
    /// <inheritdoc />
    public bool Equals(NetworkAdopted? other) => other is not null
        && string.Equals(Version, other.Version, StringComparison.Ordinal)
        && JsonElement.DeepEquals(Network, other.Network);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Version);
}

/// <summary>Why a feed is held to be silent.</summary>
public enum SilenceReason
{
    /// <summary>Nothing was heard for longer than the network file allows.</summary>
    NothingHeard,

    /// <summary>Its last connection closed.</summary>
    Disconnected,

    /// <summary>This server has started and has not heard it yet.</summary>
    ServerStarted,
}

/// <summary>A feed fell silent: its figures can no longer be taken as live.</summary>
/// <param name="Feed">Identity of the feed.</param>
/// <param name="Reason">Why it is held to be silent.</param>
/// <param name="LastHeardAt">When it was last heard; null if never.</param>
public sealed record FeedSilenced(
    string Feed, SilenceReason Reason, DateTimeOffset? LastHeardAt = null) : EventDetail;

/// <summary>A silent feed was heard again.</summary>
/// <param name="Feed">Identity of the feed.</param>
public sealed record FeedResumed(string Feed) : EventDetail;
