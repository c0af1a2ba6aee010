using Microsoft.AspNetCore.Components;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The list of escalations. It is live unless level or state are chosen; then it takes itself anew.</summary>
public sealed partial class EscalationsPage
{
    private Dictionary<string, Fragment> _parts = new(StringComparer.Ordinal);

    /// <summary>Which ones it shows.</summary>
    [Parameter, EditorRequired]
    public required EscalationFilter Filter { get; set; }

    [Inject]
    private EscalationsService Service { get; set; } = null!;

    private string? AtSite => Filter.Site is { } site ? "?site=" + Uri.EscapeDataString(site) : null;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        // What is no place has no board.
        if (!Service.Places.Any(place => string.Equals(place.Code, Filter.Site, StringComparison.Ordinal)))
        {
            Filter = Filter with { Site = null };
        }

        if (Service.Current() is { } context)
        {
            _parts = EscalationsFragments.Of(EscalationsView.Of(context, Filter), context.Now)
                .ToDictionary(part => part.Name, StringComparer.Ordinal);
        }
    }

    private RenderFragment Part(string name) => builder =>
    {
        if (_parts.TryGetValue(name, out var part))
        {
            builder.OpenComponent(0, part.Component);
            builder.AddMultipleAttributes(1, part.Parameters!);
            builder.CloseComponent();
        }
    };
}
