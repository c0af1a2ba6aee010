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
            Part("opel", typeof(OpelBadge), (nameof(OpelBadge.Mark), view.System.Opel)),
            Part(
                "situation",
                typeof(Situation),
                (nameof(Situation.View), view.Situation),
                (nameof(Situation.Now), now)),
            .. view.Sites.SelectMany(site => OfSite(site, now)),
            .. OfSystem(view.System, now),
            Part("limits", typeof(Limits), (nameof(Limits.View), view.Limits), (nameof(Limits.Now), now)),
            Part("virtual-wards", typeof(VirtualWards), (nameof(VirtualWards.View), view.VirtualWards)),
            Part("delays", typeof(Delays), (nameof(Delays.View), view.Delays)),
            Part("calls", typeof(Calls), (nameof(Calls.View), view.Calls)),
            Part("rest", typeof(RestOfToday), (nameof(RestOfToday.View), view.Rest)),
            Part("feeds", typeof(Freshness), (nameof(Freshness.Feeds), view.Feeds)),
        ];
    }

    private static IEnumerable<Fragment> OfSite(SiteView site, DateTimeOffset? now) =>
    [
        Part($"opel-{site.Code}", typeof(OpelBadge), (nameof(OpelBadge.Mark), site.Opel)),
        Part(
            $"escalated-{site.Code}",
            typeof(Escalated),
            (nameof(Escalated.Mark), site.Escalated),
            (nameof(Escalated.Now), now)),
        Part(
            $"outside-{site.Code}", typeof(Outside), (nameof(Outside.View), site.Outside), (nameof(Outside.Now), now)),
        Part($"inside-{site.Code}", typeof(FigureRow), (nameof(FigureRow.View), site.Inside)),
        Part($"beds-{site.Code}", typeof(FigureRow), (nameof(FigureRow.View), site.Beds)),
        Part($"leaving-{site.Code}", typeof(Leaving), (nameof(Leaving.View), site.Leaving)),
    ];

    private static IEnumerable<Fragment> OfSystem(SystemView system, DateTimeOffset? now) =>
    [
        Part(
            "escalated-system",
            typeof(Escalated),
            (nameof(Escalated.Mark), system.Escalated),
            (nameof(Escalated.Now), now)),
        Part("outside-system", typeof(FigureRow), (nameof(FigureRow.View), system.Outside)),
        Part("inside-system", typeof(FigureRow), (nameof(FigureRow.View), system.Inside)),
        Part("beds-system", typeof(FigureRow), (nameof(FigureRow.View), system.Beds)),
        Part("leaving-system", typeof(Leaving), (nameof(Leaving.View), system.Leaving)),
    ];

    private static Fragment Part(string name, Type component, params (string Name, object? Value)[] parameters) => new(
        name,
        component,
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
}
