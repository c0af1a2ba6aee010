using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>
/// A busy afternoon at every site of a network, made up, the same each time: full wards, long waits, ambulances
/// outside, patients who could leave. Times are minutes before the given instant.
/// </summary>
public sealed class BusyDay(NetworkMap network, DateTimeOffset now)
{
    private static readonly int[][] s_waiting = [[72, 58, 49, 47, 31, 22, 9], [26, 12, 4], [18, 11]];
    private static readonly int[] s_hourly = [1, 1, 1, 1, 2, 1, 1, 2, 3, 4, 6, 7, 5, 8, 9, 8, 7, 9, 6, 4, 3, 2, 1, 1];
    private static readonly double[] s_fill = [0.985, 0.955, 0.9];
    private static readonly int[] s_inDepartment = [142, 98, 104];

    private readonly List<FlowEvent> _events = [];
    private int _next;

    /// <summary>The events, in order of what they are about.</summary>
    public IReadOnlyList<FlowEvent> Events()
    {
        for (var index = 0; index < network.Sites.Count; index++)
        {
            var site = network.Sites[index];
            Outside(site, s_waiting[index % s_waiting.Length]);
            Inside(site, s_inDepartment[index % s_inDepartment.Length]);
            Wards(site, s_fill[index % s_fill.Length]);
            Discharges(site, index);
        }

        VirtualWards();
        return _events;
    }

    private void Outside(Site site, int[] minutes)
    {
        foreach (var wait in minutes)
        {
            Tell("eeast-cad", site.Code, wait, new AmbulanceArrived($"c_{_next}", AmbulanceCategory.C2));
        }

        for (var coming = 0; coming < 3; coming++)
        {
            Tell("eeast-cad", site.Code, 9, new AmbulanceDispatchedToHospital(
                $"c_{_next}", AmbulanceCategory.C3, now.AddMinutes(6 + (coming * 7))));
        }

        for (var done = 0; done < 24; done++)
        {
            var conveyance = $"c_{_next}";
            Tell("eeast-cad", site.Code, 90 + (done * 20), new AmbulanceArrived(conveyance));
            Tell("eeast-cad", site.Code, 90 + (done * 20) - 21 - (done % 5 * 4), new HandoverCompleted(conveyance));
        }
    }

    private void Inside(Site site, int patients)
    {
        var feed = FeedOf(site, FeedSubject.EmergencyDepartment);
        for (var patient = 0; patient < patients; patient++)
        {
            var encounter = $"v_{_next}";
            var minutes = 4 + (patient * patient / 22);
            Tell(feed, site.Code, minutes, new EdAttendanceRegistered(encounter, Place: new Place("EDM")));
            if (patient % 6 == 0 && minutes > 120)
            {
                Tell(feed, site.Code, minutes - 100, new EdDecisionToAdmit(encounter));
            }
        }

        for (var gone = 0; gone < 120; gone++)
        {
            var encounter = $"v_{_next}";
            Tell(feed, site.Code, 60 + (gone * 6) + (gone % 4 == 0 ? 290 : 150), new EdAttendanceRegistered(encounter));
            Tell(feed, site.Code, 60 + (gone * 6), new EdDeparted(encounter, EdOutcome.Discharged));
        }
    }

    private void Wards(Site site, double fill)
    {
        var feed = FeedOf(site, FeedSubject.Beds);
        var owners = network.Partners.Select(partner => partner.Code).ToList();
        foreach (var ward in site.Wards.Where(ward => ward.IsGeneralAndAcute || ward.Type is WardType.CriticalCare))
        {
            var beds = (int)Math.Round(ward.CoreBeds * fill);
            for (var bed = 1; bed <= beds; bed++)
            {
                var stay = $"v_{_next}";
                Tell(feed, site.Code, 1500 + (bed * 37), new PatientAdmitted(stay, new Place(ward.Code, $"{bed:00}")));
                if (bed == beds)
                {
                    // What tells of now: a feed whose newest news is of yesterday is behind.
                    Tell(feed, site.Code, 1, new EncounterUpdated(stay));
                }

                if (bed % 6 == 0)
                {
                    var owner = owners[_next * _next % owners.Count];
                    Tell("care-transfer-hub", site.Code, 300, new CriteriaToResideAssessed(
                        stay, Met: false, DischargePathway.P1, "awaiting", owner));
                }

                if (bed % 11 == 5)
                {
                    Tell("care-transfer-hub", site.Code, 200, new DischargePlanned(
                        stay, now.AddHours(3), bed % 2 == 0 ? DischargeCertainty.Potential : DischargeCertainty.Definite));
                }
            }
        }
    }

    private void Discharges(Site site, int index)
    {
        var feed = FeedOf(site, FeedSubject.Beds);
        var midnight = new DateTimeOffset(now.Date, now.Offset);
        for (var hour = 0; hour <= now.Hour; hour++)
        {
            for (var patient = 0; patient < s_hourly[hour] - (index % 2 * (hour % 2)); patient++)
            {
                var at = (now - midnight.AddHours(hour).AddMinutes(2 + (patient * 5))).TotalMinutes;
                if (at > 0)
                {
                    var stay = $"v_{_next}";
                    Tell(feed, site.Code, at + 4000, new PatientAdmitted(stay, new Place(site.Wards[^1].Code)));
                    Tell(feed, site.Code, at, new PatientDischarged(stay, "19"));
                }
            }
        }
    }

    private void VirtualWards()
    {
        foreach (var (ward, index) in network.VirtualWards.Select((ward, index) => (ward, index)))
        {
            var patients = (int)(ward.Capacity * (0.78 + (index * 0.07)));
            for (var patient = 0; patient < patients; patient++)
            {
                var stay = $"s_{_next}";
                Tell("virtual-wards", network.Code, 3000, new VirtualWardAdmitted(stay, ward.Code));
                if (patient == 0)
                {
                    Tell("virtual-wards", network.Code, 1, new VirtualWardDischargePlanned(
                        stay, ward.Code, now.AddDays(3)));
                }
            }
        }
    }

    private string FeedOf(Site site, FeedSubject subject) => network.Feeds
        .Last(feed => feed.Subjects.Contains(subject) && feed.Sites.Contains(site.Code, StringComparer.Ordinal)).Id;

    private void Tell(string source, string site, double minutesAgo, EventDetail detail) => _events.Add(new FlowEvent
    {
        Source = source,
        MessageId = $"busy-{_next++}",
        OccurredAt = now.AddMinutes(-minutesAgo),
        Site = site,
        Detail = detail,
    });
}
