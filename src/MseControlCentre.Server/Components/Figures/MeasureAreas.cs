namespace MseControlCentre.Server.Components.Figures;

/// <summary>The areas that measures belong to: the first word of a measure's identity.</summary>
public static class MeasureAreas
{
    private static readonly (string Code, string Name)[] s_known =
    [
        ("opel", "Operational pressure (OPEL)"),
        ("ambulance", "Ambulances and handover"),
        ("ed", "Emergency department"),
        ("beds", "Beds"),
        ("discharge", "Discharge"),
        ("virtual-ward", "Virtual wards"),
        ("community", "Community"),
        ("nhs-111", "NHS 111"),
        ("out-of-hours", "Out of hours"),
        ("staffing", "Staffing"),
        ("flow", "Movement in the last hour"),
    ];

    /// <summary>Area of a measure, such as <c>ed</c> of <c>ed.in-department</c>.</summary>
    public static string Of(string measureId)
    {
        ArgumentNullException.ThrowIfNull(measureId);
        var dot = measureId.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? measureId : measureId[..dot];
    }

    /// <summary>What people call an area; its code when it is new.</summary>
    public static string Name(string area) =>
        s_known.FirstOrDefault(known => string.Equals(known.Code, area, StringComparison.Ordinal)).Name ?? area;

    /// <summary>Areas in the order in which people go through them; new ones last.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> areas) =>
        areas.Distinct(StringComparer.Ordinal).OrderBy(PlaceOf).ThenBy(area => area, StringComparer.Ordinal);

    private static int PlaceOf(string area)
    {
        var place = Array.FindIndex(s_known, known => string.Equals(known.Code, area, StringComparison.Ordinal));
        return place < 0 ? s_known.Length : place;
    }
}
