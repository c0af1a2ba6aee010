using MseControlCentre.Domain.Events;
using static MseControlCentre.Domain.Declarations.FormColumns;

namespace MseControlCentre.Domain.Declarations;

/// <summary>The forms that community providers and virtual wards fill in.</summary>
internal static class CommunityForms
{
    public static IReadOnlyList<DeclarationForm> All { get; } =
    [
        new("virtual-ward-capacity", nameof(VirtualWardCapacityDeclared), "Virtual-ward capacity",
            "Virtual ward co-ordinator",
        [
            Code("virtual_ward", "virtualWard", "Virtual ward", "Code of the virtual ward.", ColumnType.VirtualWard),
            Count("capacity", "capacity", "Capacity", "Patients it can look after.", "patients", "55"),
        ]),
        new("community-capacity", nameof(CommunityCapacityDeclared), "Community capacity", "Community bed bureau",
        [
            Code("unit", "unit", "Unit", "Code of the community unit.", ColumnType.CommunityUnit),
            Count("capacity", "capacity", "Open", "Beds or slots open.", "beds", "26"),
            Count("occupied", "occupied", "In use", "Beds or slots in use.", "beds", "25"),
        ]),
        new("intermediate-care-slots", nameof(IntermediateCareSlotsDeclared), "Intermediate care slots",
            "Intermediate care co-ordinator",
        [
            Code("unit", "unit", "Unit", "Code of the community unit.", ColumnType.CommunityUnit),
            Count("offered", "offered", "Offered", "Slots offered for the day.", "slots", "20"),
            Count("booked", "booked", "Booked", "Of these, booked for a patient.", "slots", "18")
                with { PartOf = "offered" },
            Count("used", "used", "Used", "Of these, used: the patient went.", "slots", "15")
                with { PartOf = "booked" },
        ]),
        new("urgent-community-response", nameof(UrgentCommunityResponseDeclared), "Urgent community response",
            "Urgent community response team",
        [
            Provider,
            Count("referrals", "referrals", "Referrals",
                "Referrals since midnight whose two hours have passed or that were seen.", "patients", "30"),
            Count("seen_within_two_hours", "seenWithinTwoHours", "Seen within two hours",
                "Of these, seen within two hours.", "patients", "24") with { PartOf = "referrals" },
        ]),
    ];
}
