using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Tests.Shared;

/// <summary>
/// A health system at its fullest, made up, the same each time: nearly every bed taken, a full department at each site, a
/// day and a half of what came and went, every kind of declaration. Times lead up to an instant.
/// </summary>
/// <param name="network">The system.</param>
/// <param name="now">The instant.</param>
public sealed class FullSystem(NetworkMap network, DateTimeOffset now)
{
    /// <summary>Share of core beds taken: 1,700 patients in Mid and South Essex.</summary>
    private const double Fill = 0.88;

    private const int InDepartment = 67;
    private const int GoneThroughDepartment = 480;
    private const int Ambulances = 130;
    private const int EmergencyCalls = 900;
    private const int LeftBeds = 170;

    private readonly List<FlowEvent> _events = [];
    private int _next;

    /// <summary>The events in the order in which they happened.</summary>
    public IReadOnlyList<FlowEvent> Events()
    {
        foreach (var site in network.Sites)
        {
            Department(site);
            Beds(site);
            Outside(site);
            SiteDeclarations(site);
        }

        Calls();
        VirtualWards();
        SystemDeclarations();
        return [.. _events.OrderBy(told => told.OccurredAt)];
    }

    private void Department(Site site)
    {
        var feed = FeedOf(site, FeedSubject.EmergencyDepartment);
        var places = site.Wards.Where(ward => ward.Type is WardType.EmergencyDepartment)
            .Select(ward => new Place(ward.Code)).ToList();
        for (var patient = 0; patient < InDepartment; patient++)
        {
            Attend(feed, site, places[patient % places.Count], 6 + (patient * patient / 4.0), patient);
        }

        for (var gone = 0; gone < GoneThroughDepartment; gone++)
        {
            var left = 2 + (gone * 4.5);
            var encounter = Attend(feed, site, places[gone % places.Count], left + 70 + (gone * 37 % 420), gone);
            Tell(feed, site.Code, left, new EdDeparted(encounter, gone % 4 == 0 ? EdOutcome.Admitted : EdOutcome.Discharged));
        }
    }

    private string Attend(string feed, Site site, Place place, double minutes, int turn)
    {
        var encounter = Encounter();
        var mode = turn % 3 == 0 ? ArrivalMode.Ambulance : ArrivalMode.Other;
        Tell(feed, site.Code, minutes, new EdAttendanceRegistered(
            encounter, "p_" + encounter, place, mode, turn % 5 == 0 ? "03" : "01"));
        After(12 + (turn % 20), at => new EdInitialAssessmentCompleted(encounter, (Acuity)((turn % 5) + 1)));
        After(60 + (turn % 90), _ => new EdSeenForTreatment(encounter));
        if (turn % 3 == 0)
        {
            After(150, _ => new EdReferredToService(encounter, turn % 9 == 0 ? "mental-health" : "medicine"));
        }

        if (turn % 4 == 0)
        {
            After(180, _ => new EdClinicallyReadyToProceed(encounter));
            After(190, _ => new EdDecisionToAdmit(encounter, "300"));
        }

        return encounter;

        void After(double passed, Func<double, EventDetail> detail)
        {
            if (passed < minutes)
            {
                Tell(feed, site.Code, minutes - passed, detail(passed));
            }
        }
    }

    private void Beds(Site site)
    {
        var feed = FeedOf(site, FeedSubject.Beds);
        var wards = site.Wards.Where(ward => ward.Type is not WardType.EmergencyDepartment).ToList();
        foreach (var ward in wards)
        {
            for (var bed = 1; bed <= (int)(ward.CoreBeds * Fill); bed++)
            {
                Stay(feed, site, ward, bed);
            }
        }

        for (var gone = 0; gone < LeftBeds; gone++)
        {
            var (encounter, ward) = (Encounter(), wards[gone % wards.Count]);
            Tell(feed, site.Code, 1300 + (gone * 60), new PatientAdmitted(encounter, new Place(ward.Code), AdmissionMethod: "21"));
            Tell(feed, site.Code, 3 + (gone * 12), new PatientDischarged(encounter, "19"));
        }
    }

    private void Stay(string feed, Site site, Ward ward, int bed)
    {
        var encounter = Encounter();
        var admitted = 30 + (bed * bed * 60);
        var specialty = network.Specialties.Count == 0 ? null : network.Specialties[_next % network.Specialties.Count].Code;
        Tell(feed, site.Code, admitted, new PatientAdmitted(
            encounter, new Place(ward.Code, bed.ToString("00", CultureInfo.InvariantCulture)), "p_" + encounter,
            AdmissionMethod: bed % 3 == 0 ? "11" : "21", Specialty: specialty));
        if (bed % 29 == 0)
        {
            Tell(feed, site.Code, 25, new LeaveStarted(encounter, now.AddHours(6)));
        }

        if (bed % 5 == 0)
        {
            var owner = bed % 10 == 0 ? null : network.Partners[_next % network.Partners.Count].Code;
            Tell("care-transfer-hub", site.Code, 240, new CriteriaToResideAssessed(
                encounter, false, bed % 15 == 0 ? null : (DischargePathway)(bed % 4), "awaiting", owner));
            Tell("care-transfer-hub", site.Code, 230, new DischargeReadyDateSet(encounter, now.AddDays(-(bed % 9))));
            Tell("care-transfer-hub", site.Code, 220, new VirtualWardSuitabilityAssessed(encounter, bed % 2 == 0));
        }
        else
        {
            Tell("care-transfer-hub", site.Code, 235, new CriteriaToResideAssessed(encounter, true));
        }

        if (bed % 7 == 0)
        {
            var certainty = bed % 2 == 0 ? DischargeCertainty.Definite : DischargeCertainty.Potential;
            Tell("care-transfer-hub", site.Code, 200, new DischargePlanned(encounter, now.AddHours(2), certainty));
        }
    }

    private void Outside(Site site)
    {
        var elsewhere = network.Sites.First(other => other.Code != site.Code).Code;
        for (var turn = 0; turn < Ambulances; turn++)
        {
            var conveyance = "c_" + Number();
            var arrived = 2 + (turn * turn / 8.0);
            Tell("eeast-cad", site.Code, arrived + 15, new AmbulanceDispatchedToHospital(
                conveyance, (AmbulanceCategory)((turn % 4) + 1), now.AddMinutes(10)));
            if (turn % 17 == 0)
            {
                continue;
            }

            Tell("eeast-cad", site.Code, arrived, new AmbulanceArrived(conveyance));
            if (turn % 23 == 0)
            {
                Tell("eeast-cad", site.Code, arrived - 1, new ConveyanceDiverted(conveyance, elsewhere));
            }
            else if (turn > 14)
            {
                Tell("eeast-cad", site.Code, arrived - 1 - (turn % 20), new HandoverCompleted(conveyance));
                Tell("eeast-cad", site.Code, Math.Max(0.5, arrived - 20 - (turn % 15)), new AmbulanceCleared(conveyance));
            }
            else if (turn % 3 == 0)
            {
                Tell("eeast-cad", site.Code, 1, new PatientCohorted(conveyance, "corridor"));
            }
        }
    }

    private void Calls()
    {
        for (var turn = 0; turn < EmergencyCalls; turn++)
        {
            var incident = "i_" + Number();
            var minutes = 3 + (turn * 2.3);
            Tell("eeast-cad", network.Code, minutes, new EmergencyCallAnswered(incident));
            Tell("eeast-cad", network.Code, minutes - 2, new EmergencyCallCategorised(
                incident, (AmbulanceCategory)((turn % 4) + 1)));
            if (turn > 25)
            {
                Tell("eeast-cad", network.Code, minutes - 10, new AmbulanceAllocated(incident));
                Tell("eeast-cad", network.Code, minutes - 14 - (turn % 40), new AmbulanceArrivedAtScene(incident));
                Tell("eeast-cad", network.Code, minutes - 60, new EmergencyCallClosed(incident, EmergencyCallOutcome.SeeAndConvey));
            }
        }
    }

    private void VirtualWards()
    {
        foreach (var ward in network.VirtualWards)
        {
            for (var turn = 0; turn < ward.Capacity; turn++)
            {
                var stay = "s_" + Number();
                var site = network.Sites[turn % network.Sites.Count].Code;
                var route = turn % 3 == 0 ? VirtualWardRoute.StepUp : VirtualWardRoute.StepDown;
                Tell("virtual-wards", site, 1500 + (turn * 400), new VirtualWardReferred(stay, ward.Code, route));
                if (turn % 11 == 0)
                {
                    continue;
                }

                Tell("virtual-wards", site, 900 + (turn * 400), new VirtualWardAdmitted(stay, ward.Code, route, turn % 2 == 0));
                Tell("virtual-wards", site, 100, new VirtualWardDischargePlanned(stay, ward.Code, now.AddHours(turn % 40)));
                if (turn % 9 == 0)
                {
                    Tell("virtual-wards", site, 30 + turn, new VirtualWardDischarged(
                        stay, ward.Code, turn % 2 == 0 ? VirtualWardOutcome.EscalatedToBed : VirtualWardOutcome.Discharged));
                }
            }

            Declare(network.Code, new VirtualWardCapacityDeclared(ward.Code, ward.Capacity, Expiry, "virtual ward lead"));
        }
    }

    private DateTimeOffset Expiry => now.AddHours(8);

    private void SiteDeclarations(Site site)
    {
        foreach (var ward in site.Wards.Where(ward => ward.IsGeneralAndAcute))
        {
            Declare(site.Code, new WardCapacityDeclared(ward.Code, ward.CoreBeds, ward.EscalationBeds, 1, "infection", Expiry, "site manager"));
        }

        foreach (var ward in site.Wards.Where(ward => ward.Type is WardType.CriticalCare))
        {
            Declare(site.Code, new CriticalCareDeclared(ward.Code, 4, 6, 3, 5, Expiry, "site manager"));
        }

        Declare(site.Code, new EmergencyDepartmentDeclared(DepartmentStatus.Open, ExpiresAt: Expiry, DeclaredBy: "site manager"));
        Declare(site.Code, new CohortOpened("corridor", 6, Expiry, "site manager"));
        Declare(site.Code, new StaffingDeclared("nurses", 120, 108, Expiry, "site manager"));
        Declare(site.Code, new OpelDeclared(3, "as at the morning call", Expiry, "site manager"));
    }

    private void SystemDeclarations()
    {
        foreach (var unit in network.CommunityUnits)
        {
            Declare(unit.Provider, new CommunityCapacityDeclared(unit.Code, unit.Capacity, unit.Capacity - 2, Expiry, "bed bureau"));
            Declare(unit.Provider, new IntermediateCareSlotsDeclared(unit.Code, 12, 9, 8, Expiry, "bed bureau"));
        }

        Declare(network.Code, new AmbulanceServiceDeclared(3, 2, Expiry, "EOC"));
        Declare(network.Code, new UrgentCommunityResponseDeclared(60, 44, Expiry, "UCR"));
        Declare(network.Code, new Nhs111DemandDeclared(900, 640, 60, 110, Expiry, "111"));
        Declare(network.Code, new OutOfHoursDemandDeclared(140, 22, 95, Expiry, "out of hours"));
        Declare(network.Code, new OpelDeclared(3, "as at the morning call", Expiry, "SCC"));
    }

    private string Encounter() => "v_" + Number();

    private string Number() => (_next++).ToString("x8", CultureInfo.InvariantCulture);

    private string FeedOf(Site site, FeedSubject subject) => network.Feeds
        .Last(feed => feed.Subjects.Contains(subject) && feed.Sites.Contains(site.Code, StringComparer.Ordinal)).Id;

    private void Declare(string site, Declaration declaration) => Tell("community", site, 50, declaration);

    private void Tell(string source, string site, double minutesAgo, EventDetail detail) => _events.Add(new FlowEvent
    {
        Source = source,
        MessageId = $"full-{_events.Count}",
        OccurredAt = now.AddMinutes(-Math.Max(0, minutesAgo)),
        Site = site,
        Detail = detail,
    });
}
