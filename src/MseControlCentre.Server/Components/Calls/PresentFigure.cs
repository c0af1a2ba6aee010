using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A figure of a pack as a call looks at it: now, and what it was then.</summary>
/// <param name="Figure">Identity of the figure, which leads to its page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Now">What is so now, with its unit; a dash when it is not known.</param>
/// <param name="Then">What was so then, with its unit; a dash when it is not known.</param>
/// <param name="Change">How it has changed, such as <c>+12, worse</c>; null when that cannot be told.</param>
/// <param name="IsWorse">Whether it has changed for the worse; null when neither can be told.</param>
/// <param name="Doubt">Why it cannot be taken as live; null when it can.</param>
/// <param name="IsOld">Whether it is no longer current: it must not look like what is so now.</param>
public sealed record PresentFigure(
    string Figure, string Name, string Now, string Then, string? Change, bool? IsWorse, string? Doubt, bool IsOld)
{
    /// <summary>Most figures of one screen: more cannot be read from the other end of a call.</summary>
    public const int Most = 10;

    // Front door to back door: what a call goes through first.
    private static readonly string[] s_first =
    [
        HandoverMeasures.AmbulancesWaiting.Id,
        HandoverMeasures.AmbulanceLongestWait.Id,
        EmergencyDepartmentMeasures.InDepartment.Id,
        EmergencyDepartmentMeasures.EdOverLong.Id,
        EmergencyDepartmentMeasures.AwaitingBed.Id,
        BedMeasures.BedsAvailable.Id,
        BedMeasures.BedOccupancy.Id,
        DischargeMeasures.NoCriteriaToReside.Id,
        BedMeasures.LongStay21.Id,
        VirtualWardMeasures.VirtualWardAvailable.Id,
    ];

    /// <summary>The figures of a place that matter first, at most <see cref="Most"/>.</summary>
    public static IReadOnlyList<PresentFigure> Of(PackPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return
        [
            .. place.Standing.Index()
                .OrderBy(one => Array.IndexOf(s_first, MeasureOf(one.Item.Figure)) is >= 0 and var rank
                    ? rank
                    : s_first.Length + one.Index)
                .Take(Most)
                .Select(one => Of(one.Item, place)),
        ];
    }

    /// <summary>A value with its unit; a dash when it is not known.</summary>
    public static string Text(PackValue value, string unit)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            { Value: null } or { Quality: FigureQuality.Unknown } => FigureView.Dash,
            { Value: { } minutes } when unit is "minutes" => LocalTime.Wait((int)minutes),
            { Value: { } share } when unit is "percent" => FigureText.Number(share, unit) + "%",
            { Value: { } hours } when unit is "hours" => FigureText.Number(hours, unit) + " h",
            { Value: { } number } => FigureText.Number(number, unit),
        };
    }

    private static PresentFigure Of(PackStanding standing, PackPlace place)
    {
        var isNone = PackText.IsNone(place.Standing, standing, one => one.Now);
        var change = PackChange.DifferenceOf(standing.Now, standing.Then) is { } difference
            ? Math.Round(difference, 1, MidpointRounding.AwayFromZero)
            : (double?)null;
        var isWorse = change is null or 0 || standing.Better is Better.Neither
            ? (bool?)null
            : change > 0 == standing.Better is Better.Lower;
        return new PresentFigure(
            standing.Figure,
            standing.Name,
            isNone ? PackText.None : Text(standing.Now, standing.Unit),
            PackText.IsNone(place.Standing, standing, one => one.Then)
                ? PackText.None
                : Text(standing.Then, standing.Unit),
            change is { } by ? ChangeWords(by, isWorse) : null,
            isWorse,
            isNone ? null : DoubtOf(standing.Now),
            standing.Now.Quality is FigureQuality.Stale);
    }

    private static string ChangeWords(double change, bool? isWorse) => change is 0
        ? "the same"
        : change.ToString("+0.#;−0.#", CultureInfo.InvariantCulture) + isWorse switch
        {
            true => ", worse",
            false => ", better",
            null => string.Empty,
        };

    internal static string? DoubtOf(PackValue value) => value.Quality switch
    {
        FigureQuality.Late => "late",
        FigureQuality.Stale => "no longer current",
        FigureQuality.Declared => "declared",
        FigureQuality.Unknown => "not known",
        _ => null,
    };

    private static string MeasureOf(string figure) => figure[(figure.LastIndexOf(':') + 1)..];
}
