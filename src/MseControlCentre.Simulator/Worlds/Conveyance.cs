namespace MseControlCentre.Simulator.Worlds;

/// <summary>One ambulance bringing one patient to a hospital.</summary>
public sealed class Conveyance : IStory
{
    /// <summary>Opens a conveyance.</summary>
    public Conveyance(string number, int category)
    {
        Number = number;
        Category = category;
    }

    /// <summary>The ambulance service's number of the job.</summary>
    public string Number { get; }

    /// <summary>Category 1 to 4 of the call.</summary>
    public int Category { get; }

    /// <inheritdoc />
    public long LastEventAt { get; set; } = long.MinValue;

    /// <summary>When the crew left the scene.</summary>
    public long DispatchedAt { get; set; }

    /// <summary>When it is expected.</summary>
    public long ExpectedAt { get; set; }

    /// <summary>When it arrived; null while on the way.</summary>
    public long? ArrivedAt { get; set; }

    /// <summary>When handover was complete; null before.</summary>
    public long? HandedOverAt { get; set; }

    /// <summary>Cohort area the patient was put into; null while with the crew.</summary>
    public string? CohortArea { get; set; }

    /// <summary>When the crew was clear; null before.</summary>
    public long? ClearedAt { get; set; }

    /// <summary>Whether anything about it was told; not so when it was handed over before the origin.</summary>
    public bool IsTold { get; set; } = true;

    /// <summary>The attendance, once registered.</summary>
    public Visit? Attendance { get; set; }
}
