using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>One ambulance outside.</summary>
/// <param name="Reference">Tells rows apart.</param>
/// <param name="Category">Category, such as <c>C2</c>; a dash when not told.</param>
/// <param name="ArrivedAt">When it arrived (UTC).</param>
/// <param name="Arrived">The same as local time.</param>
/// <param name="Place">Where the patient is: with the crew, or in a cohort area.</param>
/// <param name="IsCohorted">Whether the crew can go.</param>
/// <param name="Passed">How many of the four thresholds it has passed.</param>
/// <param name="Past">The same in words.</param>
/// <param name="Level">How loud it is.</param>
public sealed record AmbulanceRow(
    string Reference,
    string Category,
    DateTimeOffset ArrivedAt,
    string Arrived,
    string Place,
    bool IsCohorted,
    int Passed,
    string Past,
    Level Level);

/// <summary>One ambulance on the way.</summary>
/// <param name="Reference">Tells rows apart.</param>
/// <param name="Category">Category; a dash when not told.</param>
/// <param name="Expected">When it is expected, local time; a dash when not told.</param>
/// <param name="IsOverdue">Whether that has passed.</param>
public sealed record ComingRow(string Reference, string Category, string Expected, bool IsOverdue);

/// <summary>The handover board.</summary>
/// <param name="Waiting">Outside, longest wait first.</param>
/// <param name="MoreWaiting">How many more wait than are listed.</param>
/// <param name="Coming">On the way, soonest first.</param>
/// <param name="MoreComing">How many more are on the way than are listed.</param>
/// <param name="Marks">The four thresholds in minutes, shortest first.</param>
/// <param name="Note">How far it can be trusted.</param>
public sealed record SiteHandovers(
    IReadOnlyList<AmbulanceRow> Waiting,
    int MoreWaiting,
    IReadOnlyList<ComingRow> Coming,
    int MoreComing,
    IReadOnlyList<double> Marks,
    PartNote Note)
{
    /// <summary>
    /// Ambulances listed at most, outside and on the way each: more than ever stood outside one site.
    /// </summary>
    public const int MostListed = 60;

    /// <summary>Makes the board.</summary>
    public static SiteHandovers Of(SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var limits = context.Thresholds;
        double[] marks =
        [
            limits.HandoverStandard.Value, limits.HandoverSecond.Value, limits.HandoverMaximum.Value,
            limits.HandoverLong.Value,
        ];
        var note = new PartNote(context.Trust(HandoverMeasures.AmbulancesWaiting), "ambulances");
        var waiting = context.Site.Handovers.Where(row => row.ArrivedAt is not null).ToList();
        var coming = context.Site.Handovers.Where(row => row.ArrivedAt is null).ToList();
        return new SiteHandovers(
            [.. waiting.Take(MostListed).Select(row => Outside(row, marks, note, context))],
            Math.Max(0, waiting.Count - MostListed),
            [.. coming.Take(MostListed).Select(row => OnTheWay(row, context))],
            Math.Max(0, coming.Count - MostListed),
            marks,
            note);
    }

    private static AmbulanceRow Outside(HandoverRow row, double[] marks, PartNote note, SiteContext context)
    {
        var arrived = row.ArrivedAt.GetValueOrDefault();
        var passed = marks.Count(mark => context.Picture.At - arrived > TimeSpan.FromMinutes(mark));
        return new AmbulanceRow(
            row.Reference,
            CategoryOf(row),
            arrived,
            context.Local.Clock(arrived),
            row.CohortArea is { } area ? $"in {area}, crew free" : "with the crew",
            row.CohortArea is not null,
            passed,
            passed == 0 ? $"within {marks[0]:0} min" : $"past {marks[passed - 1]:0} min",
            note.IsStale || passed < 2 ? Level.Normal : passed == 2 ? Level.Watch : Level.Alarm);
    }

    private static ComingRow OnTheWay(HandoverRow row, SiteContext context) => new(
        row.Reference,
        CategoryOf(row),
        row.ExpectedAt is { } expected ? context.Local.Clock(expected) : FigureView.Dash,
        row.ExpectedAt < context.Picture.At);

    private static string CategoryOf(HandoverRow row) =>
        row.Category is { } category ? $"C{category}" : FigureView.Dash;
}
