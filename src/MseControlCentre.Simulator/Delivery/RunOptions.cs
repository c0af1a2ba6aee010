using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>What a run sends, where to, and what goes wrong on the way.</summary>
public sealed record RunOptions
{
    /// <summary>Address of the server.</summary>
    public required Uri Server { get; init; }

    /// <summary>Host of the HL7 port.</summary>
    public required string MllpHost { get; init; }

    /// <summary>The HL7 port.</summary>
    public required int MllpPort { get; init; }

    /// <summary>The network.</summary>
    public required NetworkFile Network { get; init; }

    /// <summary>Seed of all randomness.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Keys of the feeds that send over HTTP, by feed; a feed without one shows none.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How delivery goes wrong.</summary>
    public Faults Faults { get; init; }

    /// <summary>Feeds that are down.</summary>
    public IReadOnlyList<MissingFeed> Missing { get; init; } = [];

    /// <summary>Hours of higher demand.</summary>
    public IReadOnlyList<Surge> Surges { get; init; } = [];

    /// <summary>Whether every sixth hour all senders lose their connection and send the last hour again, as systems
    /// restored from a backup do.</summary>
    public bool Restarts { get; init; }

    /// <summary>Whether the census is left out.</summary>
    public bool NoCensus { get; init; }

    /// <summary>Simulated instant at which to stop; null for never.</summary>
    public DateTimeOffset? Until { get; init; }
}
