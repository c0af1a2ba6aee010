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
            Whole("flow-stages", typeof(FlowStages), view),
            Whole("flow-table", typeof(FlowTable), view),
        ];
    }

    private static Fragment Whole(string name, Type component, FlowView view) => new(
        name, component, new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });
}
