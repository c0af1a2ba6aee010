using System.Globalization;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>
/// How wide a link is for how many patients: in proportion, the same for every link of a picture. It changes in few
/// steps, so that widths can be compared from picture to picture.
/// </summary>
/// <param name="PerPatient">Units of the drawing for one patient.</param>
public sealed record FlowScale(double PerPatient)
{
    /// <summary>Width of a link that nobody took.</summary>
    public const double Hairline = 1;

    private static readonly double[] s_steps = [4, 3, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.1];

    /// <summary>The largest step at which every link keeps within its room.</summary>
    public static FlowScale Of(IEnumerable<(double Patients, double Room)> links)
    {
        var least = links.Where(link => link.Patients > 0)
            .Select(link => link.Room / link.Patients)
            .DefaultIfEmpty(s_steps[0])
            .Min();
        return new FlowScale(s_steps.FirstOrDefault(step => step <= least, s_steps[^1]));
    }

    /// <summary>Width of a link.</summary>
    public double WidthOf(double? patients) => patients is > 0 ? patients.Value * PerPatient : Hairline;

    /// <summary>Width of a link as an attribute.</summary>
    public string Width(double? patients) => WidthOf(patients).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Movements that explain the scale beside the drawing.</summary>
    public IReadOnlyList<int> Samples =>
        PerPatient >= 2 ? [1, 5, 10] : PerPatient >= 0.75 ? [5, 10, 20] : [10, 50, 100];
}
