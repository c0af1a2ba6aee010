using MseControlCentre.Domain.Events;
using static MseControlCentre.Domain.Declarations.FormColumns;

namespace MseControlCentre.Domain.Declarations;

/// <summary>The forms that hospitals fill in.</summary>
internal static class HospitalForms
{
    public static IReadOnlyList<DeclarationForm> All { get; } =
    [
        new("ward-capacity", nameof(WardCapacityDeclared), "Ward capacity", "Site operations team",
        [
            AcuteSite,
            Code("ward", "ward", "Ward", "Code of the ward.", ColumnType.Ward),
            Count("core_open", "coreOpen", "Core beds open", "Permanently staffed and funded beds that are open.",
                "beds", "24"),
            Count("escalation_open", "escalationOpen", "Escalation beds open", "Beds opened for pressure, for a time.",
                "beds", "2"),
            Count("closed", "closed", "Beds closed", "Beds closed; none, when left empty.", "beds", "1",
                required: false),
            Words("closed_reason", "closedReason", "Why closed", "Why beds are closed.", "infection control"),
        ]),
        new("critical-care", nameof(CriticalCareDeclared), "Critical care", "Critical care co-ordinator",
        [
            AcuteSite,
            Code("ward", "ward", "Unit", "Code of the critical care unit.", ColumnType.Ward),
            Count("level_2_beds", "level2Beds", "Level 2 beds",
                "Beds available for level 2 patients: staffed, funded or not.", "beds", "8"),
            Count("level_3_beds", "level3Beds", "Level 3 beds",
                "Beds available for level 3 patients: staffed, funded or not.", "beds", "12"),
            Count("level_2_patients", "level2Patients", "Level 2 patients", "Level 2 patients in these beds.",
                "patients", "7", required: false),
            Count("level_3_patients", "level3Patients", "Level 3 patients", "Level 3 patients in these beds.",
                "patients", "10", required: false),
        ]),
        new("emergency-department", nameof(EmergencyDepartmentDeclared), "Emergency department status",
            "Emergency department consultant or nurse in charge",
        [
            AcuteSite,
            new("status", "status", "Status", "Whether the department is open, on divert or closed.",
                ColumnType.Choice, true, nameof(DepartmentStatus.Open))
            {
                Choices = Enum.GetNames<DepartmentStatus>(),
            },
            Words("diverted_to", "divertedTo", "Diverted to", "Who takes the patients, while on divert.", ""),
            Words("reason", "reason", "Reason", "Why.", ""),
        ]),
        new("cohort-area", nameof(CohortOpened), "Ambulance cohort area", "Emergency department nurse in charge",
        [
            AcuteSite,
            Words("area", "area", "Area", "Name of the area within the site.", "Handover unit", required: true),
            new(DeclarationForm.Open, "", "Open", "Whether the area is open.", ColumnType.YesNo, true, "yes"),
            Count("capacity", "capacity", "Capacity", "Patients it can hold, when it is open.", "patients", "12",
                required: false),
        ])
        {
            KindWhenClosed = nameof(CohortClosed),
        },
        new("staffing", nameof(StaffingDeclared), "Staffing", "Site operations team or provider's duty manager",
        [
            Anyone,
            Words("staff_group", "staffGroup", "Staff group", "Which staff.", "registered nurses", required: true),
            Count("required", "required", "Shifts needed", "Whole shifts needed.", "shifts", "60"),
            Count("filled", "filled", "Shifts filled", "Whole shifts filled.", "shifts", "55"),
        ]),
    ];
}
