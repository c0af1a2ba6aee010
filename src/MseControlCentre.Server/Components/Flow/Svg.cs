using System.Globalization;
using MseControlCentre.Server.Components.Flow.Geometry;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Numbers as attributes of the drawing.</summary>
internal static class Svg
{
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static string ViewBox(FlowLayout layout) => $"0 0 {N(layout.Width)} {N(layout.Height)}";
}
