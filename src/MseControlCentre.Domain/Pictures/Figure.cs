namespace MseControlCentre.Domain.Pictures;

/// <summary>How far a figure can be trusted. Unknown is not zero.</summary>
public enum FigureQuality
{
    /// <summary>From a feed that is heard.</summary>
    Live,

    /// <summary>From a feed that has been silent, or behind, for longer than it may be.</summary>
    Late,

    /// <summary>
    /// From a feed that has been silent, or behind, for so long that the figure no longer describes now.
    /// </summary>
    Stale,

    /// <summary>Stated by a person or the network file, not measured.</summary>
    Declared,

    /// <summary>Nothing is known; shown as a dash.</summary>
    Unknown,
}

/// <summary>What a figure measures, and by whose definition.</summary>
/// <param name="Id">Stable identity, such as <c>ed.in-department</c>.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Unit">patients, beds, minutes, hours, percent, ambulances, places.</param>
/// <param name="Definition">What is counted, from which clock.</param>
/// <param name="Basis">The source of the definition.</param>
/// <param name="Clock">
/// The clock it is counted by, such as <c>since local midnight</c>; empty for a count of now.
/// </param>
/// <param name="Better">Which way is better.</param>
public sealed record Measure(
    string Id,
    string Name,
    string Unit,
    string Definition,
    string Basis,
    string Clock = "",
    Better Better = Better.Neither);

/// <summary>Which way a measure is better.</summary>
public enum Better
{
    /// <summary>Neither: it says how much there is.</summary>
    Neither,

    /// <summary>Lower is better.</summary>
    Lower,

    /// <summary>Higher is better.</summary>
    Higher,
}

/// <summary>One figure of a picture, with where it comes from.</summary>
/// <param name="Scope">What it describes: a site code, the system's code, <c>site/ward</c> or a virtual ward.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Value">The value in the measure's unit; null when unknown.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Source">Feeds behind it, comma-separated, or who declared it.</param>
/// <param name="AsOf">When the newest event behind it was recorded; null when there is none.</param>
/// <param name="CountedSince">
/// For a figure of the day: since when it is really counted, when the feeds were first heard after local midnight and
/// nobody told of what came before. Null when it covers what its name says.
/// </param>
public sealed record Figure(
    string Scope,
    Measure Measure,
    double? Value,
    FigureQuality Quality,
    string Source,
    DateTimeOffset? AsOf,
    DateTimeOffset? CountedSince = null)
{
    /// <summary>Identity of the figure: <c>scope:measure</c>.</summary>
    public string Id => Scope + ":" + Measure.Id;
}
