namespace MseControlCentre.Domain.Network;

/// <summary>Whether a figure should stay below or above a standard.</summary>
public enum StandardDirection
{
    /// <summary>The figure should be at most the standard.</summary>
    AtMost,

    /// <summary>The figure should be at least the standard.</summary>
    AtLeast,
}

/// <summary>
/// A national standard or a local aim that a measure is held against. What no source gives is locally agreed, with who
/// set it and when; a measure without a standard is shown without one.
/// </summary>
/// <param name="Measure">Identity of the measure, such as <c>ambulance.category-2-mean</c>.</param>
/// <param name="Name">What the standard is called.</param>
/// <param name="Direction">Which side is met.</param>
/// <param name="Level">The level, with its unit and where it comes from.</param>
public sealed record Standard(string Measure, string Name, StandardDirection Direction, Threshold Level)
{
    /// <summary>Whether a value meets it; the level itself does.</summary>
    public bool IsMetBy(double value) =>
        Direction == StandardDirection.AtMost ? value <= Level.Value : value >= Level.Value;
}

/// <summary>A specialty as feeds code it.</summary>
/// <param name="Code">Treatment function or main specialty code, such as <c>300</c>.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Division">Division it belongs to, such as <c>medicine</c> or <c>surgery</c>.</param>
public sealed record Specialty(string Code, string Name, string Division);
