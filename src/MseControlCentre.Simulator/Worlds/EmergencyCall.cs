namespace MseControlCentre.Simulator.Worlds;

/// <summary>One 999 call, from its answer until it is closed.</summary>
public sealed class EmergencyCall : IStory
{
    /// <summary>Opens a call.</summary>
    public EmergencyCall(string number) => Number = number;

    /// <summary>The ambulance service's number of the incident.</summary>
    public string Number { get; }

    /// <inheritdoc />
    public long LastEventAt { get; set; } = long.MinValue;

    /// <summary>When it was answered.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>Category 1 to 5; null until it has one.</summary>
    public int? Category { get; set; }

    /// <summary>When it was last given a category.</summary>
    public long? CategorisedAt { get; set; }

    /// <summary>When the response clock started; null until it has a category.</summary>
    public long? ClockStartedAt { get; set; }

    /// <summary>When a crew was allocated; null while it waits.</summary>
    public long? AllocatedAt { get; set; }

    /// <summary>When the response reached the scene.</summary>
    public long? AtSceneAt { get; set; }

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed { get; set; }
}
