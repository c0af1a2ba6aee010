namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>One thing that a form offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">What it is grouped under; null when it is not.</param>
public sealed record Choice(string Value, string Text, string? Group = null);
