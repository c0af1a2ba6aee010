using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Community;

/// <summary>
/// Community beds and slots, and urgent community response: what is measured and by whose definition.
/// </summary>
public static class CommunityMeasures
{
    private const string Declared = "Declared by the unit or its provider, until it expires";
    private const string Today = "declared for the day";
    private const string SinceMidnight = "since local midnight, as declared";

    private const string Response =
        "Declared by the provider; two hours: urgent community response (Virtual wards in Mid and South Essex, NELFT, "
        + "December 2023)";

    /// <summary>Community beds and places.</summary>
    public static readonly Measure Capacity = new(
        "community.capacity", "Community beds and places", "places",
        "Beds or places declared open; of a unit that never declared, those of the network file.", Declared);

    /// <summary>Community beds and places in use.</summary>
    public static readonly Measure Occupied = new(
        "community.occupied", "Community beds in use", "places",
        "Beds or places declared in use. Units that never declared are left out.", Declared);

    /// <summary>Community beds and places free.</summary>
    public static readonly Measure Free = new(
        "community.free", "Community beds free", "places",
        "Declared open less declared in use; below zero when a unit is over its capacity. Units that never declared "
        + "are left out: their beds are not taken for free.",
        Declared, "", Better.Higher);

    /// <summary>Intermediate care slots offered.</summary>
    public static readonly Measure SlotsOffered = new(
        "community.slots-offered", "Intermediate care slots", "slots",
        "Slots offered for the day (pathway 1).", Declared, Today);

    /// <summary>Intermediate care slots booked.</summary>
    public static readonly Measure SlotsBooked = new(
        "community.slots-booked", "Slots booked", "slots",
        "Of the slots offered, those booked for a patient.", Declared, Today);

    /// <summary>Intermediate care slots used.</summary>
    public static readonly Measure SlotsUsed = new(
        "community.slots-used", "Slots used", "slots",
        "Of the slots booked, those whose patient went.", Declared, Today, Better.Higher);

    /// <summary>Intermediate care slots not used.</summary>
    public static readonly Measure SlotsUnused = new(
        "community.slots-unused", "Slots not used", "slots",
        "Slots offered less slots used, whether booked or not.", Declared, Today, Better.Lower);

    /// <summary>Urgent community response referrals.</summary>
    public static readonly Measure UrgentResponseReferrals = new(
        "community.urgent-response-referrals", "Urgent response referrals", "referrals",
        "Referrals whose two hours have passed or that were seen.", Response, SinceMidnight);

    /// <summary>Share of urgent community response referrals seen in time.</summary>
    public static readonly Measure UrgentResponseShare = new(
        "community.urgent-response-share", "Seen within two hours", "percent",
        "Of those referrals, the share seen within two hours.", Response, SinceMidnight, Better.Higher);
}
