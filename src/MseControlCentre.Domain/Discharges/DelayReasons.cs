using System.Collections.Frozen;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Discharges;

/// <summary>
/// The 37 reasons for delay, in five groups, of the national acute discharge situation report. The names are ours; the
/// wording that feeds send is that of the published files. Which organisation can unblock a reason is our reading.
/// </summary>
public static class DelayReasons
{
    /// <summary>The edition of the list: the day from which the collection's specification is in force.</summary>
    public const string Version = "2024-05-27";

    private static readonly DelayGroup s_hospital = new("hospital-process", "Hospital process");
    private static readonly DelayGroup s_wellbeing = new("wellbeing", "Wellbeing concerns");
    private static readonly DelayGroup s_hub = new("care-transfer-hub", "Care transfer hub process");
    private static readonly DelayGroup s_interface = new("interface", "Interface process");
    private static readonly DelayGroup s_capacity = new("capacity", "Capacity");

    /// <summary>The five groups.</summary>
    public static IReadOnlyList<DelayGroup> Groups { get; } = [s_hospital, s_wellbeing, s_hub, s_interface, s_capacity];

    /// <summary>The 37 reasons, by group.</summary>
    public static IReadOnlyList<DelayReason> All { get; } =
        [.. Hospital(), .. Wellbeing(), .. Hub(), .. Interface(), .. Capacity()];

    // A feed may send the short form, our name, or the collection's wording with or without its group before it.
    private static readonly FrozenDictionary<string, DelayReason> s_byText = All
        .SelectMany(reason => Texts(reason).Select(text => (Text: text, Reason: reason)))
        .DistinctBy(pair => pair.Text, DelayReasonText.Instance)
        .ToFrozenDictionary(pair => pair.Text, pair => pair.Reason, DelayReasonText.Instance);

    /// <summary>The reason that a feed's text names; null when it is none of the list.</summary>
    public static DelayReason? Find(string? text) => text is null ? null : s_byText.GetValueOrDefault(text);

    /// <summary>Every text by which a reason is found.</summary>
    internal static IEnumerable<string> Texts(DelayReason reason) =>
    [
        reason.Slug,
        reason.Name,
        reason.SentAs,
        $"{reason.Group.Name} - {reason.Name}",
        $"{reason.Group.Name} - {reason.SentAs}",
    ];

    private static DelayReason[] Hospital()
    {
        DelayReason Of(string slug, string name, string sentAs) =>
            new(slug, name, s_hospital, PartnerType.Hospital, sentAs, []);
        return
        [
            Of("formal-decision", "Formal decision to discharge, with test results",
                "Awaiting formal decision to discharge (inc diagnostic test results)"),
            Of("medical-review", "Medical review for supported discharge",
                "Awaiting medical review of need for supported discharge"),
            Of("medicines-and-letter", "Medicines to take home, letter or other papers",
                "Awaiting medicines to take home, discharge letter or other discharge documentation"),
            Of("patient-transport", "Patient transport", "Awaiting patient transport services"),
            Of("referral-to-hub", "Referral to the care transfer hub",
                "Awaiting referral to care transfer hub for supported discharge"),
            Of("therapy-review", "Therapy review for supported discharge",
                "Awaiting therapy review of need for supported discharge"),
            Of("infection-control", "Infection prevention and control",
                "Remaining in hospital due to infection prevention and control restrictions"),
        ];
    }

    private static DelayReason[] Wellbeing()
    {
        static DelayReason Of(string slug, string name, PartnerType by, string sentAs) =>
            new(slug, name, s_wellbeing, by, sentAs, []);
        return
        [
            Of("destination-readiness", "Destination not ready", PartnerType.Family,
                "Issues with discharge destination readiness"),
            Of("mental-capacity", "Mental capacity to be determined", PartnerType.Hospital,
                "Awaiting determination of mental capacity"),
            Of("safeguarding", "Safeguarding concern", PartnerType.Council, "Ongoing safeguarding concern"),
            Of("readiness-concern", "Concern of patient, family or carer about leaving", PartnerType.Family,
                "Patient/family/carer concerns over discharge readiness"),
        ];
    }

    private static DelayReason[] Hub()
    {
        static DelayReason Of(string slug, string name, string sentAs) =>
            new(slug, name, s_hub, PartnerType.CareTransferHub, sentAs, []);
        return
        [
            Of("funding-eligibility", "Eligibility for funding to be confirmed",
                "Awaiting confirmation of funding eligibility"),
            Of("needs-and-pathway", "Immediate needs and pathway to be confirmed",
                "Waiting for confirmation of immediate care needs and pathway"),
            Of("hub-referrals", "Referrals by the hub to be made", "Awaiting necessary referrals by care transfer hub"),
        ];
    }

    private static DelayReason[] Interface()
    {
        static DelayReason Of(string slug, string name, PartnerType by, string sentAs, params DischargePathway[] on) =>
            new(slug, name, s_interface, by, sentAs, on);
        return
        [
            Of("bed-rehabilitation-arranging", "Rehabilitation bed being arranged", PartnerType.CommunityProvider,
                "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)",
                DischargePathway.P2),
            Of("end-of-life-arranging", "End of life care or fast-track continuing healthcare being arranged",
                PartnerType.ContinuingHealthcare,
                "End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)",
                DischargePathway.P1, DischargePathway.P3),
            Of("provider-further-action", "Further action that the agreed provider asked for", PartnerType.Hospital,
                "Further action requested by agreed provider"),
            Of("home-rehabilitation-arranging", "Rehabilitation at home being arranged", PartnerType.CommunityProvider,
                "Home-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)",
                DischargePathway.P1),
            Of("no-recourse-to-public-funds", "Homeless, no recourse to public funds", PartnerType.Council,
                "Homeless with no recourse to public funds"),
            Of("homelessness-housing", "Housing for a homeless patient being arranged", PartnerType.Council,
                "Housing provision arrangement for homelessness still underway (Pathway 0 or 1)",
                DischargePathway.P0, DischargePathway.P1),
            Of("home-health-arranging", "Other community health care at home being arranged",
                PartnerType.CommunityProvider,
                "Other home-based community health service arrangements still underway (Pathway 1)",
                DischargePathway.P1),
            Of("home-care-arranging", "Other social care at home being arranged", PartnerType.Council,
                "Other home-based social care service arrangements still underway (Pathway 1)", DischargePathway.P1),
            Of("out-of-area", "Discharge out of the area being arranged", PartnerType.CareTransferHub,
                "Out of area discharge arrangements requested but not completed"),
            Of("family-choice", "Patient, family or carer choosing", PartnerType.Family,
                "Patient/family/carer choice discussions on package still underway"),
            Of("care-home-arranging", "Care home place being arranged", PartnerType.Council,
                "Residential/nursing home care arrangements still underway (Pathway 3)", DischargePathway.P3),
            Of("self-funded-arranging", "Self-funded care being arranged", PartnerType.Family,
                "Self-funded care package arrangements still underway"),
        ];
    }

    private static DelayReason[] Capacity()
    {
        static DelayReason Of(string slug, string name, PartnerType by, string sentAs, params DischargePathway[] on) =>
            new(slug, name, s_capacity, by, sentAs, on);
        return
        [
            Of("restart-of-care", "Restart of the care already in place", PartnerType.Council,
                "Awaiting restart of existing social care arrangements (Pathway 0)", DischargePathway.P0),
            Of("bed-rehabilitation-unavailable", "No rehabilitation bed", PartnerType.CommunityProvider,
                "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)",
                DischargePathway.P2),
            Of("end-of-life-unavailable", "No end of life care or fast-track continuing healthcare",
                PartnerType.ContinuingHealthcare,
                "End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)",
                DischargePathway.P1, DischargePathway.P3),
            Of("equipment-and-training", "Equipment, or training to use it, not delivered",
                PartnerType.CommunityProvider,
                "Equipment and associated training not yet delivered (Pathway 1-3)",
                DischargePathway.P1, DischargePathway.P2, DischargePathway.P3),
            Of("home-rehabilitation-unavailable", "No rehabilitation at home", PartnerType.CommunityProvider,
                "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)",
                DischargePathway.P1),
            Of("housing-adaptations", "Housing adaptations not complete", PartnerType.Council,
                "Housing adaptations not yet completed (Pathway 1 or 3)", DischargePathway.P1, DischargePathway.P3),
            Of("housing-unavailable", "No housing", PartnerType.Council,
                "Housing provision not yet available (Pathway 0 or 1)", DischargePathway.P0, DischargePathway.P1),
            Of("mental-health-bed-unavailable", "No mental health bed", PartnerType.CommunityProvider,
                "Mental health admitted patient care not yet available (Pathway 2)", DischargePathway.P2),
            Of("home-health-unavailable", "No other community health care at home", PartnerType.CommunityProvider,
                "Other home-based community health services not yet available (Pathway 1)", DischargePathway.P1),
            Of("home-care-unavailable", "No other social care at home", PartnerType.Council,
                "Other home-based social care service not yet available (Pathway 1)", DischargePathway.P1),
            Of("care-home-unavailable", "No care home place", PartnerType.Council,
                "Residential/nursing home care not yet available (Pathway 3)", DischargePathway.P3),
        ];
    }
}
