using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// The parts of the wall, by the name of the element they fill. The page and the live line show the same components:
/// the page tells them the time, so that it is whole without script; on the live line clocks tick in the browser, and
/// a part is sent only when something in it has changed.
/// </summary>
public static class WallFragments
{
    /// <summary>The parts of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="now">Time for running clocks; null when the browser ticks them.</param>
    public static IReadOnlyList<Fragment> Of(WallView view, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new(
                "situation",
                typeof(Situation),
                With((nameof(Situation.Cards), view.Situation), (nameof(Situation.Now), now))),
            .. view.Sites.SelectMany(site => OfSite(site, now)),
            new("totals", typeof(Totals), With((nameof(Totals.Figures), view.Totals))),
            new("virtual-wards", typeof(VirtualWards), With((nameof(VirtualWards.View), view.VirtualWards))),
            new("delays", typeof(Delays), With((nameof(Delays.View), view.Delays))),
            new("feeds", typeof(Freshness), With((nameof(Freshness.Feeds), view.Feeds))),
        ];
    }

    private static IEnumerable<Fragment> OfSite(SiteView site, DateTimeOffset? now) =>
    [
        new(
            $"outside-{site.Code}",
            typeof(Outside),
            With((nameof(Outside.View), site.Outside), (nameof(Outside.Now), now))),
        new($"inside-{site.Code}", typeof(Row), With((nameof(Row.View), site.Inside))),
        new($"beds-{site.Code}", typeof(Row), With((nameof(Row.View), site.Beds))),
        new($"leaving-{site.Code}", typeof(Leaving), With((nameof(Leaving.View), site.Leaving))),
    ];

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
