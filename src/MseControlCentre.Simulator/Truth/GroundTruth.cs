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
        return figures;
    }

    private static void Write(SortedDictionary<string, double?> figures, string scope, Totals totals)
    {
        foreach (var (measure, value) in totals.Figures())
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
        foreach (var site in _world.Network.Sites)
        {
            figures[site.Code + ":virtual-ward.occupied"] =
                _virtualWards.Sum(ward => ward.Patients.Count(stay => IsOf(stay, site.Code)));
            figures[site.Code + ":virtual-ward.referrals"] =
                _virtualWards.Sum(ward => ward.Referrals.Count(stay => IsOf(stay, site.Code)));
        }
    }

    private static bool IsOf(VirtualStay stay, string site) => string.Equals(stay.Site, site, StringComparison.Ordinal);

    private static void WriteVirtualWard(
        SortedDictionary<string, double?> figures, string scope, int patients, int places, int referrals)
    {
        figures[scope + ":virtual-ward.occupied"] = patients;
        figures[scope + ":virtual-ward.capacity"] = places;
        figures[scope + ":virtual-ward.available"] = places - patients;
        figures[scope + ":virtual-ward.referrals"] = referrals;
    }
}
