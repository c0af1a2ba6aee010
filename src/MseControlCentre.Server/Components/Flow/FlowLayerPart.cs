namespace MseControlCentre.Server.Components.Flow;

/// <summary>What one layer of the drawing says: places, and the links that end at them.</summary>
/// <param name="Name">Name of the fragment.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Places">Its places, in reading order.</param>
/// <param name="Links">Its links, in reading order.</param>
public sealed record FlowLayerPart(
    string Name, string Label, IReadOnlyList<FlowPlace> Places, IReadOnlyList<FlowLink> Links);

/// <summary>Divides the drawing into layers: what people come by, each site, where they go.</summary>
public static class FlowLayerParts
{
    /// <summary>The layers of a view, in reading order.</summary>
    public static IReadOnlyList<FlowLayerPart> Of(FlowView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            Part(view, "flow-in", "What people come by", [.. view.In(FlowStage.ComingIn)]),
            .. view.Sites.Select(site => Part(
                view, "flow-site-" + site.Code, site.Name, [.. InSite(site.Code).Select(id => Place(view, id))])),
            Part(view, "flow-out", "Where people go", [.. view.In(FlowStage.Leaving)]),
        ];
    }

    private static string[] InSite(string code) =>
        [FlowIds.Department(code), FlowIds.Assessment(code), FlowIds.Wards(code), FlowIds.CriticalCare(code)];

    private static FlowPlace Place(FlowView view, string id) =>
        view.Places.Single(place => string.Equals(place.Id, id, StringComparison.Ordinal));

    private static FlowLayerPart Part(FlowView view, string name, string label, IReadOnlyList<FlowPlace> places) =>
        new(name, label, places, [.. places.SelectMany(view.Into)]);
}
