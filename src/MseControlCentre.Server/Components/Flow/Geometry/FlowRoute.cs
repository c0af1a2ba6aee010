using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>The way of a link through the drawing and where its labels stand.</summary>
/// <param name="Path">The line in its middle, as an SVG path; its stroke is as wide as the movement.</param>
/// <param name="Room">How wide it may become.</param>
/// <param name="Number">Room for how many moved.</param>
/// <param name="Queue">Room for who waits; null where nobody can.</param>
/// <param name="SiteName">Room for the name of the site it comes from; null where that is plain.</param>
public sealed record FlowRoute(string Path, double Room, Box Number, Box? Queue, Box? SiteName)
{
    /// <summary>The boxes of its labels.</summary>
    public IEnumerable<Box> Labels => new[] { Number, Queue, SiteName }.OfType<Box>();
}

/// <summary>A straight piece of a link between columns.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Y">How high it lies.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lane(double From, double To, double Y);

/// <summary>Draws the line of a link: level where it leaves and arrives, level in its lanes, curved between.</summary>
internal static class FlowPath
{
    public static string Of(double x, double y, IEnumerable<Lane> lanes, double endX, double endY)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}");
        foreach (var lane in lanes)
        {
            Curve(path, x, y, lane.From, lane.Y);
            path.Append(CultureInfo.InvariantCulture, $"H{lane.To:0.#}");
            (x, y) = (lane.To, lane.Y);
        }

        Curve(path, x, y, endX, endY);
        return path.ToString();
    }

    public static string Down(double x, double from, double to) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {from:0.#}V{to:0.#}");

    private static void Curve(StringBuilder path, double x, double y, double endX, double endY)
    {
        var middle = (x + endX) / 2;
        path.Append(
            CultureInfo.InvariantCulture, $"C{middle:0.#} {y:0.#} {middle:0.#} {endY:0.#} {endX:0.#} {endY:0.#}");
    }
}
