using MseControlCentre.Domain.Opel;

namespace MseControlCentre.Domain.Pictures;

/// <summary>
/// Everything the screens show, at one instant, as the journal then knew it. Immutable; holds counts and clocks, no
/// patient.
/// </summary>
/// <param name="At">The instant it describes (UTC).</param>
/// <param name="Sequence">The last journal entry it knows.</param>
/// <param name="NetworkCode">Code of the system.</param>
/// <param name="NetworkName">Name of the system.</param>
/// <param name="TimeZone">IANA time zone in which its days begin.</param>
/// <param name="Figures">System-wide figures, by measure identity.</param>
/// <param name="Sites">The sites, in the order of the network file.</param>
/// <param name="VirtualWards">The virtual wards, in the order of the network file.</param>
/// <param name="CommunityUnits">The community units, in the order of the network file.</param>
/// <param name="Partners">The partner organisations, in the order of the network file.</param>
/// <param name="DelayOwners">Patients with no criteria to reside by who can unblock them, most first.</param>
/// <param name="Feeds">The feeds, in the order of the network file.</param>
/// <param name="Opel">OPEL of the system, calculated and declared, with what it rests on.</param>
public sealed record Picture(
    DateTimeOffset At,
    long Sequence,
    string NetworkCode,
    string NetworkName,
    string TimeZone,
    FigureSet Figures,
    IReadOnlyList<SitePicture> Sites,
    IReadOnlyList<VirtualWardPicture> VirtualWards,
    IReadOnlyList<CommunityUnitPicture> CommunityUnits,
    IReadOnlyList<PartnerPicture> Partners,
    IReadOnlyList<DelayOwner> DelayOwners,
    IReadOnlyList<FeedPicture> Feeds,
    SystemOpel Opel)
{
    /// <summary>A figure by its identity, such as <c>RAJ12/AMU:beds.open</c>; null when there is none.</summary>
    public Figure? Find(string figureId)
    {
        ArgumentNullException.ThrowIfNull(figureId);
        return AllFigures().FirstOrDefault(figure =>
            figureId.Length == figure.Scope.Length + figure.Measure.Id.Length + 1
            && figureId.StartsWith(figure.Scope, StringComparison.Ordinal)
            && figureId.EndsWith(figure.Measure.Id, StringComparison.Ordinal)
            && figureId[figure.Scope.Length] == ':');
    }

    /// <summary>Every figure: of the system, each site, ward, virtual ward, community unit and partner.</summary>
    public IEnumerable<Figure> AllFigures() =>
        Figures
            .Concat(Sites.SelectMany(site => site.AllFigures()))
            .Concat(VirtualWards.SelectMany(ward => ward.Figures))
            .Concat(CommunityUnits.SelectMany(unit => unit.Figures))
            .Concat(Partners.SelectMany(partner => partner.Figures));
}

/// <summary>One site.</summary>
/// <param name="Code">ODS site code.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Figures">Its figures, by measure identity.</param>
/// <param name="Handovers">Ambulances waiting or on the way, longest wait first, then soonest expected.</param>
/// <param name="Wards">Its wards, in the order of the network file.</param>
/// <param name="DischargesByHour">
/// Inpatient discharges in each hour of the local day so far, from hour 0; null in hours that nobody told of.
/// </param>
/// <param name="DischargeTargetByHour">
/// How many should have left by the end of each hour of the whole local day, from hour 0, so that it can be drawn
/// against
/// <paramref name="DischargesByHour"/>; null in hours that nobody told of, and when no target is known.
/// </param>
/// <param name="UnmappedPlaces">
/// Locations that feeds sent and no ward matches, with how many patients are there.
/// </param>
/// <param name="CountedSince">
/// Since when the site's beds have been told of, when that is later than local midnight: the day's counts begin there,
/// and what happened before is not known. Null when they cover the day.
/// </param>
/// <param name="Opel">OPEL of the site, calculated and declared, with what it rests on.</param>
public sealed record SitePicture(
    string Code,
    string Name,
    FigureSet Figures,
    IReadOnlyList<HandoverRow> Handovers,
    IReadOnlyList<WardPicture> Wards,
    IReadOnlyList<int?> DischargesByHour,
    IReadOnlyList<double?> DischargeTargetByHour,
    IReadOnlyList<UnmappedPlace> UnmappedPlaces,
    DateTimeOffset? CountedSince,
    SiteOpel Opel)
{
    /// <summary>Its figures and those of its wards.</summary>
    public IEnumerable<Figure> AllFigures() => Figures.Concat(Wards.SelectMany(ward => ward.Figures));
}

/// <summary>One ambulance on the handover board.</summary>
/// <param name="Reference">A short reference that tells rows apart; says nothing about the patient.</param>
/// <param name="Category">Category 1 to 5 of the call; null when not told.</param>
/// <param name="ArrivedAt">When it arrived; null while it is on the way.</param>
/// <param name="ExpectedAt">When it is expected, while it is on the way and if told.</param>
/// <param name="CohortArea">
/// Cohort area in which the patient waits and the crew can go; null when the crew waits with the patient.
/// </param>
public sealed record HandoverRow(
    string Reference,
    int? Category,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? ExpectedAt,
    string? CohortArea = null);

/// <summary>One ward.</summary>
/// <param name="Code">Code within the site.</param>
/// <param name="Name">Name on the door.</param>
/// <param name="Type">What it is for, as the network file says.</param>
/// <param name="Figures">Its beds and who is in them.</param>
/// <param name="ClosedReason">Why beds are closed, as it was declared; null when not told or none is.</param>
public sealed record WardPicture(
    string Code, string Name, string Type, FigureSet Figures, string? ClosedReason = null);

/// <summary>One virtual ward.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Figures">Places, patients, free places, referrals waiting.</param>
public sealed record VirtualWardPicture(string Code, string Name, FigureSet Figures);

/// <summary>One community unit.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Provider">Code of the provider that runs it.</param>
/// <param name="Pathway">Discharge pathway it serves: 1, 2 or 3.</param>
/// <param name="Figures">What was declared of it.</param>
public sealed record CommunityUnitPicture(
    string Code, string Name, string Provider, int Pathway, FigureSet Figures);

/// <summary>One partner organisation.</summary>
/// <param name="Code">Code in the system.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Figures">What is known of it.</param>
public sealed record PartnerPicture(string Code, string Name, FigureSet Figures);

/// <summary>Patients with no criteria to reside whom one organisation can unblock.</summary>
/// <param name="Code">Partner code; <c>unknown</c> when the feed names no owner.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Patients">How many.</param>
public sealed record DelayOwner(string Code, string Name, int Patients);

/// <summary>A location that no ward matches.</summary>
/// <param name="Location">The location as the feed sent it.</param>
/// <param name="Patients">Patients who are there now.</param>
public sealed record UnmappedPlace(string Location, int Patients);

/// <summary>One feed.</summary>
/// <param name="Id">Identity in the network file.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Quality">Live, late, stale, or unknown when never heard.</param>
/// <param name="LastHeardAt">When its newest event was recorded or, while it is silent, when it was last heard.</param>
/// <param name="LastOccurredAt">When the newest event it told of happened.</param>
/// <param name="Entries">Events of its that the journal has accepted.</param>
/// <param name="KnownUntil">
/// Until when what happened has been told: when it was last heard or, for one that is behind, when the newest thing it
/// told of happened.
/// </param>
/// <param name="IsBehind">
/// Whether it is heard and still tells of what happened longer ago than it may, as one that works off a backlog does.
/// </param>
public sealed record FeedPicture(
    string Id,
    string Name,
    FigureQuality Quality,
    DateTimeOffset? LastHeardAt,
    DateTimeOffset? LastOccurredAt,
    long Entries,
    DateTimeOffset? KnownUntil,
    bool IsBehind);
