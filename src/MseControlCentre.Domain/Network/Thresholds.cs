namespace MseControlCentre.Domain.Network;

/// <summary>A threshold, and why it is what it is.</summary>
/// <param name="Value">The value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">minutes, hours, days, percent or count.</param>
/// <param name="Basis">The national source, or <c>locally agreed</c>.</param>
/// <param name="SetBy">Who agreed it, when locally agreed.</param>
/// <param name="SetOn">When, when locally agreed.</param>
public sealed record Threshold(double Value, string Unit, string Basis, string? SetBy = null, DateOnly? SetOn = null);

/// <summary>
/// The thresholds of a system. Those that may be null may be left out of the network file: figures that need them are
/// then unknown, never held against a number of the program's own.
/// </summary>
/// <param name="HandoverStandard">
/// Minutes within which handover should be complete; time beyond it is lost (15).
/// </param>
/// <param name="HandoverSecond">Minutes of the second handover threshold (30).</param>
/// <param name="HandoverMaximum">Minutes of the maximum handover (45).</param>
/// <param name="HandoverLong">Minutes of a long delay (60).</param>
/// <param name="EdStandard">Hours of the emergency-department standard (4).</param>
/// <param name="EdLong">Hours of a long stay in the department (12).</param>
/// <param name="BedOccupancy">Percent of general and acute beds above which flow suffers (92).</param>
/// <param name="VirtualWardOccupancy">Percent of virtual-ward places in use that is aimed at (80).</param>
/// <param name="DischargesBeforeNoon">Percent of discharges aimed at before noon.</param>
/// <param name="ClosedEncounterHours">
/// Hours for which an ended encounter is kept before it leaves into the hourly counts. An event about it that comes
/// later than that no longer changes the board.
/// </param>
/// <param name="FutureMinutes">Minutes an event may lie in the future before it is held to be wrong.</param>
/// <param name="InitialAssessment">Minutes from arrival within which initial assessment should be done (15).</param>
/// <param name="MentalHealthWait">Hours in the department a mental-health patient should not exceed (24).</param>
/// <param name="VirtualWardLongStay">Days after which a virtual-ward stay is long (14).</param>
/// <param name="CrewClear">Minutes from handover within which a crew should be clear (15).</param>
public sealed record Thresholds(
    Threshold HandoverStandard,
    Threshold HandoverSecond,
    Threshold HandoverMaximum,
    Threshold HandoverLong,
    Threshold EdStandard,
    Threshold EdLong,
    Threshold BedOccupancy,
    Threshold VirtualWardOccupancy,
    Threshold DischargesBeforeNoon,
    Threshold ClosedEncounterHours,
    Threshold FutureMinutes,
    Threshold? InitialAssessment = null,
    Threshold? MentalHealthWait = null,
    Threshold? VirtualWardLongStay = null,
    Threshold? CrewClear = null);
