using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>
/// The parts of the page of feeds, by the name of the element they fill. The page tells them the time; on the live line
/// clocks tick in the browser.
/// </summary>
public static class FeedsFragments
{
    /// <summary>The parts of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="now">Time for running clocks; null when the browser ticks them.</param>
    public static IReadOnlyList<Fragment> Of(FeedsView view, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new(
                "feeds-summary",
                typeof(FeedsSummary),
                With((nameof(FeedsSummary.View), view), (nameof(FeedsSummary.Now), now))),
            .. view.Rows.SelectMany(row => OfRow(row, now)),
            new("feeds-unmapped", typeof(UnmappedPlaces), With((nameof(UnmappedPlaces.Rows), view.Unmapped))),
            new(
                "feeds-quarantine",
                typeof(QuarantineGroups),
                With(
                    (nameof(QuarantineGroups.View), view.Quarantine),
                    (nameof(QuarantineGroups.Unknown), view.Unknown))),
        ];
    }

    private static IEnumerable<Fragment> OfRow(FeedRow row, DateTimeOffset? now)
    {
        yield return new(
            $"feed-{row.Id}", typeof(FeedFacts), With((nameof(FeedFacts.Row), row), (nameof(FeedFacts.Now), now)));
        if (row.Pace is { } pace)
        {
            yield return new($"feed-chart-{row.Id}", typeof(PaceChart), With((nameof(PaceChart.View), pace.Chart)));
        }

        yield return new($"feed-more-{row.Id}", typeof(FeedDetails), With((nameof(FeedDetails.Row), row)));
    }

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
