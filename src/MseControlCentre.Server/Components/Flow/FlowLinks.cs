using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Movements;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Says who moved from place to place in the last hour, and who waits to.</summary>
/// <param name="figures">The figures of the picture.</param>
internal sealed class FlowLinks(FlowFigures figures)
{
    /// <summary>Every link, in the order of the places where they end.</summary>
    public IReadOnlyList<FlowLink> All() =>
    [
        new(
            FlowIds.Link(FlowIds.Nhs111, FlowIds.WalkIn), FlowIds.Nhs111, FlowIds.WalkIn,
            "NHS 111", "emergency departments", null,
            figures.OfSystem(CallMeasures.EdDispositions),
            null,
            "since midnight, as declared; no feed tells which department, or of the last hour"),
        .. figures.Picture.Sites.SelectMany(Into),
        .. figures.Picture.Sites.SelectMany(Through),
        .. figures.Picture.Sites.SelectMany(Out),
        new(
            FlowIds.Link(FlowIds.Referrals, FlowIds.VirtualWards), FlowIds.Referrals, FlowIds.VirtualWards,
            "Referred instead of a hospital", "virtual wards", null,
            figures.OfSystem(MovementMeasures.StepUp),
            figures.Fact("referred", figures.Picture.Figures, MovementMeasures.StepUpWaiting)),
    ];

    private IEnumerable<FlowLink> Into(SitePicture site)
    {
        var department = FlowIds.Department(site.Code);
        var waiting = new FlowFact("outside", figures.Of(
            site.Figures, HandoverMeasures.AmbulancesWaiting, Levels.Handovers(site.Figures)));
        return
        [
            Of(
                site, FlowIds.Ambulance, "999 ambulances", department, "ED",
                MovementMeasures.HandoversLastHour, waiting),
            Of(site, FlowIds.WalkIn, "Walk-in and other", department, "ED", MovementMeasures.OtherArrivals),
            Of(
                site, FlowIds.Direct, "GP, clinics, planned", FlowIds.Assessment(site.Code), "assessment",
                MovementMeasures.DirectToAssessment),
            Of(
                site, FlowIds.Direct, "GP, clinics, planned", FlowIds.Wards(site.Code), "wards",
                MovementMeasures.DirectToWards),
        ];
    }

    private IEnumerable<FlowLink> Through(SitePicture site)
    {
        var (department, assessment) = (FlowIds.Department(site.Code), FlowIds.Assessment(site.Code));
        var (wards, criticalCare) = (FlowIds.Wards(site.Code), FlowIds.CriticalCare(site.Code));
        var over = site.Figures.Find(EmergencyDepartmentMeasures.OverLongFromDecision.Id)?.Value > 0;
        var awaiting = new FlowFact("wait for a bed", figures.Of(
            site.Figures, EmergencyDepartmentMeasures.AwaitingBed, over ? Level.Watch : Level.Normal));
        return
        [
            Of(site, department, "ED", assessment, "assessment", MovementMeasures.DepartmentToAssessment),
            Of(site, department, "ED", wards, "wards", MovementMeasures.DepartmentToWards, awaiting),
            Of(site, department, "ED", criticalCare, "critical care", MovementMeasures.DepartmentToCriticalCare),
            Of(site, assessment, "assessment", wards, "wards", MovementMeasures.AssessmentToWards),
            Of(
                site, assessment, "assessment", criticalCare, "critical care",
                MovementMeasures.AssessmentToCriticalCare),
            Of(site, wards, "wards", criticalCare, "critical care", MovementMeasures.WardsToCriticalCare),
            Of(site, criticalCare, "critical care", wards, "wards", MovementMeasures.CriticalCareToWards),
        ];
    }

    private IEnumerable<FlowLink> Out(SitePicture site)
    {
        var (department, beds) = (FlowIds.Department(site.Code), FlowIds.Beds(site.Code));
        return
        [
            Leaving(site, beds, FlowIds.Home, "home", MovementMeasures.DischargedHome, Ready(site, 0)),
            Leaving(site, department, FlowIds.Home, "home", MovementMeasures.DepartmentToHome, null),
            Leaving(
                site, beds, FlowIds.Pathway(1), "pathway 1", MovementMeasures.DischargedPathway1, Ready(site, 1)),
            Leaving(
                site, beds, FlowIds.Pathway(2), "pathway 2", MovementMeasures.DischargedPathway2, Ready(site, 2)),
            Leaving(
                site, beds, FlowIds.Pathway(3), "pathway 3", MovementMeasures.DischargedPathway3, Ready(site, 3)),
            Leaving(
                site, beds, FlowIds.Elsewhere, "elsewhere", MovementMeasures.DischargedElsewhere,
                figures.Fact("way not told", site.Figures, DelayMeasures.PathwayUnknown)),
            Leaving(site, department, FlowIds.Elsewhere, "elsewhere", MovementMeasures.DepartmentElsewhere, null),
            Leaving(
                site, beds, FlowIds.VirtualWards, "virtual wards", MovementMeasures.StepDown,
                figures.Fact("referred", site.Figures, VirtualWardMeasures.StepDownWaiting)),
        ];
    }

    private FlowFact Ready(SitePicture site, int pathway) =>
        figures.Fact("could leave", site.Figures, DelayMeasures.Pathways[(DischargePathway)pathway]);

    private FlowLink Of(
        SitePicture site, string from, string fromWords, string to, string toWords, Measure measure,
        FlowFact? queue = null)
    {
        // What is of the site says so; what people come by is of all.
        var isOfSite = from.EndsWith("-" + site.Code, StringComparison.Ordinal);
        return new FlowLink(
            FlowIds.Link(from, to), from, to, isOfSite ? $"{site.Name} {fromWords}" : fromWords,
            isOfSite ? toWords : $"{site.Name} {toWords}", null, figures.Of(site.Figures, measure), queue);
    }

    private FlowLink Leaving(
        SitePicture site, string from, string to, string toWords, Measure measure, FlowFact? queue)
    {
        var isDepartment = string.Equals(from, FlowIds.Department(site.Code), StringComparison.Ordinal);
        return new FlowLink(
            FlowIds.Link(from, to), from, to, $"{site.Name} {(isDepartment ? "ED" : "beds")}", toWords,
            isDepartment ? $"{site.Name} ED" : site.Name, figures.Of(site.Figures, measure), queue);
    }
}
