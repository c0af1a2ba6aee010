namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>
/// The frame of one site: its department, assessment units, wards and critical care, and the lanes of links that pass
/// them. Every site has the same, so that a reader learns it once.
/// </summary>
/// <param name="columns">Where the columns stand.</param>
/// <param name="top">Upper edge.</param>
internal sealed class SiteFrame(FlowColumns columns, double top)
{
    /// <summary>Height of every frame.</summary>
    public const double Height = 292;

    private const double DirectLane = 20;
    private const double HomeRoom = 38;
    private const double ElsewhereRoom = 16;

    public Box Box { get; } = new(
        columns.Departments - FlowColumns.FramePad,
        top,
        columns.FrameRight - columns.Departments + FlowColumns.FramePad,
        Height);

    public Box Title => new(columns.Departments, top + 8, columns.DepartmentsWidth, 30);

    public Box Department => new(columns.Departments, top + 82, columns.DepartmentsWidth, 130);

    public Box Assessment => new(columns.Assessments, top + 62, columns.AssessmentsWidth, 96);

    public Box Wards => new(columns.Wards, top + 16, columns.WardsWidth, 106);

    public Box CriticalCare => new(columns.Wards, top + 158, columns.WardsWidth, 66);

    /// <summary>The bar from which discharges leave.</summary>
    public Box Exit => new(columns.Exit, top + 16, columns.ExitWidth, 208);

    public double LaneDirectToWards => top + 48;

    public double LaneDirectToAssessment => LaneDirectToWards + DirectLane;

    /// <summary>Below the assessment units: those who go on to a ward, and the queue for a bed on that lane.</summary>
    public double LaneToWards => Assessment.Bottom + 20;

    public double LaneToCriticalCare => LaneToWards + 26;

    /// <summary>Along the bottom: those who go home from the department.</summary>
    public double LaneHome => top + Height - 12 - ElsewhereRoom - (HomeRoom / 2);

    public double LaneElsewhere => top + Height - 10 - (ElsewhereRoom / 2);
}
