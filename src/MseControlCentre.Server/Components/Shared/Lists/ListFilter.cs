using System.Globalization;

namespace MseControlCentre.Server.Components.Shared.Lists;

/// <summary>One question by which rows of a list are left out; its answer stands in the address.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Label">Label on the form.</param>
/// <param name="Any">What the choice that leaves nothing out is called.</param>
/// <param name="Choices">The answers; empty when a number is asked for.</param>
public record ListFilter(string Name, string Label, string Any, IReadOnlyList<Choice> Choices)
{
    /// <summary>Greatest number that can be asked for; null when one of the choices is.</summary>
    public int? Most { get; init; }

    /// <summary>Whether an answer can be used.</summary>
    public bool Knows(string answer) => Most is { } most
        ? int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
        : Choices.Any(choice => string.Equals(choice.Value, answer, StringComparison.Ordinal));

    /// <summary>What can be answered, in words.</summary>
    public string Expected => Most is { } most
        ? string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {most}")
        : $"one of the {Choices.Count.ToString(CultureInfo.InvariantCulture)} choices offered here";
}

/// <summary>A filter with the rows that it takes.</summary>
/// <typeparam name="TRow">A row before it is written.</typeparam>
/// <param name="Name">Name in the address.</param>
/// <param name="Label">Label on the form.</param>
/// <param name="Any">What the choice that leaves nothing out is called.</param>
/// <param name="Choices">The answers; empty when a number is asked for.</param>
/// <param name="Takes">Whether a row fulfils an answer.</param>
public sealed record ListFilter<TRow>(
    string Name, string Label, string Any, IReadOnlyList<Choice> Choices, Func<TRow, string, bool> Takes)
    : ListFilter(Name, Label, Any, Choices);

/// <summary>Filters that several lists have.</summary>
public static class ListFilters
{
    /// <summary>A filter that asks for at least so many; a row of which nothing is known is left out.</summary>
    public static ListFilter<TRow> AtLeast<TRow>(
        string name, string label, int most, Func<TRow, double?> number) => new(
        name,
        label,
        "",
        [],
        (row, answer) => number(row) >= int.Parse(answer, NumberStyles.None, CultureInfo.InvariantCulture))
    {
        Most = most,
    };
}
