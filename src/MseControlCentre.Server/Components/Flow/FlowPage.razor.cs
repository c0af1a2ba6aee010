using Microsoft.AspNetCore.Components;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>The whole system as one picture: live now, standing still at a past minute.</summary>
public sealed partial class FlowPage
{
    private IReadOnlyList<Fragment> _parts = [];

    /// <summary>The time that was asked for; null for now.</summary>
    [Parameter]
    public string? At { get; set; }

    /// <summary>Cancelled when nobody waits for the page any more.</summary>
    [Parameter]
    public CancellationToken Aborted { get; set; }

    [Inject]
    private FlowService Service { get; set; } = null!;

    private FlowPageView Page { get; set; } = null!;

    private bool IsNow => Page.Asked.Length == 0 && Page.Errors.Count == 0;

    private string? Live => IsNow ? Service.Name : null;

    private string Heading => Page.View is { IsNow: false } past
        ? $"Flow on {past.Local.Date(past.At)} at {past.Local.Clock(past.At)}"
        : "Flow now";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Page = await Service.PageAsync(At, Aborted);
        _parts = Page.View is { } view ? FlowFragments.Of(view) : [];
    }

    private RenderFragment Part(string name)
    {
        var part = _parts.First(part => string.Equals(part.Name, name, StringComparison.Ordinal));
        return builder =>
        {
            builder.OpenComponent(0, part.Component);
            builder.AddMultipleAttributes(1, part.Parameters!);
            builder.CloseComponent();
        };
    }
}
