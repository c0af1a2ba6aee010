using System.Runtime.InteropServices;

namespace MseControlCentre.Server.Components.Flow.Geometry;

/// <summary>A rectangle of the drawing, in its own units.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Middle from left to right.</summary>
    public double MiddleX => X + (Width / 2);

    /// <summary>Middle from top to bottom.</summary>
    public double MiddleY => Y + (Height / 2);

    /// <summary>A box around a point of its right edge.</summary>
    public static Box EndingAt(double right, double middle, double width, double height) =>
        new(right - width, middle - (height / 2), width, height);

    /// <summary>Whether the two share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether another lies within this one.</summary>
    public bool Holds(Box other) =>
        other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}
