using System.Globalization;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>999: how long people wait for an ambulance, and who waits for one now.</summary>
/// <param name="Categories">Mean response of each category today.</param>
/// <param name="Figures">Calls waiting, the longest of them, the service's REAP level.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record CallsView(
    IReadOnlyList<CategoryView> Categories, IReadOnlyList<FigureView> Figures, TrustNote? Trust)
{
    /// <summary>Makes the panel.</summary>
    public static CallsView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var figures = views.Picture.Figures;
        return new CallsView(
            [.. EmergencyCallMeasures.Categories.Select(category => Of(category, views))],
            [
                FigureView.Of(figures.Find(EmergencyCallMeasures.CallsWaiting.Id), "calls waiting", Level.Normal),
                FigureView.OfWait(
                    figures.Find(EmergencyCallMeasures.CallsLongestWait.Id), "longest", Level.Normal),
                FigureView.Of(figures.Find(EmergencyCallMeasures.Reap.Id), "REAP level", Level.Normal),
            ],
            views.Trust(figures, EmergencyCallMeasures.CallsWaiting));
    }

    private static CategoryView Of(AmbulanceCategory category, ViewContext views)
    {
        var measure = EmergencyCallMeasures.Mean[category];
        var figure = views.Picture.Figures.Find(measure.Id);
        var held = figure is null ? [] : HeldStandard.Of(figure, views.Network.Standards);
        var missed = held.Any(standard => standard.Met is false);
        return new CategoryView(
            string.Create(CultureInfo.InvariantCulture, $"Cat {(int)category}"),
            FigureView.Of(figure, "", missed ? Level.Watch : Level.Normal),
            held.Count > 0
                ? FormattableString.Invariant($"({held.Min(standard => standard.Standard.Level.Value):0.#})")
                : null);
    }
}

/// <summary>One category of 999 calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mean">Mean minutes to the response today.</param>
/// <param name="Standard">What it is held against; null when the network file has no standard for it.</param>
public sealed record CategoryView(string Name, FigureView Mean, string? Standard);
