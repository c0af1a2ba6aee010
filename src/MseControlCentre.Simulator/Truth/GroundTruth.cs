using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>
/// Counts the world itself, not its messages, under the identities of the board's figures. Where the records are wrong
/// for a while (an admission entered in error), the truth is what the records say: a board can know no more.
/// </summary>
public sealed class GroundTruth
{
    private readonly WorldContext _world;
    private readonly IReadOnlyList<Hospital> _hospitals;
    private readonly IReadOnlyList<VirtualWardState> _virtualWards;
    private readonly EmergencyCalls _calls;

    /// <summary>Counts a world.</summary>
    public GroundTruth(WorldContext world, IReadOnlyList<Hospital> hospitals,
        IReadOnlyList<VirtualWardState> virtualWards, EmergencyCalls calls)
    {
        _calls = calls;
        _world = world;
        _hospitals = hospitals;
        _virtualWards = virtualWards;
    }

    /// <summary>The figures of the present instant.</summary>
    public IReadOnlyDictionary<string, double?> Read()
    {
        var figures = new SortedDictionary<string, double?>(StringComparer.Ordinal);
        var counts = _hospitals.Select(hospital => new HospitalCount(hospital, _world)).ToList();
        foreach (var count in counts)
        {
            Write(figures, count.Hospital.Code, count.Totals(_world.Network.Thresholds));
            foreach (var ward in count.Wards)
            {
                ward.Write(figures, count.Hospital.Code);
            }
        }

        Write(figures, _world.Network.Code,
            Totals.Sum(counts.Select(count => count.Totals(_world.Network.Thresholds))));
        WriteVirtualWards(figures);
        foreach (var site in counts)
        {
            Write(figures, site.Hospital.Code, Areas([site]));
        }

        Write(figures, _world.Network.Code, Areas(counts));
        Write(figures, _world.Network.Code, AmbulanceTruth.Figures(_calls, _world));
        foreach (var (scope, measure, value) in DeclaredTruth.Figures(_world.Network, _world.Declared))
        {
            figures[scope + ":" + measure] = value;
        }

        return figures;
    }

    private IEnumerable<(string Measure, double? Value)> Areas(List<HospitalCount> counts)
    {
        var hospitals = counts.ConvertAll(count => count.Hospital);
        return AmbulanceTruth.Figures(hospitals, _world)
            .Concat(DepartmentTruth.Figures(hospitals, _world))
            .Concat(BedTruth.Figures(counts, _world))
            .Concat(DischargeTruth.Figures(hospitals, _world));
    }

    private static void Write(SortedDictionary<string, double?> figures, string scope, Totals totals) =>
        Write(figures, scope, totals.Figures());

    private static void Write(
        SortedDictionary<string, double?> figures, string scope, IEnumerable<(string Measure, double? Value)> values)
    {
        foreach (var (measure, value) in values)
        {
            figures[scope + ":" + measure] = value;
        }
    }

    private void WriteVirtualWards(SortedDictionary<string, double?> figures)
    {
        var (patients, places, referrals) = (0, 0, 0);
        foreach (var ward in _virtualWards)
        {
            WriteVirtualWard(figures, ward.Entry.Code, ward.Patients.Count, ward.Entry.Capacity, ward.Referrals.Count);
            patients += ward.Patients.Count;
            places += ward.Entry.Capacity;
            referrals += ward.Referrals.Count;
        }

        WriteVirtualWard(figures, _world.Network.Code, patients, places, referrals);
        WriteStays(figures);
        foreach (var site in _world.Network.Sites)
        {
            figures[site.Code + ":virtual-ward.occupied"] =
                _virtualWards.Sum(ward => ward.Patients.Count(stay => IsOf(stay, site.Code)));
            figures[site.Code + ":virtual-ward.referrals"] =
                _virtualWards.Sum(ward => ward.Referrals.Count(stay => IsOf(stay, site.Code)));
        }
    }

    private void WriteStays(SortedDictionary<string, double?> figures)
    {
        foreach (var ward in _virtualWards)
        {
            Write(figures, ward.Entry.Code, VirtualWardTruth.Figures([ward], _ => true, _world));
            figures[ward.Entry.Code + ":virtual-ward.could-move"] =
                VirtualWardTruth.CouldMove(_hospitals, ward.Entry.Code);
        }

        foreach (var hospital in _hospitals)
        {
            Write(figures, hospital.Code,
                VirtualWardTruth.Figures(_virtualWards, stay => IsOf(stay, hospital.Code), _world));
            figures[hospital.Code + ":virtual-ward.could-move"] = VirtualWardTruth.CouldMove([hospital]);
        }

        Write(figures, _world.Network.Code, VirtualWardTruth.Figures(_virtualWards, _ => true, _world));
        figures[_world.Network.Code + ":virtual-ward.could-move"] = VirtualWardTruth.CouldMove(_hospitals);
    }

    private static bool IsOf(VirtualStay stay, string site) => string.Equals(stay.Site, site, StringComparison.Ordinal);

    private static void WriteVirtualWard(
        SortedDictionary<string, double?> figures, string scope, int patients, int places, int referrals)
    {
        figures[scope + ":virtual-ward.occupied"] = patients;
        figures[scope + ":virtual-ward.capacity"] = places;
        figures[scope + ":virtual-ward.available"] = places - patients;
        figures[scope + ":virtual-ward.occupancy"] = Shares.Percent(patients, places);
        figures[scope + ":virtual-ward.referrals"] = referrals;
    }
}
