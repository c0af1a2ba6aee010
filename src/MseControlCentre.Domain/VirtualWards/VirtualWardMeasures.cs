using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>Virtual wards: what is measured, from which clock, by whose definition.</summary>
public static class VirtualWardMeasures
{
    private const string Virtual = "Virtual wards operational framework, August 2024";

    /// <summary>Patients on virtual wards.</summary>
    public static readonly Measure VirtualWardOccupied = new(
        "virtual-ward.occupied", "On virtual wards", "patients", "Taken on and not discharged.", Virtual);

    /// <summary>Virtual-ward places.</summary>
    public static readonly Measure VirtualWardCapacity = new(
        "virtual-ward.capacity", "Virtual-ward places", "places", "Places declared, or of the network file.", Virtual);

    /// <summary>Virtual-ward places free.</summary>
    public static readonly Measure VirtualWardAvailable = new(
        "virtual-ward.available", "Virtual-ward places free", "places", "Places less patients.", Virtual);

    /// <summary>Referrals waiting for a virtual ward.</summary>
    public static readonly Measure VirtualWardReferrals = new(
        "virtual-ward.referrals", "Virtual-ward referrals waiting", "patients",
        "Referred and neither taken on nor declined.", Virtual);
}
