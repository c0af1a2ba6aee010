using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Charts;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>A part of the delayed patients: a reason group, a reason or a band of length.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Link">Where its patients are listed; null when the list cannot be asked for it.</param>
/// <param name="Patients">How many; it leads to the figure where there is one.</param>
/// <param name="Share">Their share of all, 0 to 1.</param>
/// <param name="BedDays">Days that they have waited since they were ready; a dash when no date was told.</param>
/// <param name="Class">How it is drawn.</param>
public sealed record DelayPart(
    string Name, string? Link, FigureView Patients, double Share, string BedDays, string Class);

/// <summary>Why patients with no criteria to reside wait, and for how long.</summary>
/// <param name="Groups">By group of reasons.</param>
/// <param name="Reasons">By reason, most first; those with nobody left out.</param>
/// <param name="Bands">By length of delay.</param>
/// <param name="Bar">The same as a bar.</param>
/// <param name="Facts">Bed days lost, mean delay, long stays.</param>
/// <param name="Undated">How many have no discharge-ready date.</param>
public sealed record DelaySummary(
    IReadOnlyList<DelayPart> Groups,
    IReadOnlyList<DelayPart> Reasons,
    IReadOnlyList<DelayPart> Bands,
    IReadOnlyList<StackedPart> Bar,
    IReadOnlyList<FigureView> Facts,
    int Undated)
{
    /// <summary>Sums up the delays of a scope.</summary>
    /// <param name="delays">The delays of the site, or of all.</param>
    /// <param name="site">Site code; null for all.</param>
    /// <param name="figures">The figures of the scope.</param>
    public static DelaySummary Of(IReadOnlyList<DelayedDischarge> delays, string? site, FigureSet figures)
    {
        ArgumentNullException.ThrowIfNull(delays);
        var bands = DelayBand.All.Select(band => (Band: band, Delays: delays.Where(band.Takes).ToList())).ToList();
        return new DelaySummary(
            [
                .. DelayReasons.Groups.Select(group => Part(
                    group.Name, group.Slug, "discharge.group-" + group.Slug, delay => delay.Reason?.Group == group)),
                Part("Reason not known", DelayedDischargeFilter.Unknown, "discharge.reason-unknown",
                    delay => delay.Reason is null),
            ],
            [
                .. delays.Where(delay => delay.Reason is not null)
                    .GroupBy(delay => delay.Reason!)
                    .OrderByDescending(reason => reason.Count())
                    .Select(reason => PartOf(
                        reason.Key.Name, null, "discharge.reason-" + reason.Key.Slug, [.. reason], "part-3")),
            ],
            [
                .. bands.Select(one => PartOf(
                    one.Band.Text,
                    DelayList.Link((DelayList.Site, site), (DelayList.Band, one.Band.Value)),
                    null,
                    one.Delays,
                    one.Band.Class)),
            ],
            [.. bands.Select(one => new StackedPart(one.Band.Text, one.Delays.Count, one.Band.Class))],
            FactsOf(figures),
            delays.Count(delay => delay.DaysSinceReady is null));

        DelayPart Part(string name, string value, string measure, Func<DelayedDischarge, bool> takes) => PartOf(
            name,
            DelayList.Link((DelayList.Site, site), (DelayList.Group, value)),
            measure,
            [.. delays.Where(takes)],
            "part-3");

        DelayPart PartOf(string name, string? link, string? measure, List<DelayedDischarge> part, string style) => new(
            name,
            link,
            measure is null
                ? new FigureView(
                    "", "", part.Count.ToString(CultureInfo.InvariantCulture), null, FigureQuality.Live, Level.Normal)
                : DelayMatrix.Counted(figures, measure, part.Count),
            (double)part.Count / Math.Max(1, delays.Count),
            DaysOf(part),
            style);
    }

    private static string DaysOf(List<DelayedDischarge> part) => part.TrueForAll(delay => delay.DaysSinceReady is null)
        ? FigureView.Dash
        : part.Sum(delay => delay.DaysSinceReady ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    private static IReadOnlyList<FigureView> FactsOf(FigureSet figures) =>
    [
        FigureView.Of(
            figures.Find(DelayMeasures.BedDaysLost.Id), "bed days lost since ready", Level.Normal, "#,0"),
        FigureView.Of(
            figures.Find(DelayMeasures.DaysSinceReadyMean.Id), "days since ready, on average", Level.Normal, "0.0"),
        .. DelayMeasures.LongStays.OrderBy(one => one.Key).Select(one => FigureView.Of(
            figures.Find(one.Value.Id),
            string.Create(CultureInfo.InvariantCulture, $"in hospital {one.Key} days or more"),
            Level.Normal)),
    ];
}
