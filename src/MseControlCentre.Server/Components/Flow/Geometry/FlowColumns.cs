namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>
/// Where the columns of the drawing stand, from what people come by to where they go. Between them there is room for
/// what is said of the links that end at the next one.
/// </summary>
/// <param name="longestSiteName">Letters of the longest name of a site.</param>
public sealed class FlowColumns(int longestSiteName)
{
    /// <summary>Free space around the drawing.</summary>
    public const double Margin = 10;

    /// <summary>Height of the heads above the columns.</summary>
    public const double Head = 40;

    /// <summary>Room for the number of a link: four figures.</summary>
    public const double NumberWidth = 52;

    /// <summary>Room for a queue: its number and two words.</summary>
    public const double QueueWidth = 142;

    /// <summary>Height of what is said of a link.</summary>
    public const double LabelHeight = 25;

    /// <summary>Between a label and what is next to it.</summary>
    public const double LabelGap = 7;

    /// <summary>Between the frame of a site and what stands in it.</summary>
    public const double FramePad = 14;

    // Room for the bend of a link beside its labels.
    private const double Bend = 200;
    private const double InnerBend = 118;
    private const double LetterWidth = 9.4;

    /// <summary>What people come by.</summary>
    public double Sources => Margin;

    /// <summary>Width of what people come by.</summary>
    public double SourcesWidth => 246;

    /// <summary>Emergency departments.</summary>
    public double Departments =>
        Sources + SourcesWidth + Bend + QueueWidth + NumberWidth + (2 * LabelGap) + (2 * FramePad);

    /// <summary>Width of emergency departments.</summary>
    public double DepartmentsWidth => 208;

    /// <summary>Same day emergency care and assessment units.</summary>
    public double Assessments => Departments + DepartmentsWidth + InnerBend + NumberWidth + LabelGap;

    /// <summary>Width of assessment units.</summary>
    public double AssessmentsWidth => 216;

    /// <summary>Wards and critical care.</summary>
    public double Wards => Assessments + AssessmentsWidth + InnerBend + NumberWidth + LabelGap;

    /// <summary>Width of wards and critical care.</summary>
    public double WardsWidth => 226;

    /// <summary>The bar from which discharges leave.</summary>
    public double Exit => Wards + WardsWidth + 12;

    /// <summary>Width of that bar.</summary>
    public double ExitWidth => 9;

    /// <summary>Right edge of the frame of a site.</summary>
    public double FrameRight => Exit + ExitWidth + FramePad;

    /// <summary>Room for the name of a site beside a number.</summary>
    public double SiteNameWidth => LetterWidth * (longestSiteName + 3);

    /// <summary>Where people go.</summary>
    public double Leaving => FrameRight + Bend + QueueWidth + SiteNameWidth + NumberWidth + (3 * LabelGap);

    /// <summary>Width of where people go.</summary>
    public double LeavingWidth => 330;

    /// <summary>Width of the whole drawing.</summary>
    public double Width => Leaving + LeavingWidth + Margin;
}
