namespace MseControlCentre.Server.Components.Layout;

/// <summary>An entry of the navigation. A feature registers one for each of its pages.</summary>
/// <param name="Path">Where it leads, such as <c>/figures</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Order">Its place: lower comes first.</param>
public sealed record PageLink(string Path, string Label, int Order);
