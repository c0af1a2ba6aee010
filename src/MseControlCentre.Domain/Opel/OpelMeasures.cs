using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Opel;

/// <summary>OPEL: what is worked out and what is declared, by whose definition.</summary>
public static class OpelMeasures
{
    private const string Framework = "OPEL framework, NHS England; points and weights as the adopted rule set says";

    /// <summary>The total.</summary>
    public static readonly Measure Score = new(
        "opel.score",
        "OPEL score",
        "points",
        "Site: weighted points of every parameter of the rule set in force on the local day; a missing one counts with "
        + "the most points it could have. System: mean of the sites' totals, weighted as the rule set says.",
        Framework,
        Better: Better.Lower);

    /// <summary>The level of the total.</summary>
    public static readonly Measure Level = new(
        "opel.level",
        "OPEL, calculated",
        "level",
        "The level, 1 to 4, whose bounds hold the OPEL score; a bound belongs to the lower level. Provisional while a "
        + "parameter is missing or stale, and never lower for it.",
        Framework,
        Better: Better.Lower);

    /// <summary>The declared level.</summary>
    public static readonly Measure Declared = new(
        "opel.declared",
        "OPEL, declared",
        "level",
        "The level, 1 to 4, that the site or the system last declared for itself. It may differ from the calculated "
            + "one.",
        "Declared by the organisation",
        Better: Better.Lower);
}
