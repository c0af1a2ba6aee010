using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What every part of a view is made from.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Network">The network file.</param>
/// <param name="Trail">How figures moved in the last day.</param>
/// <param name="Constraints">What holds the system up, worst first.</param>
/// <param name="Local">Local time of the system.</param>
public sealed record ViewContext(
    Picture Picture,
    NetworkMap Network,
    IFigureTrail Trail,
    IReadOnlyList<Constraint> Constraints,
    LocalTime Local)
{
    /// <summary>Every open escalation, and those that ended lately.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>Thresholds of the network file.</summary>
    public Thresholds Thresholds => Network.Thresholds;

    /// <summary>The note on some figures.</summary>
    public TrustNote? Trust(FigureSet figures, params Measure[] measures) =>
        TrustNote.On(measures.Select(measure => figures.Find(measure.Id)), Picture.Feeds, Local);

    /// <summary>An instant of the last day as people say it: the day is named when it is not the picture's.</summary>
    public string Say(DateTimeOffset instant) =>
        string.Equals(Local.Date(instant), Local.Date(Picture.At), StringComparison.Ordinal)
        ? Local.Clock(instant)
        : Local.Day(instant) + " " + Local.Clock(instant);
}
