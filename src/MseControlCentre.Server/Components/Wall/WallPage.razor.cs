using System.Globalization;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// The wall: one screen, read from six metres. After loading, the live line replaces its parts as they change.
/// </summary>
public sealed partial class WallPage
{
    private static readonly string[] s_cells = ["outside", "inside", "beds", "leaving"];

    private Dictionary<string, Fragment> _parts = new(StringComparer.Ordinal);

    /// <summary>
    /// <c>light</c> for a bright office. A wall is dark otherwise, whatever its screen's own setting is: nobody sets
    /// up the account of a wall.
    /// </summary>
    [Parameter]
    public string? Theme { get; set; }

    [Inject]
    private WallService Service { get; set; } = null!;

    [Inject]
    private ClientAssets Client { get; set; } = null!;

    private WallView? View { get; set; }

    private bool IsLight => string.Equals(Theme, "light", StringComparison.OrdinalIgnoreCase);

    private string SpeedText => View!.Clock.Speed is 1
        ? "day"
        : string.Create(CultureInfo.InvariantCulture, $"day at {View.Clock.Speed:0.##} times");

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        View = Service.Current();
        if (View is not null)
        {
            _parts = WallFragments.Of(View, View.Clock.Now).ToDictionary(part => part.Name, StringComparer.Ordinal);
        }
    }

    private RenderFragment Place(string cell, string code) => builder =>
    {
        var name = $"{cell}-{code}";
        builder.OpenElement(0, "section");
        builder.AddAttribute(1, "class", $"place {(cell is "opel" ? "level" : cell)}");
        builder.AddAttribute(2, "data-live", name);
        builder.AddContent(3, Part(name));
        builder.CloseElement();
    };

    private RenderFragment Part(string name) => builder =>
    {
        var part = _parts[name];
        builder.OpenComponent(0, part.Component);
        builder.AddMultipleAttributes(1, part.Parameters!);
        builder.CloseComponent();
    };
}
