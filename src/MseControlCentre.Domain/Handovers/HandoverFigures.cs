using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>Ambulances on the way, waiting and handed over.</summary>
internal static class HandoverFigures
{
    public static void Add(FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust trust)
    {
        var limits = moment.Network.Thresholds;
        var waits = Waiting(sites).Select(c => moment.At - c.Standing.ArrivedAt!.Value).ToList();
        figures.Add(Measures.AmbulancesEnRoute, sites.Sum(EnRoute), trust);
        figures.Add(Measures.AmbulancesWaiting, waits.Count, trust);
        figures.Add(Measures.AmbulancesOverStandard, Over(waits, limits.HandoverStandard.Value), trust);
        figures.Add(Measures.AmbulancesOverSecond, Over(waits, limits.HandoverSecond.Value), trust);
        figures.Add(Measures.AmbulancesOverMaximum, Over(waits, limits.HandoverMaximum.Value), trust);
        figures.Add(Measures.AmbulancesOverLong, Over(waits, limits.HandoverLong.Value), trust);
        figures.Add(Measures.AmbulanceLongestWait, LongestMinutes(waits), trust);
        AddToday(figures, sites, moment, trust);
    }

    public static IReadOnlyList<HandoverRow> Rows(SiteView site) =>
    [
        .. site.Conveyances
            .Where(c => c.Standing.Phase is ConveyancePhase.Waiting or ConveyancePhase.EnRoute)
            .OrderBy(c => c.Standing.Phase == ConveyancePhase.Waiting ? 0 : 1)
            .ThenBy(c => c.Standing.ArrivedAt ?? c.Standing.ExpectedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(Row),
    ];

    private static HandoverRow Row(Story<ConveyanceStanding> conveyance) => new(
        // The last characters of the pseudonym: enough to tell rows apart on one board.
        conveyance.Id[^Math.Min(6, conveyance.Id.Length)..],
        (int?)conveyance.Standing.Category,
        conveyance.Standing.Phase == ConveyancePhase.Waiting ? conveyance.Standing.ArrivedAt : null,
        conveyance.Standing.Phase == ConveyancePhase.EnRoute ? conveyance.Standing.ExpectedAt : null);

    private static void AddToday(FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust trust)
    {
        var today = sites
            .SelectMany(site => site.Log.Between(MarkKind.Handover, moment.DayStart, moment.At))
            .ToList();
        var timed = today.Where(mark => mark.Took is not null).Select(mark => mark.Took!.Value).ToList();
        var standard = TimeSpan.FromMinutes(moment.Network.Thresholds.HandoverStandard.Value);
        var lost = timed.Where(took => took > standard).Sum(took => (took - standard).TotalHours);
        figures.Add(Measures.HandoversToday, today.Count, trust);
        figures.Add(
            Measures.HandoverMeanToday,
            timed.Count == 0 ? null : Math.Round(timed.Average(took => took.TotalMinutes), 1),
            trust);
        figures.Add(Measures.HandoverLostToday, Math.Round(lost, 1), trust);
    }

    private static IEnumerable<Story<ConveyanceStanding>> Waiting(IReadOnlyList<SiteView> sites) => sites
        .SelectMany(site => site.Conveyances)
        .Where(c => c.Standing.Phase == ConveyancePhase.Waiting);

    private static int EnRoute(SiteView site) =>
        site.Conveyances.Count(c => c.Standing.Phase == ConveyancePhase.EnRoute);

    private static int Over(List<TimeSpan> waits, double minutes) =>
        waits.Count(wait => wait > TimeSpan.FromMinutes(minutes));

    /// <summary>Null when nobody waits: a longest wait of nobody is not a wait of zero minutes.</summary>
    private static double? LongestMinutes(List<TimeSpan> waits) =>
        waits.Count == 0 ? null : Math.Max(0, Math.Floor(waits.Max().TotalMinutes));
}
