using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>
/// The parts of a site's board, by the name of the element they fill. Lists are cut into parts that change each on its
/// own, so that an arrival is not a whole list anew.
/// </summary>
public static class SiteFragments
{
    /// <summary>The parts of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="now">Time for running clocks; null when the browser ticks them.</param>
    public static IReadOnlyList<Fragment> Of(SiteBoardView view, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new("standing", typeof(StandingBadge), With((nameof(StandingBadge.Standing), view.Standing))),
            new("opel", typeof(OpelWordsPart), With((nameof(OpelWordsPart.Standing), view.Standing))),
            new(
                "situation",
                typeof(SituationLines),
                With((nameof(SituationLines.Situation), view.Situation), (nameof(SituationLines.Now), now))),
            new("headline", typeof(Headline), With((nameof(Headline.Tiles), view.Headline))),
            new(
                "escalations",
                typeof(EscalationsPart),
                With((nameof(EscalationsPart.View), view.Escalations), (nameof(EscalationsPart.Now), now))),
            Note("handovers", view.Handovers.Note),
            new(
                "handovers",
                typeof(HandoverRows),
                With((nameof(HandoverRows.View), view.Handovers), (nameof(HandoverRows.Now), now))),
            .. OfDepartment(view.Department, now),
            .. OfWards(view),
            .. OfDelays(view.Delays),
            new("statements", typeof(Statements), With((nameof(Statements.All), view.Statements))),
        ];
    }

    private static IEnumerable<Fragment> OfDepartment(SiteDepartment department, DateTimeOffset? now) =>
    [
        Note("department", department.Note),
        Count("department-total", department.Total),
        new("department-hours", typeof(HoursChart), With((nameof(HoursChart.Hours), department.Hours))),
        new("department-areas", typeof(AreaRows), With((nameof(AreaRows.Areas), department.Areas))),
        .. department.Bands.Select(band => Count($"department-{band.Name}", band.Count)),
        .. department.Bands.SelectMany(band => band.Parts).Select(part => new Fragment(
            part.Name,
            typeof(DepartmentRows),
            With(
                (nameof(DepartmentRows.Rows), part.Rows),
                (nameof(DepartmentRows.IsStale), department.Note.IsStale),
                (nameof(DepartmentRows.Now), now)))),
        More("department-more", department.More),
    ];

    private static IEnumerable<Fragment> OfWards(SiteBoardView view) =>
    [
        Note("wards", view.Wards.Note),
        .. view.Wards.Groups.Select(group => new Fragment(
            group.Part,
            typeof(WardRows),
            With((nameof(WardRows.Group), group), (nameof(WardRows.Site), view.Code)))),
        new("unmapped", typeof(UnmappedList), With((nameof(UnmappedList.Places), view.Wards.Unmapped))),
    ];

    private static IEnumerable<Fragment> OfDelays(SiteDelays delays) =>
    [
        Note("delays", delays.Note),
        Count("delays-total", delays.Total),
        new("delay-counts", typeof(DelayCounts), With((nameof(DelayCounts.View), delays))),
        .. delays.Parts.Select(part =>
            new Fragment(part.Name, typeof(DelayRows), With((nameof(DelayRows.Rows), part.Rows)))),
        More("delays-more", delays.More),
    ];

    private static Fragment Note(string part, PartNote note) =>
        new($"note-{part}", typeof(NoteLine), With((nameof(NoteLine.Note), note)));

    private static Fragment Count(string name, int? count) =>
        new(name, typeof(Counted), With((nameof(Counted.Count), count)));

    private static Fragment More(string name, int more) =>
        new(name, typeof(MoreLine), With((nameof(MoreLine.More), more)));

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
