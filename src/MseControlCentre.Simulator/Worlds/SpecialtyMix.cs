using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// Specialties under which a hospital admits: as its beds are shared between divisions, with a little more
/// medicine than medicine has beds, so that some of its patients lie in wards of other divisions.
/// </summary>
public sealed class SpecialtyMix
{
    private const double MedicineOverflow = 1.04;
    private readonly RandomStream _random;
    private readonly List<string> _codes = [];
    private readonly List<double> _weights = [];

    /// <summary>Reads what the wards of a hospital are for.</summary>
    public SpecialtyMix(Hospital hospital, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        _random = random;
        foreach (var group in hospital.AdultWards
            .Where(ward => ward.Entry.Divisions.Count > 0)
            .GroupBy(ward => ward.Entry.Divisions[0], StringComparer.Ordinal))
        {
            _codes.Add(CodeOf(group.Key));
            var beds = group.Sum(ward => ward.Entry.CoreBeds);
            _weights.Add(beds * (group.Key is "medicine" ? MedicineOverflow : 1));
        }
    }

    /// <summary>A specialty for a patient who is admitted.</summary>
    public string Draw(bool isChild)
    {
        if (isChild)
        {
            return "420";
        }

        var code = _codes.Count == 0 ? "300" : _codes[_random.Weighted(_weights)];
        return code switch
        {
            "300" => _random.Pick(["300", "300", "320", "340", "430", "430"]),
            "100" => _random.Pick(["100", "110", "101"]),
            _ => code,
        };
    }

    /// <summary>The specialty of a patient who lies where they belong.</summary>
    public static string Of(WardState ward)
    {
        ArgumentNullException.ThrowIfNull(ward);
        return ward.Entry.IsAdult ? CodeOf(ward.Entry.Divisions.Count == 0 ? "medicine" : ward.Entry.Divisions[0])
            : "420";
    }

    private static string CodeOf(string division) => division switch
    {
        "surgery" => "100",
        "women" => "502",
        "cancer" => "303",
        "children" => "420",
        _ => "300",
    };
}
