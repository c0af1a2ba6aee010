using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

public static partial class BedMeasures
{
    /// <summary>Core general and acute beds open.</summary>
    public static readonly Measure CoreBedsOpen = new(
        "beds.core-open", "Core beds open", "beds",
        "General and acute beds open that are permanently staffed and funded.", Sitrep);

    /// <summary>Adult general and acute beds open.</summary>
    public static readonly Measure AdultBedsOpen = new(
        "beds.adult-open", "Adult G&A beds open", "beds", "Core and escalation beds of adult wards.", Sitrep);

    /// <summary>Adult core beds open.</summary>
    public static readonly Measure AdultCoreBedsOpen = new(
        "beds.adult-core-open", "Adult core beds open", "beds", "General and acute core beds of adult wards.", Sitrep);

    /// <summary>Adult escalation beds open.</summary>
    public static readonly Measure AdultEscalationBedsOpen = new(
        "beds.adult-escalation-open", "Adult escalation beds open", "beds",
        "General and acute escalation beds of adult wards.", Sitrep, Better: Better.Lower);

    /// <summary>Adult beds occupied.</summary>
    public static readonly Measure AdultBedsOccupied = new(
        "beds.adult-occupied", "Adult G&A beds occupied", "beds",
        "Patients in general and acute beds of adult wards, leave excluded.", Sitrep);

    /// <summary>Adult occupancy.</summary>
    public static readonly Measure AdultOccupancy = new(
        "beds.adult-occupancy", "Adult G&A occupancy", "percent",
        "Adult beds occupied as a share of adult beds open.", Sitrep, Better: Better.Lower);

    /// <summary>Children's general and acute beds open.</summary>
    public static readonly Measure PaediatricBedsOpen = new(
        "beds.paediatric-open", "Children's G&A beds open", "beds",
        "Core and escalation beds of wards for children.", Sitrep);

    /// <summary>Children's core beds open.</summary>
    public static readonly Measure PaediatricCoreBedsOpen = new(
        "beds.paediatric-core-open", "Children's core beds open", "beds",
        "General and acute core beds of wards for children.", Sitrep);

    /// <summary>Children's escalation beds open.</summary>
    public static readonly Measure PaediatricEscalationBedsOpen = new(
        "beds.paediatric-escalation-open", "Children's escalation beds open", "beds",
        "General and acute escalation beds of wards for children.", Sitrep, Better: Better.Lower);

    /// <summary>Children's beds occupied.</summary>
    public static readonly Measure PaediatricBedsOccupied = new(
        "beds.paediatric-occupied", "Children's G&A beds occupied", "beds",
        "Patients in general and acute beds of wards for children, leave excluded.", Sitrep);

    /// <summary>Beds closed for infection.</summary>
    public static readonly Measure ClosedForInfection = new(
        "beds.closed-infection", "Beds closed for infection", "beds",
        "Of the closed beds, those reported closed for infection (HL7 bed status K or I), and those declared closed "
            + "with a reason that begins with the word infection.",
        Sitrep,
        Better: Better.Lower);

    /// <summary>Share of escalation beds.</summary>
    public static readonly Measure EscalationShare = new(
        "beds.escalation-share", "Escalation beds of open beds", "percent",
        "Escalation beds open as a share of all general and acute beds open.",
        "OPEL framework 2023/24: share of open beds that are escalation beds",
        Better: Better.Lower);
}
