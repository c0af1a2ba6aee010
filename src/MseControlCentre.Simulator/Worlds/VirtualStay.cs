using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>A referral to a virtual ward, and the stay that may follow.</summary>
public sealed class VirtualStay : IStory
{
    /// <summary>Opens a referral.</summary>
    public VirtualStay(string number) => Number = number;

    /// <summary>The virtual ward's number of it.</summary>
    public string Number { get; }

    /// <inheritdoc />
    public long LastEventAt { get; set; }

    /// <summary>When it was referred.</summary>
    public long ReferredAt { get; set; }

    /// <summary>When it was taken on; null before.</summary>
    public long? AdmittedAt { get; set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public long? EndedAt { get; set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public string? Outcome { get; set; }

    /// <summary>Whether it comes from a hospital bed rather than instead of one.</summary>
    public bool IsStepDown { get; set; }

    /// <summary>Hospital it was referred from, or the nearest.</summary>
    public required string Site { get; init; }

    /// <summary>When the stay is planned to end; null without a plan.</summary>
    public long? PlannedFor { get; set; }

    /// <summary>Whether it is monitored with technology.</summary>
    public bool TechnologyEnabled => StableHash.Of(Number) % 3 != 0;

    /// <summary>When the stay will end, as the world knows and nobody else.</summary>
    public long DueAt { get; set; }

    /// <summary>Who referred it.</summary>
    public string ReferredBy { get; set; } = "";
}
