using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Beds.BedMeasures;

namespace MseControlCentre.Domain.Tests.Beds;

/// <summary>What is expected by midnight. Basildon's usual day brings 2 emergency admissions an hour, Southend's 1.</summary>
public sealed class OutlookScenarios
{
    [Fact]
    public void GivenAdmissionsToday_WhenEmergenciesAreCounted_ThenMethodOrDepartmentTells()
    {
        // Emergencies: method 21, method 2A, and through the department without a method: 3. Planned (11) and cancelled: not.
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "21");
        Admit(board, "v_2", "08:00", "2A");
        Admit(board, "v_3", "08:00", "11");
        board.Tell("07:00", new EdAttendanceRegistered("v_4"));
        board.Tell("08:00", new EncounterClassChanged("v_4", PatientClass.Inpatient, new Place("MARY", "4")));
        Admit(board, "v_5", "08:00", "21");
        board.Tell("08:30", new AdmissionCancelled("v_5"));
        Admit(board, "v_6", "2026-11-21T23:59:59Z", "21");

        Assert.Equal(3, board.Figure(EmergencyAdmissionsToday));
        Assert.Equal(4, board.Figure(AdmissionsToday));
    }

    [Fact]
    public void GivenTheEvening_WhenAdmissionsAreExpected_ThenTheHoursLeftAndThePlansDueTodayCount()
    {
        // At 18:00 six hours are left: 12. Planned for today 10:00 (overdue) and 19:00: 2. Not: tomorrow 00:00, yesterday,
        // without a time, to intensive care, cancelled, come. 12 + 2 = 14.
        var board = WiderNetwork.Board();
        Plan(board, "v_1", "10:00");
        Plan(board, "v_2", "19:00");
        Plan(board, "v_3", "2026-11-23T00:00:00Z");
        Plan(board, "v_4", "2026-11-21T23:59:59Z");
        board.Tell("07:00", new AdmissionPlanned("v_5"));
        Plan(board, "v_6", "19:00", "ITU");
        Plan(board, "v_7", "19:00");
        board.Tell("08:00", new AdmissionPlanCancelled("v_7"));
        Plan(board, "v_8", "11:00");
        Admit(board, "v_8", "11:00", "11");

        var expected = board.At("18:00").Sites[0].Figures[ExpectedAdmissions];

        Assert.Equal(14, expected.Value);
        Assert.Equal((FigureQuality.Declared, "usual day of the network file"), (expected.Quality, expected.Source));
        Assert.Equal(3, board.Centre.EvidenceAt("RAJ12:beds.expected-admissions", Board.Time("18:00"), 10)!.Total);
    }

    [Fact]
    public void GivenMorePatientsWaitingForABed_WhenAdmissionsAreExpected_ThenTheyAreExpectedAtLeast()
    {
        // At 23:00 one hour is left: 2. Five wait for a bed: 5, and the plan for 23:30: 6. Southend expects 1: in all 7.
        var board = WiderNetwork.Board();
        for (var patient = 1; patient <= 5; patient++)
        {
            board.Tell("20:00", new EdAttendanceRegistered($"v_{patient}"));
            board.Tell("21:00", new EdDecisionToAdmit($"v_{patient}"));
        }

        Plan(board, "v_6", "23:30");
        board.Tell(Board.Event("22:00", new EdAttendanceRegistered("v_7"), "RAJ01", "southend-pas"));

        Assert.Equal(6, board.Figure(ExpectedAdmissions, "23:00"));
        Assert.Equal(1, board.Figure(ExpectedAdmissions, "23:00", "RAJ01"));
        Assert.Equal(7, board.At("23:00").Figures[ExpectedAdmissions].Value);
    }

    [Fact]
    public void GivenWhatLeavesAndWhatComes_WhenMidnightIsPredicted_ThenItIsTheirBalance()
    {
        // At 18:00: open 48 (42 adult, 6 children), occupied 4, free 44. Definite 1, potential 2. Expected 12.
        // 44 + 1 + 2 - 12 = 35.
        var board = WiderNetwork.Board();
        for (var patient = 1; patient <= 4; patient++)
        {
            Admit(board, $"v_{patient}", "08:00", "21");
        }

        Discharge(board, "v_1", DischargeCertainty.Definite, "20:00");
        Discharge(board, "v_2", DischargeCertainty.Potential, "20:00");
        Discharge(board, "v_3", DischargeCertainty.Potential, "21:00");
        Discharge(board, "v_4", DischargeCertainty.Definite, "2026-11-23T08:00:00Z");

        Assert.Equal(35, board.Figure(PredictedMidnight, "18:00"));
        Assert.Equal(
            ["RAJ12:beds.available", "RAJ12:discharge.definite", "RAJ12:discharge.potential", "RAJ12:beds.expected-admissions"],
            board.Centre.EvidenceAt("RAJ12:beds.predicted-midnight", Board.Time("18:00"), 10)!
                .Evidence.Select(part => part.Subject));
    }

    [Fact]
    public void GivenAShortage_WhenMidnightIsPredicted_ThenItIsBelowZero()
    {
        // Every ward closed, nobody in: 0 free, nothing leaves, 12 expected: -12.
        var board = WiderNetwork.Board();
        foreach (var ward in new[] { "AMU", "MARY", "SURG", "CHILD" })
        {
            board.Tell("08:00", new WardCapacityDeclared(ward, 0, 0));
        }

        Discharge(board, "v_1", DischargeCertainty.Definite, "20:00");

        Assert.Equal(-12, board.Figure(PredictedMidnight, "18:00"));
    }

    [Fact]
    public void GivenADischargeFeedThatWasNeverHeard_WhenMidnightIsPredicted_ThenItIsUnknown()
    {
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "21");

        Assert.Null(board.Figure(PredictedMidnight, "18:00"));
        Assert.Null(board.Figure(NoCriteriaShare, "18:00"));
        Assert.Equal(12, board.Figure(ExpectedAdmissions, "18:00"));
    }

    [Fact]
    public void GivenPatientsWithNoCriteriaToReside_WhenTheirShareIsRead_ThenItIsOfOccupiedGeneralAndAcuteBeds()
    {
        // In beds: v_1 not met, v_2 met, v_3 never assessed. On leave: v_4 not met. In intensive care: v_5 not met.
        // 1 of 3 = 33.3 %.
        var board = WiderNetwork.Board();
        foreach (var encounter in new[] { "v_1", "v_2", "v_3", "v_4" })
        {
            Admit(board, encounter, "08:00", "21");
        }

        board.Tell("08:00", new PatientAdmitted("v_5", new Place("ITU", "1")));
        board.Tell("09:00", new LeaveStarted("v_4"));
        Assess(board, "v_1", met: false);
        Assess(board, "v_2", met: true);
        Assess(board, "v_4", met: false);
        Assess(board, "v_5", met: false);

        Assert.Equal(33.3, board.Figure(NoCriteriaShare));
    }

    [Fact]
    public void GivenAWard_WhenItsRowOfTheGridIsRead_ThenItTellsWhoLeavesAndWhoIsHeldUp()
    {
        // Mary ward: one definite, one potential, one with no criteria to reside. Surgical ward: none of these.
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "21");
        Admit(board, "v_2", "08:00", "21");
        board.Tell("08:00", new PatientAdmitted("v_3", new Place("SURG", "1")));
        Discharge(board, "v_1", DischargeCertainty.Definite, "20:00");
        Discharge(board, "v_2", DischargeCertainty.Potential, "20:00");
        Assess(board, "v_2", met: false);

        Measure[] row =
        [
            DischargeMeasures.DefiniteDischarges, DischargeMeasures.PotentialDischarges,
            DischargeMeasures.NoCriteriaToReside, LongStay7, Outliers, ClosedForInfection,
        ];

        Assert.Equal([1, 1, 1, 0, 0, 0], row.Select(measure => Ward(board, "MARY")[measure].Value));
        Assert.Equal([0, 0, 0, 0, 0, 0], row.Select(measure => Ward(board, "SURG")[measure].Value));
    }

    private static void Admit(Board board, string encounter, string at, string method) =>
        board.Tell(at, new PatientAdmitted(encounter, new Place("MARY", encounter), AdmissionMethod: method));

    private static void Plan(Board board, string encounter, string expected, string? ward = null) => board.Tell(
        "07:00", new AdmissionPlanned(encounter, Board.Time(expected), ward is null ? null : new Place(ward)));

    private static void Discharge(Board board, string encounter, DischargeCertainty certainty, string expected) =>
        board.Tell(Board.Event(
            "09:00", new DischargePlanned(encounter, Board.Time(expected), certainty), source: "care-transfer-hub"));

    private static void Assess(Board board, string encounter, bool met) => board.Tell(Board.Event(
        "09:00", new CriteriaToResideAssessed(encounter, met), source: "care-transfer-hub"));

    private static FigureSet Ward(Board board, string code) =>
        board.At("18:00").Sites[0].Wards.Single(ward => ward.Code == code).Figures;
}
