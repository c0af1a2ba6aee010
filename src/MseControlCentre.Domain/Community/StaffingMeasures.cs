using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Community;

/// <summary>Staff on duty against staff needed.</summary>
public static class StaffingMeasures
{
    private const string Declared = "Declared by the site or provider for each staff group, until it expires";

    /// <summary>Shifts needed.</summary>
    public static readonly Measure Required = new(
        "staffing.required", "Shifts needed", "shifts", "Whole shifts needed, all staff groups.", Declared);

    /// <summary>Shifts filled.</summary>
    public static readonly Measure Filled = new(
        "staffing.filled", "Shifts filled", "shifts", "Whole shifts filled, all staff groups.", Declared);

    /// <summary>Shifts not filled.</summary>
    public static readonly Measure Gap = new(
        "staffing.gap", "Shifts not filled", "shifts",
        "Shifts needed less shifts filled in each staff group that is short; one group's surplus fills no other's gap.",
        Declared, "", Better.Lower);
}
