namespace MseControlCentre.Domain.Opel;

/// <summary>
/// The rules by which OPEL (operational pressures escalation levels) is worked out, as a rule-set file says them:
/// which figures count, how many points each value gives, which total makes which level, and how the sites make the
/// system. NHS England does not publish the points, so they are data that each system replaces with its own.
/// </summary>
/// <param name="Id">Identity; versions of one rule set share it.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Version">Version of the file; changing the file's content asks for a new one.</param>
/// <param name="Source">The framework or agreement that it follows.</param>
/// <param name="Basis">What of it is sourced, what is inferred and what was agreed here.</param>
/// <param name="ValidFrom">First local day on which it counts.</param>
/// <param name="ValidTo">Last local day on which it counts; null until a newer rule set counts.</param>
/// <param name="Parameters">What is scored at each site, in the order in which it is shown.</param>
/// <param name="Levels">From total to level.</param>
/// <param name="RollUp">From the sites to the system.</param>
public sealed record OpelRuleSet(
    string Id,
    string Name,
    string Version,
    string Source,
    string Basis,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<OpelParameter> Parameters,
    OpelLevels Levels,
    OpelRollUp RollUp)
{
    /// <summary>The total of a site whose every parameter has its most points.</summary>
    public decimal GreatestTotal => Parameters.Sum(parameter => parameter.Scoring.MostPoints);

    /// <summary>Whether it may count on a local day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>One thing that is scored.</summary>
/// <param name="Id">Identity within the rule set.</param>
/// <param name="Name">Name as the framework has it.</param>
/// <param name="Measure">Identity of the measure that gives the value, such as <c>beds.occupancy</c>.</param>
/// <param name="Unit">Unit of the bands: that of the measure.</param>
/// <param name="Basis">Where the parameter is known from, and how surely.</param>
/// <param name="Scoring">From value to points.</param>
public sealed record OpelParameter(
    string Id, string Name, string Measure, string Unit, string Basis, OpelScoringTable Scoring);

/// <summary>
/// From value to points. A band holds the values up to and including its bound that no band before it holds; the last
/// is open. Points rise or fall all the way, so the direction of worse is in the table itself.
/// </summary>
/// <param name="Weight">What the points count times.</param>
/// <param name="Bands">The bands, from the lowest values to the highest.</param>
/// <param name="Agreement">Who says so.</param>
public sealed record OpelScoringTable(decimal Weight, IReadOnlyList<OpelBand> Bands, OpelAgreement Agreement)
{
    /// <summary>Whether higher values are worse.</summary>
    public bool PointsRise => Bands[^1].Points > Bands[0].Points;

    /// <summary>The band with the most points: what a missing value counts as.</summary>
    public int WorstBand => PointsRise ? Bands.Count - 1 : 0;

    /// <summary>The band with the fewest points.</summary>
    public int BestBand => PointsRise ? 0 : Bands.Count - 1;

    /// <summary>The most that this parameter can add to a total.</summary>
    public decimal MostPoints => PointsIn(WorstBand);

    /// <summary>The least that this parameter adds to a total.</summary>
    public decimal FewestPoints => PointsIn(BestBand);

    /// <summary>Number of the band that holds a value.</summary>
    public int BandOf(double value)
    {
        var band = 0;
        while (Bands[band].UpTo < value)
        {
            band++;
        }

        return band;
    }

    /// <summary>The weighted points of a band.</summary>
    public decimal PointsIn(int band) => Weight * Bands[band].Points;
}

/// <summary>A run of values that give the same points.</summary>
/// <param name="UpTo">Its highest value, which belongs to it; null for the last band, which has no end.</param>
/// <param name="Points">Points, before the weight.</param>
public sealed record OpelBand(double? UpTo, decimal Points);

/// <summary>From total to level.</summary>
/// <param name="Bands">Levels 1 to 4.</param>
/// <param name="Agreement">Who says so.</param>
public sealed record OpelLevels(IReadOnlyList<OpelLevel> Bands, OpelAgreement Agreement)
{
    /// <summary>The level of a total. Bounds belong to the lower level: a total may be a fraction.</summary>
    public int Of(decimal total) => (Bands.FirstOrDefault(band => total <= band.UpTo) ?? Bands[^1]).Level;

    /// <summary>The greatest total of a level.</summary>
    public decimal UpTo(int level) => Bands[level - 1].UpTo;
}

/// <summary>One level.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="UpTo">Its greatest total, which belongs to it.</param>
/// <param name="Meaning">What it says, in words.</param>
/// <param name="Actions">What is agreed to be done at it; empty when not told.</param>
public sealed record OpelLevel(int Level, decimal UpTo, string Meaning, IReadOnlyList<string> Actions);

/// <summary>What the sites' totals are weighted by.</summary>
public enum OpelRollUpBy
{
    /// <summary>A weight given for each site.</summary>
    Sites,

    /// <summary>A figure of each site, such as its open beds.</summary>
    Measure,
}

/// <summary>From the sites to the system: the weighted mean of their totals, scored by the same levels.</summary>
/// <param name="By">What the weights are.</param>
/// <param name="Measure">Identity of the measure that gives them; null when they are given.</param>
/// <param name="Weights">The weights when they are given; they need not sum to 1.</param>
/// <param name="Agreement">Who says so.</param>
public sealed record OpelRollUp(
    OpelRollUpBy By, string? Measure, IReadOnlyList<OpelSiteWeight> Weights, OpelAgreement Agreement);

/// <summary>The weight of one site.</summary>
/// <param name="Site">Site code of the network file.</param>
/// <param name="Weight">Its weight, above zero.</param>
public sealed record OpelSiteWeight(string Site, decimal Weight);

/// <summary>Where a set of numbers comes from.</summary>
/// <param name="Basis">The source, or <c>locally agreed</c> and why.</param>
/// <param name="SetBy">Who agreed it; given whenever it is locally agreed.</param>
/// <param name="SetOn">When it was agreed.</param>
public sealed record OpelAgreement(string Basis, string? SetBy, DateOnly? SetOn)
{
    private const string LocallyAgreed = "locally agreed";

    /// <summary>Whether it is no national rule but an agreement, to be replaced at will.</summary>
    public bool IsLocal => Basis.StartsWith(LocallyAgreed, StringComparison.OrdinalIgnoreCase);
}
