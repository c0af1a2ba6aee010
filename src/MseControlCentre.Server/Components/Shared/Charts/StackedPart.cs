namespace MseControlCentre.Server.Components.Shared.Charts;

/// <summary>A part of a stacked bar.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How many; what is not known has no part.</param>
/// <param name="Class">Class that says how it is drawn: <c>part-1</c> to <c>part-7</c>, or <c>part-unknown</c>.</param>
public sealed record StackedPart(string Name, double Value, string Class);
