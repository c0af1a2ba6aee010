using System.Globalization;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Where flow is held up most, and why.</summary>
/// <param name="Headline">What is wrong and where.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Href">The page of the figure behind it.</param>
/// <param name="FigureId">That figure where it is of now; null for one of the past.</param>
/// <param name="Facts">Since when, how it moved, what stands behind it.</param>
/// <param name="Rooms">Who has room, each with the page that says so.</param>
/// <param name="Mark">
/// The place or link that is marked, by its name in <see cref="FlowIds"/>; null when it is none.
/// </param>
/// <param name="NotKnown">What is not known, in words: a worse one may hide there.</param>
public sealed record FlowBottleneck(
    string Headline,
    Level Level,
    string Href,
    string? FigureId,
    IReadOnlyList<string> Facts,
    IReadOnlyList<(string Words, string Href)> Rooms,
    string? Mark,
    IReadOnlyList<string> NotKnown)
{
    /// <summary>The worst of the ranked constraints; null when nothing holds flow up.</summary>
    internal static FlowBottleneck? Of(
        IReadOnlyList<Constraint> ranked, FlowFigures figures, LocalTime local)
    {
        var worst = ranked.FirstOrDefault(one => one.Kind != ConstraintKind.NotKnown);
        return worst is null
            ? null
            : new FlowBottleneck(
                worst.Headline,
                worst.Severity == Severity.Alarm ? Level.Alarm : Level.Watch,
                figures.HrefOf(worst.FigureId),
                figures.IsNow ? worst.FigureId : null,
                [.. FactsOf(worst, local)],
                [.. worst.Rooms.Select(room => (room.Words, figures.HrefOf(room.FigureId)))],
                MarkOf(worst),
                NotKnownIn(ranked));
    }

    /// <summary>What is not known, worst first.</summary>
    internal static IReadOnlyList<string> NotKnownIn(IReadOnlyList<Constraint> ranked) =>
        [.. ranked.Where(one => one.Kind == ConstraintKind.NotKnown).Select(one => one.Headline)];

    private static IEnumerable<string> FactsOf(Constraint worst, LocalTime local)
    {
        if (worst.Since is { } since)
        {
            yield return (worst.SinceAtLeast ? "since at least " : "since ") + local.Clock(since);
        }

        if (worst.ChangeInLastHour is { } change)
        {
            var by = Math.Abs(change).ToString("0", CultureInfo.InvariantCulture);
            yield return change > 0 ? $"{by} more than an hour ago"
                : change < 0 ? $"{by} fewer than an hour ago"
                : "as many as an hour ago";
        }

        if (worst.PatientMinutes is { } minutes and > 0)
        {
            var lost = minutes.ToString("#,0", CultureInfo.InvariantCulture);
            yield return $"{(worst.MinutesAtLeast ? "at least " : "")}{lost} patient-minutes in the last hour";
        }

        foreach (var fact in worst.Behind)
        {
            yield return fact;
        }
    }

    private static string? MarkOf(Constraint worst) => worst.Kind switch
    {
        ConstraintKind.AmbulancesWaiting =>
            FlowIds.Link(FlowIds.Ambulance, FlowIds.Department(worst.Scope)),
        ConstraintKind.WaitingForBed =>
            FlowIds.Link(FlowIds.Department(worst.Scope), FlowIds.Wards(worst.Scope)),
        ConstraintKind.DepartmentClosed or ConstraintKind.MentalHealthWaits or ConstraintKind.LongStays =>
            FlowIds.Department(worst.Scope),
        ConstraintKind.CallsWaiting => FlowIds.Ambulance,
        ConstraintKind.DischargeDeficit => FlowIds.Beds(worst.Scope),
        ConstraintKind.VirtualWardFull => FlowIds.VirtualWards,
        ConstraintKind.SlotsUsed => FlowIds.Pathway(1),
        _ => null,
    };
}
