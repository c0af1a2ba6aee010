using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>Figures as the pages write them.</summary>
public static class FigureText
{
    /// <summary>Number format of a unit: shares and hours to one decimal, as they are worked out.</summary>
    public static string FormatOf(string unit) => unit switch
    {
        "percent" or "hours" => "#,0.0",
        _ => "#,0.#",
    };

    /// <summary>Shows a figure without its unit.</summary>
    public static FigureView Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return FigureView.Of(figure, figure.Measure.Name, Level.Normal, FormatOf(figure.Measure.Unit));
    }

    /// <summary>A number in a unit; a dash for none.</summary>
    public static string Number(double? value, string unit) => value is { } number
        ? number.ToString(FormatOf(unit), System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−')
        : FigureView.Dash;

    /// <summary>A level of a standard with its unit, such as <c>95%</c> or <c>18 minutes</c>.</summary>
    public static string WithUnit(double value, string unit)
    {
        var number = value.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);
        return string.Equals(unit, "percent", StringComparison.Ordinal) ? number + "%" : $"{number} {unit}";
    }
}
