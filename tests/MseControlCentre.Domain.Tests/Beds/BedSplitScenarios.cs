using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Beds.BedMeasures;

namespace MseControlCentre.Domain.Tests.Beds;

public sealed class BedSplitScenarios
{
    [Fact]
    public void GivenAdultsAndChildren_WhenBedsAreSplit_ThenTheTwoMakeTheWhole()
    {
        // Core: adults 10 + 20 + 12 = 42, children 6. Declared: 3 escalation beds on Mary ward and 1 for children.
        // Open 45 + 7 = 52; escalation 4 of 52 = 7.69, 7.7 %.
        var board = WiderNetwork.Board();
        board.Tell("08:00", new WardCapacityDeclared("MARY", CoreOpen: 20, EscalationOpen: 3));
        board.Tell("08:00", new WardCapacityDeclared("CHILD", CoreOpen: 6, EscalationOpen: 1));

        Assert.Equal([45, 42, 3], Of(board, AdultBedsOpen, AdultCoreBedsOpen, AdultEscalationBedsOpen));
        Assert.Equal([7, 6, 1], Of(board, PaediatricBedsOpen, PaediatricCoreBedsOpen, PaediatricEscalationBedsOpen));
        Assert.Equal([52, 48, 4], Of(board, BedsOpen, CoreBedsOpen, EscalationBedsOpen));
        Assert.Equal(7.7, board.Figure(EscalationShare));
    }

    [Fact]
    public void GivenPatients_WhenOccupancyIsSplit_ThenLeaveIsReservedAndNotOccupied()
    {
        // Adults: 3 in beds and 1 on leave, of 42 open: 3 / 42 = 7.14, 7.1 %. Children: 1.
        var board = WiderNetwork.Board();
        board.Tell("08:00", new PatientAdmitted("v_1", new Place("MARY", "1")));
        board.Tell("08:00", new PatientAdmitted("v_2", new Place("SURG", "1")));
        board.Tell("08:00", new PatientAdmitted("v_3", new Place("AMU", "1")));
        board.Tell("08:00", new PatientAdmitted("v_4", new Place("MARY", "2")));
        board.Tell("08:00", new PatientAdmitted("v_5", new Place("CHILD", "1")));
        board.Tell("09:00", new LeaveStarted("v_4"));

        Assert.Equal([3, 1, 4], Of(board, AdultBedsOccupied, PaediatricBedsOccupied, BedsOccupied));
        Assert.Equal(7.1, board.Figure(AdultOccupancy));
        Assert.Equal(1, board.Figure(BedsReserved));

        board.Tell("10:00", new LeaveEnded("v_4"));

        Assert.Equal([4, 1, 5], Of(board, AdultBedsOccupied, PaediatricBedsOccupied, BedsOccupied));
    }

    [Fact]
    public void GivenBedsClosedForInfection_WhenTheyAreCounted_ThenTheReasonDeclaredAndSingleBedsBothTell()
    {
        // Mary ward: 2 declared for infection and 1 reported; surgery: 3 declared for repairs; children: 1 for cleaning.
        var board = WiderNetwork.Board();
        board.Tell("08:00", new WardCapacityDeclared("MARY", 18, 0, Closed: 2, ClosedReason: "Infection: norovirus"));
        board.Tell("09:00", new BedStatusChanged("MARY", "7", BedStatus.ClosedForInfection));
        board.Tell("08:00", new WardCapacityDeclared("SURG", 9, 0, Closed: 3, ClosedReason: "repairs"));
        board.Tell("09:00", new BedStatusChanged("CHILD", "1", BedStatus.Cleaning));

        Assert.Equal(3, board.Figure(ClosedForInfection));
        Assert.Equal(7, board.Figure(BedsClosed));
        Assert.Equal(17, Ward(board, "MARY").Figures[BedsOpen].Value);
        Assert.Equal(3, Ward(board, "MARY").Figures[ClosedForInfection].Value);
        Assert.Equal("Infection: norovirus", Ward(board, "MARY").ClosedReason);
        Assert.Equal(0, Ward(board, "SURG").Figures[ClosedForInfection].Value);
        Assert.Equal("repairs", Ward(board, "SURG").ClosedReason);
        Assert.Null(Ward(board, "CHILD").ClosedReason);
    }

    [Fact]
    public void GivenMoreBedsReportedClosedThanCoreBeds_WhenTheyAreSplit_ThenNoPartFallsBelowZero()
    {
        // Two core and one escalation bed declared; then two single beds close and a third: 1, then 0 open.
        var board = WiderNetwork.Board();
        board.Tell("08:00", new WardCapacityDeclared("CHILD", CoreOpen: 2, EscalationOpen: 1));
        board.Tell("09:00", new BedStatusChanged("CHILD", "1", BedStatus.Closed));
        board.Tell("09:00", new BedStatusChanged("CHILD", "2", BedStatus.Closed));

        Assert.Equal([1, 0, 1], Of(board, PaediatricBedsOpen, PaediatricCoreBedsOpen, PaediatricEscalationBedsOpen));

        board.Tell("09:00", new BedStatusChanged("CHILD", "3", BedStatus.Closed));

        Assert.Equal([0, 0, 0], Of(board, PaediatricBedsOpen, PaediatricCoreBedsOpen, PaediatricEscalationBedsOpen));
    }

    private static List<double?> Of(Board board, params IEnumerable<Measure> measures) =>
        [.. measures.Select(measure => board.Figure(measure))];

    private static WardPicture Ward(Board board, string code) =>
        board.At("23:00").Sites[0].Wards.Single(ward => ward.Code == code);
}
