using System.Globalization;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// The wall: one screen, read from six metres. After loading, the live line replaces its parts as they change.
/// </summary>
public sealed partial class WallPage
{
    private static readonly string[] s_rows = ["outside", "inside", "beds", "leaving"];

    private Dictionary<string, Fragment> _parts = new(StringComparer.Ordinal);

    [Inject]
    private WallService Service { get; set; } = null!;

    [Inject]
    private ClientAssets Client { get; set; } = null!;

    private WallView? View { get; set; }

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

    private RenderFragment Part(string name) => builder =>
    {
        var part = _parts[name];
        builder.OpenComponent(0, part.Component);
        builder.AddMultipleAttributes(1, part.Parameters!);
        builder.CloseComponent();
    };
}
