using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who leaves: today's discharges against what the day needs.</summary>
/// <param name="Cell">Discharged today, and the deficit in words.</param>
/// <param name="Done">How many had left by the end of each hour so far; null in hours nobody told of.</param>
/// <param name="Need">How many should have left by the end of each hour of the day; null where not known.</param>
/// <param name="Words">The same in words, for those who do not see the lines.</param>
public sealed record LeavingView(
    CellView Cell, IReadOnlyList<int?> Done, IReadOnlyList<double?> Need, string Words)
{
    /// <summary>Makes the cell of a site.</summary>
    public static LeavingView OfSite(SitePicture site, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Of(site.Figures, Cumulated(site.DischargesByHour), site.DischargeTargetByHour, views);
    }

    /// <summary>Makes the cell of the system: the sums of its sites, where all of them are known.</summary>
    public static LeavingView OfSystem(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var sites = views.Picture.Sites;
        return Of(
            views.Picture.Figures,
            Summed([.. sites.Select(site => Cumulated(site.DischargesByHour))], (sum, more) => sum + more),
            Summed([.. sites.Select(site => site.DischargeTargetByHour)], (sum, more) => sum + more),
            views);
    }

    private static LeavingView Of(
        FigureSet figures, IReadOnlyList<int?> done, IReadOnlyList<double?> need, ViewContext views)
    {
        var today = figures.Find(DischargeMeasures.DischargesToday.Id);
        var known = today is { Quality: not FigureQuality.Unknown };
        var deficit = figures.Find(ThroughputMeasures.Deficit.Id);
        var words = DeficitWords(deficit);
        return new LeavingView(
            new CellView(
                FigureView.Of(today, "Discharged", Level.Normal),
                [],
                Said(words, figures.Find(ThroughputMeasures.NeededToday.Id), today?.CountedSince, views),
                views.Trust(figures, DischargeMeasures.DischargesToday)),
            // Nothing heard is not an hour without a discharge.
            known ? done : [],
            known ? need : [],
            words);
    }

    private static List<SaidView> Said(string words, Figure? needed, DateTimeOffset? since, ViewContext views)
    {
        var day = since is { } counted ? "since " + views.Say(counted) : "today";
        return needed is { Quality: not FigureQuality.Unknown }
            ? [
                new SaidView(null, words),
                new SaidView(
                    FigureView.Of(needed, "", Level.Normal), since is null ? "needed today" : $"due {day}"),
            ]
            : [new SaidView(null, since is null ? words : $"counted {day}")];
    }

    private static string DeficitWords(Figure? deficit)
    {
        if (deficit is not { Value: { } value, Quality: not (FigureQuality.Unknown or FigureQuality.Stale) })
        {
            return "need not known";
        }

        return Math.Round(value, MidpointRounding.AwayFromZero) switch
        {
            > 0 and var behind => FormattableString.Invariant($"{behind:0} behind"),
            < 0 and var ahead => FormattableString.Invariant($"{-ahead:0} ahead"),
            _ => "on time",
        };
    }

    // An hour that nobody told of adds nothing that is known, and what follows it is at least the sum.
    private static List<int?> Cumulated(IReadOnlyList<int?> byHour)
    {
        var sum = 0;
        return [.. byHour.Select(hour => hour is { } discharges ? sum += discharges : (int?)null)];
    }

    private static List<T?> Summed<T>(IReadOnlyList<IReadOnlyList<T?>> sites, Func<T, T, T> add)
        where T : struct
    {
        var hours = sites.Count == 0 ? 0 : sites.Min(site => site.Count);
        return
        [
            .. Enumerable.Range(0, hours).Select(hour => sites.All(site => site[hour] is not null)
                ? sites.Select(site => site[hour]!.Value).Aggregate(add)
                : (T?)null),
        ];
    }
}
