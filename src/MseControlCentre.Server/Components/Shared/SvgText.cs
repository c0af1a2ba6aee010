using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MseControlCentre.Server.Components.Shared;

/// <summary>SVG's <c>text</c> element. Razor takes that tag for its own inside code, hence a component.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Its base line.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>
    /// Whether the place is in percent of the box: the text then keeps the size that the style sheet gives it, whatever
    /// the box is stretched to.
    /// </summary>
    [Parameter]
    public bool IsPercent { get; set; }

    /// <summary>What it says.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Its class.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Place(X));
        builder.AddAttribute(2, "y", Place(Y));
        builder.AddAttribute(3, "class", Class);
        builder.AddContent(4, Text);
        builder.CloseElement();
    }

    private string Place(double value) =>
        value.ToString(IsPercent ? "0.##'%'" : "0.#", CultureInfo.InvariantCulture);
}
