using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>
/// The parts of the map, by the name of the element they fill. The drawing is made of layers that lie on each other, so
/// that a change at one site sends that site and no other.
/// </summary>
public static class FlowFragments
{
    /// <summary>The parts of a view.</summary>
    public static IReadOnlyList<Fragment> Of(FlowView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            Whole("flow-bottleneck", typeof(FlowBottleneckPanel), view),
            Whole("flow-lines", typeof(FlowLines), view),
            .. FlowLayerParts.Of(view).Select(part => new Fragment(
                part.Name,
                typeof(FlowLayer),
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(FlowLayer.View)] = view,
                    [nameof(FlowLayer.Part)] = part,
                })),
            Whole("flow-key", typeof(FlowKey), view),
            .. Enum.GetValues<FlowStage>().Select(stage => new Fragment(
                NameOf(stage),
                typeof(FlowStageList),
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(FlowStageList.View)] = view,
                    [nameof(FlowStageList.Stage)] = stage,
                })),
            Whole("flow-places", typeof(FlowPlacesTable), view),
            Whole("flow-links", typeof(FlowLinksTable), view),
        ];
    }

    /// <summary>Name of the part that lists a stage.</summary>
    public static string NameOf(FlowStage stage) => "flow-stage-" + stage.ToString().ToLowerInvariant();

    private static Fragment Whole(string name, Type component, FlowView view) => new(
        name, component, new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });
}
