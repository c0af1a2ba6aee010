using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// SVG's <c>text</c> element in a drawing without a scale of its own: it stands at a share of the box and keeps the
/// size that the style sheet gives it, whatever the box is stretched to.
/// </summary>
public sealed class PercentText : ComponentBase
{
    /// <summary>Where it stands, in percent of the width.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Its base line, in percent of the height.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

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
        builder.AddAttribute(1, "x", Percent(X));
        builder.AddAttribute(2, "y", Percent(Y));
        builder.AddAttribute(3, "class", Class);
        builder.AddContent(4, Text);
        builder.CloseElement();
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
