using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Movements;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Flow.Geometry;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Says who is in each place of the map.</summary>
/// <param name="figures">The figures of the picture.</param>
internal sealed class FlowPlaces(FlowFigures figures)
{
    private const string HospitalPage = "the page of the hospital";

    private FigureSet System => figures.Picture.Figures;

    /// <summary>Every place, in the order in which people pass them.</summary>
    public IReadOnlyList<FlowPlace> All() =>
    [
        .. ComingIn(),
        .. figures.Picture.Sites.Select(Department),
        .. figures.Picture.Sites.Select(Assessment),
        .. figures.Picture.Sites.SelectMany(Wards),
        .. Leaving(),
    ];

    private IEnumerable<FlowPlace> ComingIn() =>
    [
        new(
            FlowIds.Direct, FlowStage.ComingIn, "GP and planned", "GP, clinics and planned admissions",
            "/figures?area=out-of-hours", "what is known of out-of-hours primary care",
            null,
            [figures.Fact("out-of-hours waiting", System, CallMeasures.OutOfHoursWaiting)],
            Level.Normal,
            null),
        new(
            FlowIds.Ambulance, FlowStage.ComingIn, "999 ambulances", "999 ambulances",
            "/figures?area=ambulance", "every figure of the ambulance service",
            figures.Fact("on the way", System, HandoverMeasures.AmbulancesEnRoute),
            [figures.Fact("calls waiting", System, EmergencyCallMeasures.CallsWaiting)],
            Level.Normal,
            figures.Trust(System, HandoverMeasures.AmbulancesEnRoute)),
        new(
            FlowIds.Nhs111, FlowStage.ComingIn, "NHS 111", "NHS 111",
            "/figures?area=nhs-111", "every figure of NHS 111",
            null,
            [
                figures.Fact("calls today", System, CallMeasures.CallsOffered),
                figures.Fact("sent to ED today", System, CallMeasures.EdDispositions),
            ],
            Level.Normal,
            figures.Trust(System, CallMeasures.CallsOffered)),
        new(
            FlowIds.WalkIn, FlowStage.ComingIn, "Walk-in and other", "Walk-in and other means",
            "/figures?area=ed", "every figure of the emergency departments",
            null,
            [
                figures.Fact("in the last hour", System, MovementMeasures.OtherArrivals),
                figures.Fact("more, how not told", System, MovementMeasures.UntoldArrivals),
            ],
            Level.Normal,
            figures.Trust(System, MovementMeasures.UntoldArrivals)),
        new(
            FlowIds.Referrals, FlowStage.ComingIn, "Instead of hospital", "Referred instead of a hospital",
            "/virtual-wards", "the page of the virtual wards",
            null,
            [figures.Fact("step-up referrals", System, MovementMeasures.StepUpWaiting)],
            Level.Normal,
            null),
    ];

    private FlowPlace Department(SitePicture site) => new(
        FlowIds.Department(site.Code), FlowStage.Departments, "ED", $"{site.Name} ED",
        SitePage(site), HospitalPage,
        new FlowFact(
            "patients",
            figures.Of(site.Figures, EmergencyDepartmentMeasures.InDepartment),
            figures.Of(site.Figures, MovementMeasures.DepartmentSpaces)),
        [
            figures.Fact(
                FormattableString.Invariant($"over {figures.Network.Thresholds.EdLong.Value:0.#} h"),
                site.Figures,
                EmergencyDepartmentMeasures.EdOverLong),
        ],
        Levels.EdLong(site.Figures),
        figures.Trust(site.Figures, EmergencyDepartmentMeasures.InDepartment));

    private FlowPlace Assessment(SitePicture site) => new(
        FlowIds.Assessment(site.Code), FlowStage.Assessment, "SDEC, assessment", $"{site.Name} SDEC and assessment",
        SitePage(site), HospitalPage,
        figures.Fact("patients", site.Figures, MovementMeasures.InAssessment, MovementMeasures.AssessmentPlaces),
        [],
        Level.Normal,
        figures.Trust(site.Figures, MovementMeasures.InAssessment));

    private IEnumerable<FlowPlace> Wards(SitePicture site) =>
    [
        new(
            FlowIds.Wards(site.Code), FlowStage.Wards, "G&A wards", $"{site.Name} general and acute wards",
            SitePage(site), HospitalPage,
            figures.Fact("patients", site.Figures, MovementMeasures.InWards, MovementMeasures.WardBeds),
            [],
            Levels.Beds(site.Figures, figures.Network.Thresholds),
            figures.Trust(site.Figures, MovementMeasures.InWards)),
        new(
            FlowIds.CriticalCare(site.Code), FlowStage.Wards, "Critical care", $"{site.Name} critical care",
            SitePage(site), HospitalPage,
            figures.Fact("patients", site.Figures, MovementMeasures.InCriticalCare, MovementMeasures.CriticalCareBeds),
            [],
            Level.Normal,
            figures.Trust(site.Figures, MovementMeasures.InCriticalCare)),
    ];

    private IEnumerable<FlowPlace> Leaving() =>
    [
        new(
            FlowIds.Home, FlowStage.Leaving, "Home", "Home, pathway 0",
            "/discharges?pathway=0", "the discharge list of pathway 0",
            null,
            [
                figures.Fact("from a bed, last hour", System, MovementMeasures.DischargedHome),
                figures.Fact("from ED, last hour", System, MovementMeasures.DepartmentToHome),
            ],
            Level.Normal,
            null),
        Pathway(1, "Home with support", "slots not used today", CommunityMeasures.SlotsUnused),
        Pathway(2, "Community bed", "community places in use", CommunityMeasures.Occupied, CommunityMeasures.Capacity),
        Pathway(3, "Care home", null, null),
        new(
            FlowIds.Elsewhere, FlowStage.Leaving, "Elsewhere or not told", "Another provider, died, or not told",
            "/figures?area=flow", "every figure of movement",
            null,
            [
                figures.Fact("from a bed, last hour", System, MovementMeasures.DischargedElsewhere),
                figures.Fact("from ED, last hour", System, MovementMeasures.DepartmentElsewhere),
            ],
            Level.Normal,
            null),
        VirtualWards(),
    ];

    private FlowPlace Pathway(int pathway, string name, string? fact, Measure? measure, Measure? of = null)
    {
        var hasUnits = figures.Network.CommunityUnits.Any(unit => unit.Pathway == pathway);
        return new FlowPlace(
            FlowIds.Pathway(pathway), FlowStage.Leaving, $"{pathway} · {name}", $"Pathway {pathway}: {name}",
            hasUnits ? "/community" : $"/discharges?pathway={pathway}",
            hasUnits ? "the page of community beds and places" : $"the discharge list of pathway {pathway}",
            null,
            [
                figures.Fact("could leave this way", System, DelayMeasures.Pathways[(DischargePathway)pathway]),
                .. fact is not null && measure is not null && hasUnits
                    ? (FlowFact[])[figures.Fact(fact, System, measure, of)]
                    : [],
            ],
            Level.Normal,
            hasUnits && measure is not null ? figures.Trust(System, measure) : null);
    }

    private FlowPlace VirtualWards() => new(
        FlowIds.VirtualWards, FlowStage.Leaving, "Virtual wards", "Virtual wards",
        "/virtual-wards", "the page of the virtual wards",
        figures.Fact(
            "patients", System, VirtualWardMeasures.VirtualWardOccupied, VirtualWardMeasures.VirtualWardCapacity),
        [
            .. figures.Picture.VirtualWards.Take(FlowLayoutBuilder.MostVirtualWards).Select(ward => figures.Fact(
                ShortNames.OfVirtualWard(ward.Name),
                ward.Figures,
                VirtualWardMeasures.VirtualWardOccupied,
                VirtualWardMeasures.VirtualWardCapacity)),
            figures.Fact("left in the last hour", System, MovementMeasures.VirtualWardDischarges),
        ],
        System.Find(VirtualWardMeasures.VirtualWardAvailable.Id)?.Value <= 0 ? Level.Watch : Level.Normal,
        figures.Trust(System, VirtualWardMeasures.VirtualWardOccupied));

    private static string SitePage(SitePicture site) => "/sites/" + Uri.EscapeDataString(site.Code);
}
