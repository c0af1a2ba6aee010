namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// What makes a constraint of each kind, in the order of the kinds; <c>docs/constraints.md</c> lists them.
/// </summary>
public static class ConstraintCatalogue
{
    private const string Beds =
        "Other sites with a bed free and occupancy within the threshold that nobody is held up by beds at";

    private const string Outside = "Virtual-ward places, community beds and slots at home that are free";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<ConstraintDefinition> All { get; } =
    [
        new(
            ConstraintKind.AmbulancesWaiting,
            "An ambulance waits longer than `handoverStandard` (15 minutes)",
            "One waits longer than `handoverMaximum` (45 minutes)",
            "Ambulances past the standard, from which time is lost; `handoverSecond` (30) and `handoverLong` (60) are "
            + "said behind it",
            "Other departments with majors or resuscitation spaces free, no ambulance past the standard, neither on "
            + "divert nor closed",
            "Handover thresholds of the network file; time beyond 15 minutes is lost (AACE)"),
        new(
            ConstraintKind.WaitingForBed,
            "G&A occupancy above `bedOccupancy`",
            "No G&A bed free, or a patient longer than `edLong` (12 hours) from the decision to admit",
            "Patients in the department with a decision to admit",
            Beds + ". " + Outside,
            "Network file; that nothing is left is a plain limit; monthly A&E statistics: 12 hours from decision"),
        new(
            ConstraintKind.DepartmentClosed,
            "A department is declared on divert",
            "It is declared closed",
            "Ambulances on the way to it",
            "Other departments with majors or resuscitation spaces free, neither on divert nor closed",
            "The site's declaration, until it expires"),
        new(
            ConstraintKind.MentalHealthWaits,
            "",
            "A patient waits for mental-health services longer in the department than `mentalHealthWait` (24 hours), "
            + "the only limit there is",
            "Those patients",
            "Nobody: no figure says which service could take them now",
            "Network file: urgent and emergency care plan 2025/26"),
        new(
            ConstraintKind.LongStays,
            "A patient is in the department longer than `edLong` (12 hours) from arrival",
            "Their share is above the network's standard for it (10%)",
            "Those patients",
            Beds,
            "Network file: NHS Standard Contract 2022/23; urgent and emergency care plan 2025/26"),
        new(
            ConstraintKind.CallsWaiting,
            "999 calls wait and the Category 2 mean of today is above a standard of the network (18 minutes)",
            "It is above the highest of several standards (30 minutes)",
            "Calls without a resource, of the whole service",
            "Sites with crews past the maximum handover that they can release",
            "Network file: ambulance response standards; urgent and emergency care plan 2025/26"),
        new(
            ConstraintKind.DischargeDeficit,
            "At least one whole patient fewer has left than should have by now",
            "",
            "The discharge deficit",
            "Owners who can unblock patients of the site, most first. " + Outside,
            "Network file: dischargeTarget and demand"),
        new(
            ConstraintKind.VirtualWardFull,
            "A virtual ward has no place free and referrals wait for it",
            "",
            "Those referrals",
            "Other virtual wards with places free",
            "That nothing is left is a plain limit"),
        new(
            ConstraintKind.SlotsUsed,
            "Every intermediate-care slot of the day is used and patients wait on pathway 1",
            "",
            "Patients with no criteria to reside on pathway 1",
            Outside,
            "That nothing is left is a plain limit"),
        new(
            ConstraintKind.NotKnown,
            "An area of a site or of the system is not known because its feed is silent or was never heard",
            "",
            "Not known",
            "Nobody",
            "`staleAfterSeconds` of the feed in the network file"),
    ];
}

/// <summary>What makes a constraint of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Watch">The limit that is passed; empty when there is none below the alarm.</param>
/// <param name="Alarm">The worst limit; empty when there is none.</param>
/// <param name="Counted">Who is affected.</param>
/// <param name="Room">Who counts as having room.</param>
/// <param name="Basis">The source of the limits.</param>
public sealed record ConstraintDefinition(
    ConstraintKind Kind, string Watch, string Alarm, string Counted, string Room, string Basis);
