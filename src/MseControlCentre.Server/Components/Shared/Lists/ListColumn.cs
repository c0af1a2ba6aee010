namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>A column of a list, on the page and in its file.</summary>
/// <typeparam name="TRow">A row before it is written.</typeparam>
/// <param name="Id">Name in the address and in the file.</param>
/// <param name="Head">Its head, as people say it.</param>
/// <param name="Cell">Its cell of a row.</param>
public sealed record ListColumn<TRow>(string Id, string Head, Func<TRow, ListCell> Cell)
{
    /// <summary>Whether digits stand below each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>
    /// What its two orders are called, least first and most first; null when letters and numbers say it.
    /// </summary>
    public (string Ascending, string Descending)? Orders { get; init; }

    /// <summary>Whether the most come first when it is sorted by for the first time.</summary>
    public bool MostFirst { get; init; }

    /// <summary>Its head before a cell on a phone, where there is less room; null when the head fits.</summary>
    public string? OnPhone { get; init; }

    /// <summary>Whether it says something; a column of things to do is not in the file.</summary>
    public bool IsInFile { get; init; } = true;

    /// <summary>Whether the list can be sorted by it.</summary>
    public bool IsSortable { get; init; } = true;
}
