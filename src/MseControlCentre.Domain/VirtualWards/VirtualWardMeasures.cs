using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>Virtual wards: what is measured, from which clock, by whose definition.</summary>
public static class VirtualWardMeasures
{
    private const string Virtual = "Virtual wards operational framework, August 2024";
    private const string SinceMidnight = "since local midnight";
    private const string SinceAdmission = "since the virtual ward took the patient on";

    private const string Judgement =
        "The ward's own judgement of each patient, told by the discharge feed; physical beds kept free by flexing "
        + "virtual-ward places (Mid and South Essex board papers, March 2023)";

    /// <summary>Patients on virtual wards.</summary>
    public static readonly Measure VirtualWardOccupied = new(
        "virtual-ward.occupied", "On virtual wards", "patients", "Taken on and not discharged.", Virtual);

    /// <summary>Virtual-ward places.</summary>
    public static readonly Measure VirtualWardCapacity = new(
        "virtual-ward.capacity", "Virtual-ward places", "places", "Places declared, or of the network file.", Virtual);

    /// <summary>Virtual-ward places free.</summary>
    public static readonly Measure VirtualWardAvailable = new(
        "virtual-ward.available", "Virtual-ward places free", "places",
        "Places less patients; below zero when patients outnumber places.", Virtual);

    /// <summary>Share of virtual-ward places in use.</summary>
    public static readonly Measure Occupancy = new(
        "virtual-ward.occupancy", "Virtual-ward occupancy", "percent", "Patients as a share of places.", Virtual);

    /// <summary>Referrals waiting for a virtual ward.</summary>
    public static readonly Measure VirtualWardReferrals = new(
        "virtual-ward.referrals", "Virtual-ward referrals waiting", "patients",
        "Referred and neither taken on nor declined.", Virtual);

    /// <summary>Step-down referrals waiting.</summary>
    public static readonly Measure StepDownWaiting = new(
        "virtual-ward.step-down-waiting", "Step-down referrals waiting", "patients",
        "Referred from a hospital bed and neither taken on nor declined. They may also be among those judged able to "
        + "move: a referral and a hospital stay have pseudonyms of different kinds, so that the two cannot be matched "
        + "and are never added.",
        Virtual);

    /// <summary>Referrals since midnight.</summary>
    public static readonly Measure ReferralsToday = new(
        "virtual-ward.referrals-today", "Referred today", "patients",
        "Referred since local midnight, whatever became of it.", Virtual, SinceMidnight);

    /// <summary>Step-up referrals since midnight.</summary>
    public static readonly Measure StepUpToday = new(
        "virtual-ward.step-up-today", "Step-up today", "patients",
        "Referred since local midnight instead of an admission.", Virtual, SinceMidnight);

    /// <summary>Step-down referrals since midnight.</summary>
    public static readonly Measure StepDownToday = new(
        "virtual-ward.step-down-today", "Step-down today", "patients",
        "Referred since local midnight for early supported discharge from a bed.", Virtual, SinceMidnight);

    /// <summary>Patients who came by step-up.</summary>
    public static readonly Measure StepUp = new(
        "virtual-ward.step-up", "On the ward by step-up", "patients",
        "Patients on the ward who came instead of an admission. One whose route was not told is in neither.", Virtual);

    /// <summary>Patients who came by step-down.</summary>
    public static readonly Measure StepDown = new(
        "virtual-ward.step-down", "On the ward by step-down", "patients",
        "Patients on the ward who came from a hospital bed. One whose route was not told is in neither.", Virtual);

    /// <summary>Patients taken on since midnight.</summary>
    public static readonly Measure AdmissionsToday = new(
        "virtual-ward.admissions-today", "Taken on today", "patients",
        "Taken on since local midnight.", Virtual, SinceMidnight);

    /// <summary>Stays that ended since midnight.</summary>
    public static readonly Measure DischargesToday = new(
        "virtual-ward.discharges-today", "Discharged today", "patients",
        "Stays that ended since local midnight, whatever the outcome; declined referrals are none.", Virtual,
        SinceMidnight);

    /// <summary>Mean length of stay of those on the ward.</summary>
    public static readonly Measure LengthOfStayMean = new(
        "virtual-ward.length-of-stay-mean", "Mean stay so far", "days",
        "Mean over patients on the ward of the local midnights since they were taken on.", Virtual, SinceAdmission);

    /// <summary>Long stays.</summary>
    public static readonly Measure LongStay = new(
        "virtual-ward.long-stay", "Long stays", "patients",
        "Patients on the ward for more local midnights than the network file's virtualWardLongStay says; unknown where "
        + "it says nothing.",
        "Network file: 14 days, locally agreed; the wording of a national limit was not found",
        SinceAdmission,
        Better.Lower);

    /// <summary>Discharges due.</summary>
    public static readonly Measure DischargesDue = new(
        "virtual-ward.discharges-due", "Discharges due", "patients",
        "Patients on the ward whose discharge is planned before the end of the local day; overdue ones are among them.",
        Virtual);

    /// <summary>Patients who went back to a bed since midnight.</summary>
    public static readonly Measure BackToBedToday = new(
        "virtual-ward.back-to-bed-today", "Back to a bed today", "patients",
        "Patients who deteriorated and went to a hospital bed since local midnight.", Virtual, SinceMidnight,
        Better.Lower);

    /// <summary>Share of patients monitored with technology.</summary>
    public static readonly Measure TechnologyShare = new(
        "virtual-ward.technology-share", "Monitored with technology", "percent",
        "Of the patients on the ward for whom it was told, those monitored with technology.", Virtual, "",
        Better.Higher);

    /// <summary>Patients in a bed whom a virtual ward could look after.</summary>
    public static readonly Measure CouldMove = new(
        "virtual-ward.could-move", "Could move to a virtual ward", "patients",
        "Inpatients, those on leave left out, whose newest judgement says that a virtual ward could look after them; "
        + "of a virtual ward, those for whom it was named. Unknown while no inpatient is judged. Step-down referrals "
        + "waiting are not added: they may be the same patients.",
        Judgement);

    /// <summary>Places left once all who could move have moved.</summary>
    public static readonly Measure FlexLeft = new(
        "virtual-ward.flex-left", "Flex left", "places",
        "Free places less the patients who could move, of whom no more can than there are free places: never below "
        + "zero. The system's takes any place for any patient.",
        Judgement, "", Better.Higher);
}
