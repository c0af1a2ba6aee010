using System.Globalization;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>What is behind a figure. A column that would be empty in every row is left out.</summary>
public sealed partial class EvidenceTable
{
    /// <summary>The figure with what is behind it.</summary>
    [Parameter, EditorRequired]
    public required FigurePageView View { get; set; }

    /// <summary>The rows behind it that the reader may see.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Evidence> Evidence { get; set; }

    private List<EvidenceRow> Rows { get; set; } = [];

    private bool HasFigures => Rows.Exists(row => row.FigureId is not null);

    private bool HasDeclarations => Evidence.Any(
        evidence => evidence.Kind is EvidenceKind.Declaration or EvidenceKind.NetworkFile);

    private bool HasPlaces => Rows.Exists(row => row.Place is not null);

    private bool HasClocks => Rows.Exists(row => row.Started is not null);

    private bool HasLengths => Rows.Exists(row => row.Took is not null);

    private bool HasValues => Rows.Exists(row => row.Value is not null);

    private bool HasRest => View.Behind.Counted < View.Behind.Total;

    private bool HasEvents => Rows.Exists(row => row.Events.Count > 0);

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        Rows = [.. Evidence.Select(evidence => EvidenceRow.Of(evidence, View))];

    private static string Summary(EvidenceRow row) => row.Events.Count == 1
        ? row.Events[0].Kind
        : string.Create(CultureInfo.InvariantCulture, $"{row.Events.Count} events");
}
