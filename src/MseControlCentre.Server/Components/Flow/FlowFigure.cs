using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>A figure of the map.</summary>
/// <param name="View">How it is shown.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="Value">Its value; null when it is not known or no longer describes that time.</param>
/// <param name="Href">The page that says what is behind it, at the time of the picture.</param>
/// <param name="IsNow">Whether it is of now; one of the past must not be taken for it.</param>
public sealed record FlowFigure(FigureView View, string Name, double? Value, string Href, bool IsNow)
{
    /// <summary>Identity of the figure where it is of now; null for one of the past.</summary>
    public string? LiveId => IsNow ? View.Id : null;

    /// <summary>What a screen reader says of its value.</summary>
    public string Spoken => View.Quality is FigureQuality.Unknown ? "not known"
        : View.Spoken is { } spoken ? $"{View.Text}, {spoken}" : View.Text;
}

/// <summary>A figure of a place with the words that go with it.</summary>
/// <param name="Words">What it counts.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Of">Out of how many; null when that has no meaning.</param>
public sealed record FlowFact(string Words, FlowFigure Figure, FlowFigure? Of = null)
{
    /// <summary>Written out, such as <c>48 of 60</c>.</summary>
    public string Text => Of is null ? Figure.View.Text : $"{Figure.View.Text} of {Of.View.Text}";

    /// <summary>
    /// What a screen reader says. It begins with what is written: who steers by voice says what they see.
    /// </summary>
    public string Spoken => $"{Text} {Words}{(Figure.View.Spoken is { } trust ? ", " + trust : null)}";
}
