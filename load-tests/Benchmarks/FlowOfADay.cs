using MseControlCentre.Domain.Events;

namespace MseControlCentre.Benchmarks;

/// <summary>
/// Events of a busy system in the order of occurrence: attendances with their milestones, of which every fourth is
/// admitted, moved and discharged, and ambulances for every fifth. Invented; only the mix matters.
/// </summary>
internal static class FlowOfADay
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    public static List<FlowEvent> Events(int attendances)
    {
        var events = new List<FlowEvent>(attendances * 8);
        for (var i = 0; i < attendances; i++)
        {
            var arrived = s_start.AddSeconds(i);
            var attendance = "v_" + i.ToString("x22", System.Globalization.CultureInfo.InvariantCulture);
            Add(events, arrived, new EdAttendanceRegistered(attendance, "p_" + attendance, new Place("ED", "1")));
            Add(events, arrived.AddMinutes(12), new EdInitialAssessmentCompleted(attendance, Acuity.Urgent));
            Add(events, arrived.AddMinutes(60), new EdSeenForTreatment(attendance));
            if (i % 4 == 0)
            {
                Add(events, arrived.AddMinutes(180), new EdDecisionToAdmit(attendance));
                Add(events, arrived.AddMinutes(260), new PatientAdmitted(attendance, new Place("AMU", "4")));
                Add(events, arrived.AddMinutes(800), new PatientTransferred(attendance, new Place("MARY", "12")));
                Add(events, arrived.AddMinutes(4_000), new CriteriaToResideAssessed(attendance, false));
                Add(events, arrived.AddMinutes(6_000), new PatientDischarged(attendance, "19"));
            }
            else
            {
                Add(events, arrived.AddMinutes(200), new EdDeparted(attendance, EdOutcome.Discharged));
            }

            if (i % 5 == 0)
            {
                var conveyance = "c_" + attendance;
                Add(events, arrived.AddMinutes(-20), new AmbulanceDispatchedToHospital(conveyance, AmbulanceCategory.C2));
                Add(events, arrived.AddMinutes(-2), new AmbulanceArrived(conveyance));
                Add(events, arrived.AddMinutes(20), new HandoverCompleted(conveyance));
                Add(events, arrived.AddMinutes(30), new AmbulanceCleared(conveyance));
            }
        }

        return [.. events.OrderBy(e => e.OccurredAt)];
    }

    private static void Add(List<FlowEvent> events, DateTimeOffset at, EventDetail detail) => events.Add(new FlowEvent
    {
        Source = "basildon-pas",
        MessageId = "m" + events.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        OccurredAt = at,
        Site = "RAJ12",
        Detail = detail,
    });
}
