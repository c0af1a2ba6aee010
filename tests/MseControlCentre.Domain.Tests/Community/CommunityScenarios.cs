using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Community;

public sealed class CommunityScenarios
{
    [Fact]
    public void GivenNoDeclaration_WhenAUnitIsRead_ThenItsPlacesAreThoseOfTheNetworkFileAndItsPatientsUnknown()
    {
        var unit = Given().At("12:00").CommunityUnits[0].Figures;

        Assert.Equal((20, FigureQuality.Declared), Told(unit, CommunityMeasures.Capacity));
        Assert.Equal("network file", unit[CommunityMeasures.Capacity].Source);
        Assert.Equal((null, FigureQuality.Unknown), Told(unit, CommunityMeasures.Occupied));
        Assert.Equal((null, FigureQuality.Unknown), Told(unit, CommunityMeasures.Free));
    }

    [Fact]
    public void GivenDeclaredBeds_WhenUnitProviderAndSystemAreRead_ThenUndeclaredBedsAreNotTakenForFree()
    {
        var picture = Given()
            .Tell(Of("09:00", new CommunityCapacityDeclared("CU1", 18, 15)))
            .Tell(Of("09:00", new CommunityCapacityDeclared("CU3", 6, 8)))
            .At("12:00");

        // EPUT runs CU1 (18 declared, 15 in use) and CU2 (8 in the file, nothing declared): 26 places, 3 known free.
        // NELFT runs CU3, over its capacity: -2. The system: 18 + 8 + 6 = 32; 15 + 8 = 23; 3 - 2 = 1.
        Assert.Equal([18, 15, 3], Beds(picture.CommunityUnits[0].Figures));
        Assert.Equal([8, null, null], Beds(picture.CommunityUnits[1].Figures));
        Assert.Equal([26, 15, 3], Beds(Partner(picture, "EPUT")));
        Assert.Equal([6, 8, -2], Beds(Partner(picture, "NELFT")));
        Assert.Equal([null, null, null], Beds(Partner(picture, "ESSEX")));
        Assert.Equal([32, 23, 1], Beds(picture.Figures));
    }

    [Fact]
    public void GivenAUnitDeclaredByTwo_WhenItIsRead_ThenTheNewestCountsOnce()
    {
        var picture = Given()
            .Tell(Of("10:00", new CommunityCapacityDeclared("CU1", 18, 15)))
            .Tell(Of("09:00", new CommunityCapacityDeclared("CU1", 20, 20), "EPUT"))
            .At("12:00");

        Assert.Equal([18, 15, 3], Beds(picture.CommunityUnits[0].Figures));
        Assert.Equal(15, picture.Figures[CommunityMeasures.Occupied].Value);
    }

    [Fact]
    public void GivenADeclaration_WhenItExpires_ThenTheFigureIsStaleUntilTheNext()
    {
        var board = Given()
            .Tell(Of("09:00", new CommunityCapacityDeclared("CU1", 18, 15, Board.Time("11:00"), "bed bureau")));

        Assert.Equal((15, FigureQuality.Declared), Told(board.At("11:00").Figures, CommunityMeasures.Occupied));
        Assert.Equal((15, FigureQuality.Stale), Told(board.At("11:00:01").Figures, CommunityMeasures.Occupied));
        Assert.Equal("bed bureau", board.At("11:00").Figures[CommunityMeasures.Occupied].Source);

        board.Tell(Of("12:00", new CommunityCapacityDeclared("CU1", 18, 17)));

        Assert.Equal((17, FigureQuality.Declared), Told(board.At("12:30").Figures, CommunityMeasures.Occupied));
    }

    [Fact]
    public void GivenSlots_WhenTheyAreRead_ThenThoseNotUsedAreOfferedLessUsed()
    {
        var picture = Given()
            .Tell(Of("09:00", new IntermediateCareSlotsDeclared("CU1", 10, 8, 5)))
            .Tell(Of("09:00", new IntermediateCareSlotsDeclared("CU3", 4, 4, 4)))
            .At("12:00");

        Assert.Equal([10, 8, 5, 5], Slots(picture.CommunityUnits[0].Figures));
        Assert.Equal([14, 12, 9, 5], Slots(picture.Figures));
        Assert.Equal([4, 4, 4, 0], Slots(Partner(picture, "NELFT")));
    }

    [Theory]
    [InlineData("2026-11-21T23:59:59Z", "12:00", FigureQuality.Stale)] // yesterday's count since midnight
    [InlineData("00:00", "12:00", FigureQuality.Declared)]
    [InlineData("2026-10-24T22:59:59Z", "2026-10-25T12:00:00Z", FigureQuality.Stale)] // 23:59:59 BST
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25T12:00:00Z", FigureQuality.Declared)] // midnight BST
    public void GivenACountSinceMidnight_WhenMidnightHasPassed_ThenItIsStale(string declared, string at, FigureQuality quality)
    {
        var board = Given()
            .Tell(Of(declared, new UrgentCommunityResponseDeclared(8, 6), "EPUT"))
            .Tell(Of(declared, new IntermediateCareSlotsDeclared("CU1", 10, 8, 5)))
            .Tell(Of(declared, new Nhs111DemandDeclared(100, 80, 5, 11)))
            .Tell(Of(declared, new OutOfHoursDemandDeclared(10, 3, 50), "EPUT"));

        var figures = board.At(at).Figures;
        Assert.All(
            (Measure[])[CommunityMeasures.UrgentResponseShare, CommunityMeasures.SlotsUsed, CallMeasures.AnsweredShare,
                CallMeasures.OutOfHoursContacts],
            measure => Assert.Equal(quality, figures[measure].Quality));

        // Who waits is a count of then, not of the day.
        Assert.Equal(FigureQuality.Declared, figures[CallMeasures.OutOfHoursWaiting].Quality);
    }

    [Fact]
    public void GivenUrgentResponseOfTwoProviders_WhenTheShareIsRead_ThenItIsOfAllReferrals()
    {
        var picture = Given()
            .Tell(Of("09:00", new UrgentCommunityResponseDeclared(8, 6), "EPUT"))
            .Tell(Of("09:00", new UrgentCommunityResponseDeclared(2, 2), "NELFT"))
            .At("12:00");

        // 8 of 10, not the mean of 75% and 100%.
        Assert.Equal(10, picture.Figures[CommunityMeasures.UrgentResponseReferrals].Value);
        Assert.Equal(80, picture.Figures[CommunityMeasures.UrgentResponseShare].Value);
        Assert.Equal(75, Partner(picture, "EPUT")[CommunityMeasures.UrgentResponseShare].Value);
        Assert.Equal(100, Partner(picture, "NELFT")[CommunityMeasures.UrgentResponseShare].Value);
        Assert.Null(Partner(picture, "ESSEX")[CommunityMeasures.UrgentResponseShare].Value);
    }

    [Fact]
    public void GivenNoReferrals_WhenTheShareIsRead_ThenThereIsNothingToShare()
    {
        var picture = Given().Tell(Of("00:30", new UrgentCommunityResponseDeclared(0, 0), "EPUT")).At("12:00");

        Assert.Equal(0, picture.Figures[CommunityMeasures.UrgentResponseReferrals].Value);
        Assert.Null(picture.Figures[CommunityMeasures.UrgentResponseShare].Value);
    }

    [Fact]
    public void GivenNhs111_WhenItIsRead_ThenSharesAreOfCallsOffered()
    {
        var figures = Given().Tell(Of("09:00", new Nhs111DemandDeclared(1200, 936, 42, 130))).At("12:00").Figures;

        // 936 / 1200 = 78%; 42 / 1200 = 3.5%.
        Assert.Equal(1200, figures[CallMeasures.CallsOffered].Value);
        Assert.Equal(78, figures[CallMeasures.AnsweredShare].Value);
        Assert.Equal(3.5, figures[CallMeasures.AbandonedShare].Value);
        Assert.Equal(130, figures[CallMeasures.EdDispositions].Value);
    }

    [Fact]
    public void GivenOutOfHoursOfTwoProviders_WhenItIsRead_ThenCountsAddUpAndTheLongestWaitIsTheLongest()
    {
        var board = Given()
            .Tell(Of("09:00", new OutOfHoursDemandDeclared(30, 4, 95), "EPUT"))
            .Tell(Of("09:00", new OutOfHoursDemandDeclared(20, 6, 40), "NELFT"));
        var figures = board.At("12:00").Figures;

        Assert.Equal(50, figures[CallMeasures.OutOfHoursContacts].Value);
        Assert.Equal(10, figures[CallMeasures.OutOfHoursWaiting].Value);
        Assert.Equal(95, figures[CallMeasures.OutOfHoursLongestWait].Value);

        board.Tell(Of("13:00", new OutOfHoursDemandDeclared(30, 4), "EPUT"))
            .Tell(Of("13:00", new OutOfHoursDemandDeclared(20, 6), "NELFT"));
        Assert.Null(board.At("14:00").Figures[CallMeasures.OutOfHoursLongestWait].Value);
    }

    [Fact]
    public void GivenStaffGroups_WhenTheGapIsRead_ThenASurplusFillsNoOtherGap()
    {
        var board = Given()
            .Tell(Of("07:00", new StaffingDeclared("registered nurses", 40, 36), "RAJ12"))
            .Tell(Of("07:00", new StaffingDeclared("doctors", 10, 12), "RAJ12"))
            .Tell(Of("07:00", new StaffingDeclared("registered nurses", 20, 19), "EPUT"));

        // Basildon: 4 nurses short; two doctors more than needed fill no nurse's shift. The system: 4 + 1.
        var picture = board.At("12:00");
        Assert.Equal([50, 48, 4], Staff(picture.Sites[0].Figures));
        Assert.Equal([null, null, null], Staff(picture.Sites[1].Figures));
        Assert.Equal([20, 19, 1], Staff(Partner(picture, "EPUT")));
        Assert.Equal([70, 67, 5], Staff(picture.Figures));

        // A new declaration of a group replaces the one before it.
        board.Tell(Of("19:00", new StaffingDeclared("registered nurses", 30, 30), "RAJ12"));
        Assert.Equal([40, 42, 0], Staff(board.At("20:00").Sites[0].Figures));
    }

    [Fact]
    public void GivenDeclarations_WhenTheyComeInAnyOrderAndTwice_ThenTheNewestHolds()
    {
        FlowEvent[] events =
        [
            Of("08:00", new CommunityCapacityDeclared("CU1", 18, 10)),
            Of("10:00", new CommunityCapacityDeclared("CU1", 18, 15)),
            Of("09:00", new CommunityCapacityDeclared("CU1", 20, 20), "EPUT"),
            Of("09:30", new UrgentCommunityResponseDeclared(8, 6), "EPUT"),
        ];

        foreach (var order in Permutations.Of(events))
        {
            var picture = Given().Tell([.. order, .. order]).At("12:00");

            Assert.Equal([18, 15, 3], Beds(picture.CommunityUnits[0].Figures));
            Assert.Equal(75, picture.Figures[CommunityMeasures.UrgentResponseShare].Value);
        }
    }

    [Fact]
    public void GivenAFigure_WhenItIsOpened_ThenItsDeclarationsAreBehindIt()
    {
        var board = Given().Tell(Of("09:00", new CommunityCapacityDeclared("CU1", 18, 15)));

        var capacity = board.Centre.EvidenceAt("EPUT:community.capacity", Board.Time("12:00"), 10)!;
        var free = board.Centre.EvidenceAt("CU1:community.free", Board.Time("12:00"), 10)!;

        Assert.Equal(
            [(EvidenceKind.Declaration, "community/CU1", 18.0), (EvidenceKind.NetworkFile, "CU2", 8.0)],
            capacity.Evidence.Select(one => (one.Kind, one.Subject, one.Value!.Value)));
        Assert.Equal([3.0], free.Evidence.Select(one => one.Value!.Value));
    }

    private static double?[] Beds(FigureSet figures) =>
        Values(figures, CommunityMeasures.Capacity, CommunityMeasures.Occupied, CommunityMeasures.Free);

    private static double?[] Slots(FigureSet figures) => Values(
        figures, CommunityMeasures.SlotsOffered, CommunityMeasures.SlotsBooked, CommunityMeasures.SlotsUsed,
        CommunityMeasures.SlotsUnused);

    private static double?[] Staff(FigureSet figures) =>
        Values(figures, StaffingMeasures.Required, StaffingMeasures.Filled, StaffingMeasures.Gap);

    private static double?[] Values(FigureSet figures, params Measure[] measures) =>
        [.. measures.Select(measure => figures[measure].Value)];

    private static (double?, FigureQuality) Told(FigureSet figures, Measure measure) =>
        (figures[measure].Value, figures[measure].Quality);

    private static FigureSet Partner(Picture picture, string code) =>
        picture.Partners.Single(partner => partner.Code == code).Figures;

    private static FlowEvent Of(string time, Declaration detail, string site = "TST") =>
        Board.Event(time, detail, site, "community");

    /// <summary>The test network with a second unit of EPUT and one of a second provider.</summary>
    private static Board Given()
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        file["version"] = "2";
        foreach (var (code, provider, capacity) in ((string, string, int)[])[("CU2", "EPUT", 8), ("CU3", "NELFT", 6)])
        {
            file["communityUnits"]!.AsArray().Add(new JsonObject
            {
                ["code"] = code, ["name"] = code, ["provider"] = provider, ["pathway"] = 1, ["capacity"] = capacity,
            });
        }

        file["partners"]!.AsArray().Add(JsonNode.Parse(
            """{ "code": "NELFT", "name": "NELFT", "type": "CommunityProvider" }"""));
        return new Board().Tell(TestNetwork.Adoption() with
        {
            MessageId = "network-2",
            Detail = new NetworkAdopted("2", JsonElement.Parse(file.ToJsonString())),
        });
    }
}
