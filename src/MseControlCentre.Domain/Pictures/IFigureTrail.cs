using System.Runtime.InteropServices;

namespace MseControlCentre.Domain.Pictures;

/// <summary>
/// What the board showed of a figure in the last hours, at even steps of the board's own time. What is derived from it
/// says how a figure moved; it is never a source of what is so now.
/// </summary>
public interface IFigureTrail
{
    /// <summary>
    /// A figure at each step of the last hours, oldest first. The newest step is the last one that a picture was taken
    /// for. A step at which nothing was shown has no value and is unknown; the list is empty when no picture was taken
    /// in all that time.
    /// </summary>
    /// <param name="figureId">Identity of the figure, such as <c>RAJ12:ed.in-department</c>.</param>
    /// <param name="back">How far back from the newest step; a trail that is shorter gives what it has.</param>
    IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back);
}

/// <summary>What the board showed of a figure at one step.</summary>
/// <param name="At">The instant (UTC).</param>
/// <param name="Value">The value in the measure's unit; null when it was not known or nothing was shown.</param>
/// <param name="Quality">How far it could be trusted.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrailPoint(DateTimeOffset At, double? Value, FigureQuality Quality);
