using System.Runtime.InteropServices;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>What a cell is sorted by: a number, a text, or nothing known.</summary>
/// <param name="Number">The number; null when it has none.</param>
/// <param name="Text">The text; null when it has none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListKey(double? Number, string? Text = null)
{
    /// <summary>Whether nothing is known: such rows come last, whichever way a list is sorted.</summary>
    public bool IsUnknown => Number is null && Text is null;

    /// <summary>Numbers by size and before texts; texts by their letters.</summary>
    public static int Compare(ListKey one, ListKey other) => one.Number is { } number
        ? other.Number is { } than ? number.CompareTo(than) : -1
        : other.Number is not null ? 1
        : string.Compare(one.Text, other.Text, StringComparison.OrdinalIgnoreCase);
}
