using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>Every figure of the picture, by area, for the system and each site.</summary>
public sealed partial class FiguresPage
{
    /// <summary>Area to show; all when empty.</summary>
    [Parameter]
    public string? Area { get; set; }

    /// <summary>Code of the system or the site to show; all when empty.</summary>
    [Parameter]
    public string? Site { get; set; }

    [Inject]
    private FiguresService Service { get; set; } = null!;

    private FiguresView? View { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() => View = Service.Current(Chosen(Area), Chosen(Site));

    private static bool Same(string value, string? chosen) => string.Equals(value, chosen, StringComparison.Ordinal);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
