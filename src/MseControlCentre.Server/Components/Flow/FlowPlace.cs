using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>How far along the way a place lies.</summary>
public enum FlowStage
{
    /// <summary>What people come by.</summary>
    ComingIn,

    /// <summary>Emergency departments.</summary>
    Departments,

    /// <summary>Same day emergency care and assessment units.</summary>
    Assessment,

    /// <summary>Wards and critical care.</summary>
    Wards,

    /// <summary>Where people go.</summary>
    Leaving,
}

/// <summary>A place of the map: who is there, and how full it is.</summary>
/// <param name="Id">Its name in <see cref="FlowIds"/>.</param>
/// <param name="Stage">How far along the way it lies.</param>
/// <param name="Name">Name in its column, such as <c>ED</c>.</param>
/// <param name="FullName">Name by itself, such as <c>Basildon ED</c>.</param>
/// <param name="Href">The page behind it.</param>
/// <param name="Opens">What that page is, in words.</param>
/// <param name="Now">How many are there; null for a place in which nobody stays.</param>
/// <param name="Facts">What else is known of it.</param>
/// <param name="Passed">How loud it is if its figures can be trusted.</param>
/// <param name="Trust">Why its figures cannot be taken as live; null when they can.</param>
public sealed record FlowPlace(
    string Id,
    FlowStage Stage,
    string Name,
    string FullName,
    string Href,
    string Opens,
    FlowFact? Now,
    IReadOnlyList<FlowFact> Facts,
    Level Passed,
    TrustNote? Trust)
{
    /// <summary>How loud it is. What no longer describes now is never loud.</summary>
    public Level Level => Trust?.Quality is FigureQuality.Stale or FigureQuality.Unknown ? Level.Normal : Passed;

    /// <summary>How full it is, from 0 to 1; null when that is not known or has no meaning.</summary>
    public double? Share => Now is { Figure.Value: { } inside, Of.Value: > 0 and { } places }
        ? Math.Clamp(inside / places, 0, 1)
        : null;

    /// <summary>
    /// What a screen reader says of it. The name that is drawn is part of it, so that one who speaks it reaches it.
    /// </summary>
    public string Spoken => string.Join(
        ". ",
        new[] { IsNamedInFull ? null : Name, FullName, Now?.Spoken, "Opens " + Opens }.OfType<string>());

    private bool IsNamedInFull => FullName.Contains(Name, StringComparison.Ordinal);
}

/// <summary>Who moved from one place to another in the last hour.</summary>
/// <param name="Id">Its name in <see cref="FlowIds"/>.</param>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
/// <param name="FromWords">Where from, in words.</param>
/// <param name="ToWords">Where to, in words.</param>
/// <param name="SiteName">The site it comes from, where several end at the same place.</param>
/// <param name="Moved">How many.</param>
/// <param name="Queue">Who waits to go that way; null where nobody can be told to.</param>
/// <param name="Note">What must be said of it; null for nothing.</param>
public sealed record FlowLink(
    string Id,
    string From,
    string To,
    string FromWords,
    string ToWords,
    string? SiteName,
    FlowFigure Moved,
    FlowFact? Queue,
    string? Note = null)
{
    /// <summary>Whether its movement is of the last hour; one that no feed tells by the hour has no width.</summary>
    public bool IsHourly => Note is null;

    /// <summary>What a screen reader says of how many moved.</summary>
    public string Spoken => IsHourly
        ? $"{FromWords} to {ToWords}: {Moved.Spoken} in the last hour"
        : $"{FromWords} to {ToWords}: {Moved.Spoken} {Note}";

    /// <summary>Classes of its line: how sure it is.</summary>
    public string LineClass => Moved.Value is null || !IsHourly ? "unknown" : Moved.Value <= 0 ? "none" : "moving";
}
