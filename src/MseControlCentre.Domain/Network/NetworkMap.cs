namespace MseControlCentre.Domain.Network;

/// <summary>
/// The map of one health system: its sites, wards, virtual wards, partners, feeds and thresholds. Organisations and
/// codes are data, read from a network file; nothing about a particular system is in the code.
/// </summary>
/// <param name="Code">Code of the system (an ODS code where it has one); the scope of system-wide figures.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Version">Version of the file; changing the file's content asks for a new one.</param>
/// <param name="TimeZone">IANA time zone of the system, such as <c>Europe/London</c>.</param>
/// <param name="Sites">Acute sites.</param>
/// <param name="VirtualWards">Virtual wards.</param>
/// <param name="CommunityUnits">Community beds and slots.</param>
/// <param name="AmbulanceService">The ambulance service.</param>
/// <param name="Partners">Organisations that can unblock a delay: councils, community providers, hubs.</param>
/// <param name="Feeds">Who sends what.</param>
/// <param name="Thresholds">Named thresholds, each with its basis.</param>
/// <param name="Basis">Where the file's facts come from; null when nothing needs saying.</param>
/// <param name="Standards">National standards and local aims that figures are held against; empty when none.</param>
/// <param name="Specialties">Specialties that wards and patients have, for outliers; empty when not told.</param>
/// <param name="Demand">What a usual day brings, until the journal holds weeks of its own; null when not told.</param>
/// <param name="DischargeTarget">How a day's discharges should be spread over its hours; null when not agreed.</param>
/// <param name="Reporting">Names for national returns; null when not told: their cells stay empty.</param>
public sealed record NetworkMap(
    string Code,
    string Name,
    string Version,
    string TimeZone,
    IReadOnlyList<Site> Sites,
    IReadOnlyList<VirtualWard> VirtualWards,
    IReadOnlyList<CommunityUnit> CommunityUnits,
    AmbulanceService AmbulanceService,
    IReadOnlyList<Partner> Partners,
    IReadOnlyList<Feed> Feeds,
    Thresholds Thresholds,
    string? Basis,
    IReadOnlyList<Standard> Standards,
    IReadOnlyList<Specialty> Specialties,
    UsualDemand? Demand = null,
    DischargeTarget? DischargeTarget = null,
    Reporting? Reporting = null)
{
    /// <summary>
    /// How long declared figures are believed when their maker does not say, by form; a form that is left out asks for
    /// an expiry each time.
    /// </summary>
    public IReadOnlyList<DeclarationLife> Declarations { get; init; } = [];

    /// <summary>What is agreed about escalation; <see cref="EscalationPlan.None"/> when the file has no plan.</summary>
    public EscalationPlan Escalation { get; init; } = EscalationPlan.None;

    /// <summary>What is agreed about calls; <see cref="CallPlan.None"/> when the file has no plan.</summary>
    public CallPlan Calls { get; init; } = CallPlan.None;

    /// <summary>
    /// Code of the organisation that answers for a virtual ward or community unit: neither answers anything itself.
    /// Null for any other code.
    /// </summary>
    public string? ProviderOf(string? code) =>
        VirtualWards.Select(ward => (ward.Code, ward.Provider))
            .Concat(CommunityUnits.Select(unit => (unit.Code, unit.Provider)))
            .FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal))
            .Provider;
}

/// <summary>An acute hospital site.</summary>
/// <param name="Code">ODS site code, such as <c>RAJ12</c>.</param>
/// <param name="Name">Name as people say it, such as <c>Basildon</c>.</param>
/// <param name="Organisation">ODS code of the trust.</param>
/// <param name="Wards">Its wards, departments and units.</param>
/// <param name="Basis">Where assumed figures come from; null when none is assumed.</param>
public sealed record Site(
    string Code, string Name, string Organisation, IReadOnlyList<Ward> Wards, string? Basis = null);

/// <summary>What a ward is for.</summary>
public enum WardType
{
    /// <summary>General and acute beds (KH03: neither maternity nor mental health).</summary>
    GeneralAndAcute,

    /// <summary>Critical care beds, levels 2 and 3.</summary>
    CriticalCare,

    /// <summary>Emergency department or an area of it.</summary>
    EmergencyDepartment,

    /// <summary>Same day emergency care.</summary>
    SameDayEmergencyCare,

    /// <summary>Assessment unit, such as acute medical or surgical assessment.</summary>
    Assessment,

    /// <summary>Area opened for pressure only.</summary>
    EscalationArea,

    /// <summary>Maternity; outside general and acute figures.</summary>
    Maternity,
}

/// <summary>Part of an emergency department.</summary>
public enum DepartmentArea
{
    /// <summary>Resuscitation.</summary>
    Resuscitation,

    /// <summary>Majors.</summary>
    Majors,

    /// <summary>Minors.</summary>
    Minors,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Urgent treatment centre.</summary>
    UrgentTreatment,
}

/// <summary>Whom a ward is for.</summary>
public enum WardPopulation
{
    /// <summary>Adults.</summary>
    Adult,

    /// <summary>Children.</summary>
    Paediatric,

    /// <summary>New-born babies.</summary>
    Neonatal,
}

/// <summary>Beds managed as one unit.</summary>
/// <param name="Code">Code, unique within the site.</param>
/// <param name="Name">Name on the door.</param>
/// <param name="Specialty">Main specialty.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Population">Whom it is for.</param>
/// <param name="CoreBeds">Permanently staffed and funded beds (spaces, for departments).</param>
/// <param name="EscalationBeds">Beds it can open for pressure.</param>
/// <param name="Locations">How feeds name its places.</param>
/// <param name="Basis">Where assumed figures come from; null when none is assumed.</param>
/// <param name="Area">Which part of the emergency department it is; null when it is none.</param>
/// <param name="DepartmentType">ECDS department type 01 to 05 of an emergency department; null when not told.</param>
/// <param name="Divisions">
/// Divisions whose patients belong here, as <see cref="Specialty.Division"/> names them; empty when not told: then
/// nobody in it can be told to be an outlier.
/// </param>
public sealed record Ward(
    string Code,
    string Name,
    string Specialty,
    WardType Type,
    WardPopulation Population,
    int CoreBeds,
    int EscalationBeds,
    IReadOnlyList<LocationPattern> Locations,
    string? Basis,
    DepartmentArea? Area,
    string? DepartmentType,
    IReadOnlyList<string> Divisions)
{
    /// <summary>
    /// Whether its beds count as general and acute: G&amp;A wards, assessment units with beds, escalation areas.
    /// </summary>
    public bool IsGeneralAndAcute =>
        Type is WardType.GeneralAndAcute or WardType.Assessment or WardType.EscalationArea;
}

/// <summary>
/// A pattern over an HL7 location (PL). Each part is a literal or has <c>*</c> for any run of characters; a part left
/// out matches anything. The first component is the point of care, the second the room, the third the bed, the fourth
/// the facility. Case is ignored.
/// </summary>
/// <param name="PointOfCare">PL.1; many trusts send the ward here.</param>
/// <param name="Room">PL.2; ITK puts the ward here.</param>
/// <param name="Bed">PL.3.</param>
/// <param name="Facility">PL.4; ITK puts the ODS site code here.</param>
public sealed record LocationPattern(
    string? PointOfCare = null, string? Room = null, string? Bed = null, string? Facility = null);

/// <summary>A virtual ward (hospital at home).</summary>
/// <param name="Code">Code, unique in the system.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Specialty">Frailty, respiratory, heart failure, hospital at home, children, mental health.</param>
/// <param name="Provider">Code of the provider that runs it.</param>
/// <param name="Capacity">Places, until declared otherwise.</param>
/// <param name="Basis">Where the figure comes from.</param>
public sealed record VirtualWard(
    string Code, string Name, string Specialty, string Provider, int Capacity, string? Basis = null);

/// <summary>Community beds or home-based slots.</summary>
/// <param name="Code">Code, unique in the system.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Provider">Code of the provider that runs it.</param>
/// <param name="Pathway">Discharge pathway it serves: 1, 2 or 3.</param>
/// <param name="Capacity">Beds or slots, until declared otherwise.</param>
/// <param name="Basis">Where the figure comes from.</param>
public sealed record CommunityUnit(
    string Code, string Name, string Provider, int Pathway, int Capacity, string? Basis = null);

/// <summary>The ambulance service.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Basis">What is assumed about it; null when nothing is.</param>
public sealed record AmbulanceService(string Code, string Name, string? Basis = null);

/// <summary>What kind of organisation can unblock a delay.</summary>
public enum PartnerType
{
    /// <summary>An upper-tier council with adult social care.</summary>
    Council,

    /// <summary>A community or mental health provider.</summary>
    CommunityProvider,

    /// <summary>The hospital itself.</summary>
    Hospital,

    /// <summary>The care transfer hub.</summary>
    CareTransferHub,

    /// <summary>NHS continuing healthcare.</summary>
    ContinuingHealthcare,

    /// <summary>NHS 111 and out of hours.</summary>
    UrgentCareProvider,

    /// <summary>The patient's family or carers.</summary>
    Family,
}

/// <summary>An organisation that can unblock a delay.</summary>
/// <param name="Code">Code, unique in the system; the <c>owner</c> of a delay.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Basis">What is assumed about it; null when nothing is.</param>
public sealed record Partner(string Code, string Name, PartnerType Type, string? Basis = null);
