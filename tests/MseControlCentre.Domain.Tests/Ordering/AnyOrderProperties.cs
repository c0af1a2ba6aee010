using FsCheck;
using FsCheck.Fluent;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Ordering;

/// <summary>Order and repetition do not matter: any permutation and duplication of a set of events is the same board.</summary>
public sealed class AnyOrderProperties
{
    [Fact]
    public void Apply_AnyOrderAndRepetition_EndsInTheSameState()
    {
        var shuffled =
            from events in Gen.Choose(1, 30).SelectMany(count => Events().ListOf(count))
            let distinct = events.DistinctBy(e => e.MessageId).ToList()
            from order in Gen.Shuffle<FlowEvent>(distinct)
            from again in Gen.SubListOf<FlowEvent>(distinct)
            select (Told: distinct, Again: order.Concat(again).ToList());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(Arb.From(shuffled), sets => Hash(sets.Told) == Hash(sets.Again)));
    }

    [Fact]
    public void Save_ThenLoad_IsTheSameState()
    {
        var sets = Gen.Choose(1, 40).SelectMany(count => Events().ListOf(count))
            .Select(events => events.DistinctBy(e => e.MessageId).ToList());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(sets), events =>
            {
                var board = new Board().Tell(events);
                return Board.Restore(board.Centre.Save()).Centre.StateHash() == board.Centre.StateHash();
            }));
    }

    private static string Hash(IEnumerable<FlowEvent> events) => new Board().Tell(events).Centre.StateHash();

    /// <summary>Few encounters, few instants and every kind: collisions are what is wanted.</summary>
    private static Gen<FlowEvent> Events() =>
        from minute in Gen.Choose(0, 40)
        from detail in Gen.OneOf(Encounters(), Conveyances(), Calls(), Stays(), Merges(), Declared())
        from site in Gen.Elements("RAJ12", "RAJ01")
        from copy in Gen.Choose(1, 3)
        select new FlowEvent
        {
            Source = copy == 1 ? "basildon-pas" : "southend-pas",
            MessageId = $"{minute}/{detail}/{site}/{copy}",
            OccurredAt = Board.Time("10:00").AddMinutes(minute),
            Site = site,
            Detail = detail,
        };

    private static Gen<EventDetail> Encounters() =>
        from encounter in Gen.Elements("v_1", "v_2", "p_3")
        from place in Gen.Elements(new Place("AMU", "1"), new Place("MARY", "2"), new Place(null, null, "X"))
        from detail in Gen.Elements<EventDetail>(
            new EdAttendanceRegistered(encounter, Place: new Place("ED")),
            new EdInitialAssessmentCompleted(encounter, Acuity.Urgent),
            new EdDecisionToAdmit(encounter),
            new EdDeparted(encounter, EdOutcome.Admitted),
            new PatientAdmitted(encounter, place),
            new PatientTransferred(encounter, place),
            new EncounterClassChanged(encounter, PatientClass.Inpatient, place),
            new EncounterClassChanged(encounter, PatientClass.Outpatient),
            new EncounterUpdated(encounter, Place: place, Cleared: EncounterFields.Specialty),
            new PatientDischarged(encounter),
            new AdmissionCancelled(encounter),
            new TransferCancelled(encounter),
            new DischargeCancelled(encounter),
            new LeaveStarted(encounter),
            new LeaveEnded(encounter),
            new LeaveStartCancelled(encounter),
            new LeaveEndCancelled(encounter),
            new AdmissionPlanned(encounter),
            new AdmissionPlanCancelled(encounter),
            new DischargePlanned(encounter),
            new DischargePlanCancelled(encounter),
            new CriteriaToResideAssessed(encounter, false, DischargePathway.P1, "reason", "ESSEX"))
        select detail;

    private static Gen<EventDetail> Conveyances() =>
        from conveyance in Gen.Elements("c_1", "c_2")
        from detail in Gen.Elements<EventDetail>(
            new AmbulanceDispatchedToHospital(conveyance, AmbulanceCategory.C2),
            new AmbulanceArrived(conveyance),
            new PatientCohorted(conveyance, "Corridor"),
            new HandoverCompleted(conveyance),
            new AmbulanceCleared(conveyance),
            new ConveyanceDiverted(conveyance, "RAJ01"),
            new ConveyanceCancelled(conveyance))
        select detail;

    private static Gen<EventDetail> Calls() => Gen.Elements<EventDetail>(
        new EmergencyCallAnswered("i_1", AmbulanceCategory.C3),
        new EmergencyCallCategorised("i_1", AmbulanceCategory.C1),
        new AmbulanceAllocated("i_1"),
        new AmbulanceArrivedAtScene("i_1"),
        new EmergencyCallClosed("i_1"));

    private static Gen<EventDetail> Stays() => Gen.Elements<EventDetail>(
        new VirtualWardReferred("s_1", "VW-FRAILTY", VirtualWardRoute.StepUp),
        new VirtualWardAdmitted("s_1", "VW-FRAILTY"),
        new VirtualWardDischarged("s_1", "VW-FRAILTY"));

    private static Gen<EventDetail> Merges() =>
        from two in Gen.Elements(("v_1", "v_2"), ("v_2", "p_3"), ("p_3", "v_1"), ("v_2", "v_1"))
        select (EventDetail)new EncountersMerged(two.Item1, two.Item2);

    private static Gen<EventDetail> Declared() =>
        from beds in Gen.Choose(1, 20)
        from detail in Gen.Elements<EventDetail>(
            new WardCapacityDeclared("AMU", beds, 0),
            new BedStatusChanged("AMU", "1", BedStatus.Closed),
            new BedStatusChanged("AMU", "1", BedStatus.Open),
            new CohortOpened("Corridor", beds),
            new CohortClosed("Corridor"),
            new VirtualWardCapacityDeclared("VW-FRAILTY", beds))
        select detail;
}
