using System.Globalization;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>Why one figure is that number: definition, standards, last 24 hours, and what is behind it.</summary>
public sealed partial class FigurePage
{
    private static readonly int s_most = FigureProvenance.MostEvidence;

    /// <summary>Identity of the figure.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Local time to look back to, as a form sends it; now when empty.</summary>
    [Parameter]
    public string? At { get; set; }

    /// <summary>How much evidence to list at most.</summary>
    [Parameter]
    public int Most { get; set; }

    /// <summary>How many hours the chart goes back: one of <see cref="FiguresService.ChartSteps"/>.</summary>
    [Parameter]
    public int Hours { get; set; } = FigureProvenance.DayHours;

    /// <summary>Ends when the viewer has gone.</summary>
    [Parameter]
    public CancellationToken Aborted { get; set; }

    [Inject]
    private FiguresService Service { get; set; } = null!;

    [Inject]
    private ClientAssets Client { get; set; } = null!;

    private FigurePageView? View { get; set; }

    private IReadOnlyList<Evidence>? Rows { get; set; }

    private FigureHistory? History { get; set; }

    private bool AtIsWrong { get; set; }

    private string Title => View is null ? "Figure" : $"{View.Measure.Name}, {View.Where}";

    private string? AtValue => View?.At is { } at
        ? TimeZoneInfo.ConvertTime(at, View.Local.Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        : null;

    private string MoreAddress => FigurePath.Of(View!.Now.Id)
        + FormattableString.Invariant($"?most={s_most}")
        + (AtValue is { } at ? $"&at={Uri.EscapeDataString(at)}" : string.Empty);

    private string Shown
    {
        get
        {
            var behind = View!.Behind;
            var counted = behind.Counted == behind.Total
                ? Number(behind.Total)
                : $"{Number(behind.Counted)} of {Number(behind.Total)} counted";
            return behind.Evidence.Count == behind.Total
                ? $"{counted}, all shown."
                : $"{counted}; the {Number(behind.Evidence.Count)} with the longest clock are shown.";
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var at = string.IsNullOrEmpty(At) ? null : Service.PastInstant(At);
        AtIsWrong = !string.IsNullOrEmpty(At) && at is null;
        try
        {
            View = await Service.OfAsync(Id, at, Most, Aborted);
            Rows = View is null ? null : Service.RowsOf(View);
            History = View is null ? null : await Service.HistoryAsync(View.Now, Hours, Aborted);
        }
        catch (TooManyReplaysException)
        {
            // The page says so in the place of what it could not look up.
            View ??= await Service.OfAsync(Id, null, Most, Aborted);
            Rows ??= View is null ? null : Service.RowsOf(View);
        }
    }

    private string HistoryTitle => "The last " + SpanName(Hours);

    private static string SpanName(int hours) =>
        hours > 72 ? $"{hours / 24} days" : FormattableString.Invariant($"{hours} hours");

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
