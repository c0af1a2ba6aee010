using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Declarations;

/// <summary>Declarations and their corrections, in any order.</summary>
public sealed class CorrectionScenarios
{
    private static readonly WardCapacityDeclared s_twenty = Ward(20);

    // Mary ward: 20 declared, corrected to 18, then to 17. Acute medical unit: 10 core beds by the network file.
    // 17 + 10 = 27 beds open.
    [Fact]
    public void Corrections_InAnyOrderWithTheirDeclaration_LeaveTheNewestInForce()
    {
        FlowEvent[] events =
        [
            Declared("08:00", s_twenty),
            Correction("09:00", s_twenty, Ward(18)),
            Correction("10:00", Ward(18), Ward(17)),
        ];

        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in Permutations.Of(events))
        {
            var board = new Board().Tell(order);
            Assert.Equal(27, board.Figure(BedMeasures.BedsOpen));
            hashes.Add(board.Centre.StateHash());
            var inForce = Assert.Single(board.Centre.DeclaredFigures());
            Assert.Equal(Ward(17), inForce.Event.Detail);
            Assert.Equal(["why 09:00", "why 10:00"], inForce.Corrections.Select(c => ((CorrectionMade)c.Detail).Reason));
        }

        Assert.Single(hashes);
    }

    [Fact]
    public void Correction_OfADeclarationThatWasReplaced_ChangesNothing()
    {
        FlowEvent[] events =
        [
            Declared("08:00", s_twenty),
            Correction("11:00", s_twenty, Ward(18)),
            Declared("10:00", Ward(15)),
        ];

        foreach (var order in Permutations.Of(events))
        {
            // 15 + 10 of the acute medical unit.
            Assert.Equal(25, new Board().Tell(order).Figure(BedMeasures.BedsOpen));
        }
    }

    [Fact]
    public void Correction_ToldTwice_CountsOnce()
    {
        var correction = Correction("09:00", s_twenty, Ward(18));

        var board = new Board().Tell(Declared("08:00", s_twenty), correction, correction);

        Assert.Single(Assert.Single(board.Centre.DeclaredFigures()).Corrections);
    }

    [Fact]
    public void Correction_AboutAnotherSubject_ChangesNothing()
    {
        var other = new WardCapacityDeclared("AMU", 3, 0);

        var board = new Board().Tell(Declared("08:00", s_twenty), Correction("09:00", s_twenty, other));

        Assert.Equal(30, board.Figure(BedMeasures.BedsOpen));
    }

    [Fact]
    public void Snapshot_OfACorrectedDeclaration_RestoresItWithItsHistory()
    {
        var board = new Board().Tell(
            Correction("09:00", s_twenty, Ward(18)),
            Declared("08:00", s_twenty),
            Correction("10:00", Ward(18), Ward(17)));

        var restored = Board.Restore(board.Centre.Save());

        Assert.Equal(board.Centre.StateHash(), restored.Centre.StateHash());
        var (was, again) = (
            Assert.Single(board.Centre.DeclaredFigures()), Assert.Single(restored.Centre.DeclaredFigures()));
        Assert.Equal(was.Event, again.Event);
        Assert.Equal(was.Corrections, again.Corrections);
    }

    // 72 hours after it was made, a correction whose declaration is no longer in force leaves; one that counts stays.
    [Fact]
    public void Corrections_ThatCountNoLonger_LeaveAfterTheHorizon()
    {
        var board = new Board().Tell(
            Declared("08:00", s_twenty),
            Correction("09:00", s_twenty, Ward(18)),
            Declared("10:00", Ward(16)),
            Correction("11:00", Ward(16), Ward(15), "10:00"));
        var replaced = board.Centre.Save().Length;

        board.RecordedAt = Board.Time("2026-11-25T13:00:00Z");
        board.Tell(Event("12:59", "RAJ01"));

        Assert.True(board.Centre.Save().Length < replaced);
        var inForce = board.Centre.DeclaredFigures().Single(one => one.Event.Site == "RAJ12");
        Assert.Equal(Ward(15), inForce.Event.Detail);
        Assert.Single(inForce.Corrections);
    }

    [Fact]
    public void Corrections_OfOneDeclaration_AreBoundedAndTheNewestCounts()
    {
        var board = new Board().Tell(Declared("08:00", s_twenty));
        for (var minute = 0; minute < CorrectionBook.MostOfOneDeclaration + 5; minute++)
        {
            board.Tell(Correction(string.Create(CultureInfo.InvariantCulture, $"09:{minute:00}"), s_twenty, Ward(minute)));
        }

        var inForce = Assert.Single(board.Centre.DeclaredFigures());

        Assert.Equal(CorrectionBook.MostOfOneDeclaration, inForce.Corrections.Count);
        Assert.Equal(Ward(CorrectionBook.MostOfOneDeclaration + 4), inForce.Event.Detail);
    }

    [Fact]
    public void Declarations_OfMoreSubjectsThanAreKept_LeaveOldestFirst()
    {
        var board = new Board();
        for (var area = 0; area <= DeclarationBoard.MostInForce; area++)
        {
            board.Tell(new FlowEvent
            {
                Source = "care-transfer-hub",
                MessageId = string.Create(CultureInfo.InvariantCulture, $"c{area}"),
                OccurredAt = Board.Time("08:00").AddSeconds(area == 5 ? -1 : area),
                Site = "RAJ12",
                Detail = new CohortOpened(string.Create(CultureInfo.InvariantCulture, $"area {area}"), 1),
            });
        }

        var inForce = board.Centre.DeclaredFigures();

        Assert.Equal(DeclarationBoard.MostInForce, inForce.Count);
        Assert.DoesNotContain(inForce, one => one.Declaration.Subject == "cohort/area 5");
    }

    // A unit's code means one unit in the whole system: its provider's form replaces what a feed said for the system.
    [Fact]
    public void Unit_DeclaredByItsProviderAndForTheSystem_IsInForceOnce()
    {
        var board = new Board().Tell(
            Board.Event("08:00", new CommunityCapacityDeclared("CU1", 20, 19), "TST", "care-transfer-hub"),
            Board.Event("09:00", new CommunityCapacityDeclared("CU1", 18, 18), "EPUT", "care-transfer-hub"));

        Assert.Equal(
            new CommunityCapacityDeclared("CU1", 18, 18), Assert.Single(board.Centre.DeclaredFigures()).Event.Detail);
    }

    private static WardCapacityDeclared Ward(int open) => new("MARY", open, 0, DeclaredBy: "site manager");

    private static FlowEvent Declared(string time, WardCapacityDeclared ward) => new()
    {
        Source = "care-transfer-hub",
        MessageId = "d" + time,
        OccurredAt = Board.Time(time),
        Site = "RAJ12",
        Detail = ward,
    };

    private static FlowEvent Event(string time, string site) => new()
    {
        Source = "care-transfer-hub",
        MessageId = "e" + time,
        OccurredAt = Board.Time(time),
        Site = site,
        Detail = new CohortOpened("tent", 4),
    };

    private static FlowEvent Correction(
        string time, EventDetail before, EventDetail after, string declared = "08:00") => new()
    {
        Source = "control-centre",
        MessageId = "correction " + time,
        OccurredAt = Board.Time(time),
        Site = "RAJ12",
        Detail = new CorrectionMade(
            "care-transfer-hub",
            "d" + declared,
            nameof(WardCapacityDeclared),
            JsonElement.Parse(EventCatalogue.Encode(before)),
            JsonElement.Parse(EventCatalogue.Encode(after)),
            "why " + time,
            "duty manager"),
    };
}
