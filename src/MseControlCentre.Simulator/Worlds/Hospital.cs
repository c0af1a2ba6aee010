using System.Globalization;
using MseControlCentre.Simulator.Calibration;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Randomness;
using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>How a patient system records an admission through the emergency department.</summary>
public enum AdmissionStyle
{
    /// <summary>The attendance ends (A03); the stay is an A01 with a visit number of its own.</summary>
    NewVisit,

    /// <summary>The attendance becomes a stay under the same number (A06).</summary>
    ClassChange,

    /// <summary>An A01 under the number of the attendance.</summary>
    SameVisit,
}

/// <summary>One hospital: its wards, who is there, what its systems have recorded.</summary>
public sealed class Hospital
{
    private long _visits;
    private long _people;

    /// <summary>Builds an empty hospital.</summary>
    public Hospital(WorldContext world, NetworkSite entry, int index)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(entry);
        World = world;
        Entry = entry;
        Wards = entry.Wards.Select(ward => new WardState(ward)).ToList();
        AdultWards = Wards.Where(ward => ward.Entry.IsGeneralAndAcute && ward.Entry.IsAdult).ToList();
        ChildWards = Wards.Where(ward => ward.Entry.IsGeneralAndAcute && !ward.Entry.IsAdult).ToList();
        CriticalWards = Wards.Where(ward => ward.Entry.Is("CriticalCare") && ward.Entry.IsAdult).ToList();
        Departments = Wards.Where(ward => ward.Entry.Is("EmergencyDepartment")).ToList();
        SameDayUnit = Wards.FirstOrDefault(ward => ward.Entry.Is("SameDayEmergencyCare"));
        var bedShare = Wards.Where(ward => ward.Entry.IsGeneralAndAcute).Sum(ward => ward.Entry.CoreBeds)
            / world.Figures.ReferenceBeds.Value;
        var styles = Enum.GetValues<AdmissionStyle>();
        Share = world.Figures.SiteShares.Sites.TryGetValue(entry.Code, out var known)
            ? known
            : new SiteShare(bedShare, bedShare, styles[index % styles.Length].ToString());
        Style = Enum.Parse<AdmissionStyle>(Share.Style);
        Random = new RandomStream(world.Seed, "hospital/" + entry.Code);
        Side = new RandomStream(world.Seed, "hospital-side/" + entry.Code);
        Specialties = new SpecialtyMix(this, Side);
        Adt = new AdtWriter(
            world.Outbox, world.Calendar, world.Network, world.Feed("Hl7v2", "Beds", entry.Code), entry.Code,
                Style == AdmissionStyle.NewVisit);
        Department = new EventWriter(world.Outbox, world.Feed("Json", "EmergencyDepartment", entry.Code)?.Id);
        Lists = new EventWriter(world.Outbox, world.Feed("Json", "Discharge", entry.Code)?.Id);
        Ambulance = new EventWriter(world.Outbox, world.Feed("Json", "Ambulance", entry.Code)?.Id);
    }

    /// <summary>The world it is in.</summary>
    public WorldContext World { get; }

    /// <summary>The site in the network file.</summary>
    public NetworkSite Entry { get; }

    /// <summary>Its ODS site code.</summary>
    public string Code => Entry.Code;

    /// <summary>What it has of the whole.</summary>
    public SiteShare Share { get; }

    /// <summary>How its patient system records an admission.</summary>
    public AdmissionStyle Style { get; }

    /// <summary>All wards, in the order of the network file.</summary>
    public IReadOnlyList<WardState> Wards { get; }

    /// <summary>Adult general and acute wards.</summary>
    public IReadOnlyList<WardState> AdultWards { get; }

    /// <summary>Children's general and acute wards.</summary>
    public IReadOnlyList<WardState> ChildWards { get; }

    /// <summary>Adult critical care.</summary>
    public IReadOnlyList<WardState> CriticalWards { get; }

    /// <summary>Areas of the emergency department.</summary>
    public IReadOnlyList<WardState> Departments { get; }

    /// <summary>Same day emergency care; null when there is none.</summary>
    public WardState? SameDayUnit { get; }

    /// <summary>Who is there.</summary>
    public Roster Present { get; } = new();

    /// <summary>Ambulances on the way or waiting.</summary>
    public IList<Conveyance> Conveyances { get; } = new List<Conveyance>();

    /// <summary>Ambulances whose patient was handed over and whose crew is not clear.</summary>
    public IList<Conveyance> CrewsNotClear { get; } = new List<Conveyance>();

    /// <summary>Whether it has said if a cohort area is open and if it takes all patients.</summary>
    public bool HandoverIsDeclared { get; set; }

    /// <summary>Whether any crew was told to be clear.</summary>
    public bool TellsOfClearCrews { get; set; }

    /// <summary>Whether it asks for some patients to be taken elsewhere.</summary>
    public bool IsOnDivert { get; set; }

    /// <summary>Whether a cohort area for ambulance patients is open.</summary>
    public bool CohortIsOpen { get; set; }

    /// <summary>What has been recorded today.</summary>
    public Ledger Ledger { get; set; } = new();

    /// <summary>Its own randomness.</summary>
    public RandomStream Random { get; }

    /// <summary>Randomness of what was added later: it leaves the other draws as they were.</summary>
    public RandomStream Side { get; }

    /// <summary>Specialties under which it admits.</summary>
    public SpecialtyMix Specialties { get; }

    /// <summary>Its patient administration system.</summary>
    public AdtWriter Adt { get; }

    /// <summary>Its emergency-department system.</summary>
    public EventWriter Department { get; }

    /// <summary>Criteria to reside, discharge plans and ward capacity.</summary>
    public EventWriter Lists { get; }

    /// <summary>The ambulance service, about this site.</summary>
    public EventWriter Ambulance { get; }

    /// <summary>Core beds of its adult general and acute wards.</summary>
    public int AdultCoreBeds => AdultWards.Sum(ward => ward.Entry.CoreBeds);

    /// <summary>A new person with a local number.</summary>
    public Person NewPerson(int age) => new(World.NextPerson(), age) { LocalNumber = NewLocalNumber() };

    /// <summary>A new local number.</summary>
    public string NewLocalNumber() =>
        string.Create(CultureInfo.InvariantCulture, $"{Code[^1]}{Entry.Name[0]}{1000000 + ++_people}");

    /// <summary>A new visit.</summary>
    public Visit NewVisit(Person person, StayKind kind) =>
        new(person, string.Create(CultureInfo.InvariantCulture, $"V{Entry.Name[0]}{2000000 + ++_visits}"), kind);
}
