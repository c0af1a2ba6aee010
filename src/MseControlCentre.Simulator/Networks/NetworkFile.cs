namespace MseControlCentre.Simulator.Networks;

/// <summary>The parts of a network file that the simulator needs. It reads the file by itself, so that a mistake in the
/// server's reader cannot hide.</summary>
/// <param name="Code">Code of the system.</param>
/// <param name="TimeZone">IANA time zone of the system.</param>
/// <param name="Sites">Acute sites.</param>
/// <param name="VirtualWards">Virtual wards.</param>
/// <param name="CommunityUnits">Community beds and slots.</param>
/// <param name="Partners">Organisations that can unblock a delay.</param>
/// <param name="Feeds">Who sends what.</param>
/// <param name="Thresholds">The thresholds that the ground truth needs.</param>
public sealed record NetworkFile(
    string Code,
    TimeZoneInfo TimeZone,
    IReadOnlyList<NetworkSite> Sites,
    IReadOnlyList<NetworkVirtualWard> VirtualWards,
    IReadOnlyList<NetworkCommunityUnit> CommunityUnits,
    IReadOnlyList<NetworkPartner> Partners,
    IReadOnlyList<NetworkFeed> Feeds,
    NetworkThresholds Thresholds)
{
    /// <summary>Specialty code to the division that looks after it; empty when the file has none.</summary>
    public IReadOnlyDictionary<string, string> Divisions { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>An acute site.</summary>
/// <param name="Code">ODS site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Organisation">ODS code of the trust.</param>
/// <param name="Wards">Its wards, departments and units.</param>
public sealed record NetworkSite(string Code, string Name, string Organisation, IReadOnlyList<NetworkWard> Wards);

/// <summary>A ward, department or unit.</summary>
/// <param name="Code">Code within the site.</param>
/// <param name="Name">Name on the door.</param>
/// <param name="Specialty">Main specialty.</param>
/// <param name="Type">What it is for, as the file says.</param>
/// <param name="Population">Whom it is for, as the file says.</param>
/// <param name="CoreBeds">Permanently staffed beds.</param>
/// <param name="EscalationBeds">Beds that can be opened for pressure.</param>
/// <param name="Location">How its feed names it: the first pattern of the file; null when it has none.</param>
public sealed record NetworkWard(
    string Code,
    string Name,
    string Specialty,
    string Type,
    string Population,
    int CoreBeds,
    int EscalationBeds,
    NetworkLocation? Location)
{
    /// <summary>Area of the department, as the file says; null for a ward.</summary>
    public string? Area { get; init; }

    /// <summary>ECDS department type, as the file says; null for a ward.</summary>
    public string? DepartmentType { get; init; }

    /// <summary>Divisions whose patients belong in the ward; empty when any do.</summary>
    public IReadOnlyList<string> Divisions { get; init; } = [];

    /// <summary>Whether its beds are general and acute: such wards, assessment units and escalation areas.</summary>
    public bool IsGeneralAndAcute =>
        Is("GeneralAndAcute") || Is("Assessment") || Is("EscalationArea");

    /// <summary>Whether it is of a type.</summary>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is for adults.</summary>
    public bool IsAdult => string.Equals(Population, "Adult", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The four parts of an HL7 location that a pattern fixes; null where it leaves one open.</summary>
/// <param name="PointOfCare">PL.1.</param>
/// <param name="Room">PL.2.</param>
/// <param name="Bed">PL.3.</param>
/// <param name="Facility">PL.4.</param>
public sealed record NetworkLocation(string? PointOfCare, string? Room, string? Bed, string? Facility);

/// <summary>A virtual ward.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Specialty">Frailty, respiratory, ...</param>
/// <param name="Capacity">Places.</param>
public sealed record NetworkVirtualWard(string Code, string Specialty, int Capacity);

/// <summary>A community unit.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Provider">Who runs it.</param>
/// <param name="Pathway">Discharge pathway it serves.</param>
/// <param name="Capacity">Beds or slots.</param>
public sealed record NetworkCommunityUnit(string Code, string Provider, int Pathway, int Capacity);

/// <summary>An organisation that can unblock a delay.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Type">What it is, as the file says.</param>
public sealed record NetworkPartner(string Code, string Type);

/// <summary>One sender of messages.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Protocol">How it speaks.</param>
/// <param name="Subjects">What it tells about.</param>
/// <param name="Sites">Sites it tells about; empty for all.</param>
/// <param name="SendingApplication">MSH-3 it sends.</param>
/// <param name="SendingFacility">MSH-4 it sends.</param>
public sealed record NetworkFeed(
    string Id,
    string Protocol,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<string> Sites,
    string? SendingApplication,
    string? SendingFacility);

/// <summary>Thresholds that the ground truth needs.</summary>
/// <param name="HandoverStandard">Minutes of the handover standard.</param>
/// <param name="HandoverSecond">Minutes of the second handover threshold.</param>
/// <param name="HandoverMaximum">Minutes of the maximum handover.</param>
/// <param name="HandoverLong">Minutes of a long handover.</param>
/// <param name="EdStandard">Hours of the emergency-department standard.</param>
/// <param name="EdLong">Hours of a long stay in the department.</param>
public sealed record NetworkThresholds(
    double HandoverStandard,
    double HandoverSecond,
    double HandoverMaximum,
    double HandoverLong,
    double EdStandard,
    double EdLong)
{
    /// <summary>Minutes to initial assessment; null when not agreed.</summary>
    public double? InitialAssessment { get; init; }

    /// <summary>Hours of a long mental-health wait in the department; null when not agreed.</summary>
    public double? MentalHealthWait { get; init; }

    /// <summary>Days of a long stay on a virtual ward; null when not agreed.</summary>
    public double? VirtualWardLongStay { get; init; }

    /// <summary>Minutes from handover to a crew that is clear; null when not agreed.</summary>
    public double? CrewClear { get; init; }
}
