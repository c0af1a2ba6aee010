using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>A line of the drawing that begins with a value and goes on in words.</summary>
public sealed class FlowText : ComponentBase
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Its base line.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>Its class.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The value.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>What follows; nothing for null.</summary>
    [Parameter]
    public string? Words { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Svg.N(X));
        builder.AddAttribute(2, "y", Svg.N(Y));
        builder.AddAttribute(3, "class", Class);
        builder.OpenElement(4, "tspan");
        builder.AddAttribute(5, "class", "value");
        builder.AddContent(6, Value);
        builder.CloseElement();
        if (Words is not null)
        {
            builder.AddContent(7, " ");
            builder.OpenElement(8, "tspan");
            builder.AddAttribute(9, "class", "words");
            builder.AddAttribute(10, "dx", "2");
            builder.AddContent(11, Words);
            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
