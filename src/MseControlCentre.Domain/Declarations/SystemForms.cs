using MseControlCentre.Domain.Events;
using static MseControlCentre.Domain.Declarations.FormColumns;

namespace MseControlCentre.Domain.Declarations;

/// <summary>The forms of services for the whole system, and of the system's own statements.</summary>
internal static class SystemForms
{
    // REAP and OPEL levels are 1 to 4 by their frameworks; what a CSP level means is the service's own.
    private const int GreatestLevel = 4;

    public static IReadOnlyList<DeclarationForm> All { get; } =
    [
        new("nhs-111", nameof(Nhs111DemandDeclared), "NHS 111", "NHS 111 provider",
        [
            Provider,
            Count("calls_offered", "callsOffered", "Calls offered", "Calls offered since midnight.", "calls", "420")
                with { Most = 100_000 },
            Count("answered_within_60_seconds", "answeredWithin60Seconds", "Answered within 60 seconds",
                "Of these, answered within 60 seconds.", "calls", "350")
                with { Most = 100_000, PartOf = "calls_offered" },
            Count("abandoned", "abandoned", "Abandoned", "Of these, abandoned after 30 seconds or more.", "calls", "12")
                with { Most = 100_000, PartOf = "calls_offered" },
            Count("ed_dispositions", "edDispositions", "Advised to attend an emergency department",
                "Of these, ended in advice to attend an emergency department.", "calls", "41")
                with { Most = 100_000, PartOf = "calls_offered" },
        ]),
        new("out-of-hours", nameof(OutOfHoursDemandDeclared), "Out of hours", "Out-of-hours provider",
        [
            Provider,
            Count("contacts", "contacts", "Contacts", "Contacts since midnight.", "patients", "95"),
            Count("waiting", "waiting", "Waiting", "Patients who wait for a call back or visit now.", "patients", "14"),
            Count("longest_wait_minutes", "longestWaitMinutes", "Longest wait", "Longest of these waits.", "minutes",
                "75", required: false),
        ]),
        new("alternative-service", nameof(AlternativeServiceDeclared), "Alternative to the emergency department",
            "The service",
        [
            Anyone,
            Words("service", "service", "Service", "Code or short name of the service.", "UTC Orsett", required: true),
            new("open", "open", "Open", "Whether it takes patients.", ColumnType.YesNo, true, "yes"),
            Count("capacity", "capacity", "Capacity", "Patients it could take now.", "patients", "10",
                required: false),
            Count("wait_minutes", "waitMinutes", "Wait", "Wait now.", "minutes", "30", required: false),
        ]),
        new("ambulance-service", nameof(AmbulanceServiceDeclared), "Ambulance service (REAP and CSP)",
            "Ambulance tactical commander",
        [
            Count("reap_level", "reapLevel", "REAP level", "Resource escalation action plan, 1 to 4.", "level", "3",
                required: false) with { Least = 1, Most = GreatestLevel },
            Count("clinical_safety_plan_level", "clinicalSafetyPlanLevel", "CSP level",
                "Clinical safety plan; what a level means is the service's own.", "level", "2", required: false)
                with { Most = 10 },
        ]),
        new("opel", nameof(OpelDeclared), "OPEL declared", "Site director or system on-call director",
        [
            Anyone,
            Count("level", "level", "OPEL level", "Operational pressures escalation level, 1 to 4.", "level", "3")
                with { Least = 1, Most = GreatestLevel },
            Words("reason", "reason", "Reason", "Why, in particular when it differs from the calculated level.", ""),
        ]),
    ];
}
