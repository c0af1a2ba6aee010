using MseControlCentre.Domain;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Simulation.Tests.Stories.AdtStory;

namespace MseControlCentre.Simulation.Tests.Stories;

/// <summary>
/// Stories of four to six HL7 messages. In every order in which they can be delivered, each with one message repeated,
/// they end in the same state, and in the board that the story means.
/// </summary>
public sealed class AnyOrderOfAdtStoriesTests
{
    /// <summary>Name of the story, its messages, and what the board shows at the end: figure or ward to value.</summary>
    public static TheoryData<string, string[], (string Figure, double Value)[]> Stories => new()
    {
        {
            "a move in error is taken back, then the patient goes home",
            [
                Adt("A01", "08:00", "V1", "AMU^01"),
                Adt("A02", "09:00", "V1", "MARY^07"),
                Adt("A12", "09:05", "V1", "AMU^01"),
                Adt("A03", "15:00", "V1"),
            ],
            [("beds.inpatients", 0), ("discharge.today", 1), ("beds.admissions-today", 1)]
        },
        {
            "an admission in error goes back to the department, then is made again",
            [
                Adt("A04", "07:00", "V1", "ED^1", "E"),
                Adt("A01", "10:00", "V1", "AMU^01"),
                Adt("A02", "10:30", "V1", "MARY^07"),
                Adt("A11", "10:40", "V1"),
                Adt("A01", "12:00", "V1", "AMU^02"),
            ],
            [("AMU", 1), ("MARY", 0), ("beds.admissions-today", 1), ("ed.in-department", 0), ("ed.performance-today", 0)]
        },
        {
            "a discharge in error is cancelled and the patient moves before going home",
            [
                Adt("A01", "08:00", "V1", "AMU^01"),
                Adt("A03", "11:00", "V1"),
                Adt("A13", "11:10", "V1"),
                Adt("A02", "13:00", "V1", "MARY^07"),
                Adt("A03", "16:00", "V1"),
            ],
            [("beds.inpatients", 0), ("discharge.today", 1)]
        },
        {
            "an unknown patient turns out to be known",
            [
                AdtByPatient("A01", "08:00", "TEMP1", "AMU^01"),
                AdtByPatient("A02", "09:00", "KNOWN1", "MARY^07"),
                Merge("10:00", "TEMP1", "KNOWN1"),
                AdtByPatient("A02", "11:00", "TEMP1", "AMU^03"),
            ],
            [("AMU", 1), ("MARY", 0), ("beds.inpatients", 1)]
        },
        {
            "two patients swap beds and one leaves",
            [
                Adt("A01", "08:00", "V1", "AMU^01"),
                Adt("A01", "08:30", "V2", "MARY^07"),
                Swap("11:00", "V1", "MARY^07", "V2", "AMU^01"),
                Adt("A03", "15:00", "V2"),
            ],
            [("MARY", 1), ("AMU", 0), ("discharge.today", 1)]
        },
        {
            "a patient on leave whose return was entered in error",
            [
                Adt("A01", "08:00", "V1", "MARY^07"),
                Adt("A21", "10:00", "V1"),
                Adt("A22", "12:00", "V1"),
                Adt("A53", "12:05", "V1"),
            ],
            [("beds.occupied", 0), ("beds.reserved", 1), ("beds.inpatients", 1)]
        },
        {
            "leave that was entered in error, then a move",
            [
                Adt("A01", "08:00", "V1", "MARY^07"),
                Adt("A21", "10:00", "V1"),
                Adt("A52", "10:05", "V1"),
                Adt("A02", "11:00", "V1", "AMU^01"),
                Adt("A21", "12:00", "V1"),
                Adt("A22", "14:00", "V1"),
            ],
            [("AMU", 1), ("beds.reserved", 0)]
        },
        {
            "an expected admission is cancelled, expected again, and comes",
            [
                Adt("A14", "07:00", "V1", "MARY^07"),
                Adt("A27", "08:00", "V1"),
                Adt("A14", "09:00", "V1", "AMU^01"),
                Adt("A01", "12:00", "V1", "AMU^01"),
            ],
            [("AMU", 1), ("beds.admissions-today", 1)]
        },
        {
            "a planned discharge is cancelled, planned again, and happens",
            [
                Adt("A01", "08:00", "V1", "MARY^07"),
                Adt("A16", "09:00", "V1"),
                Adt("A25", "10:00", "V1"),
                Adt("A16", "11:00", "V1"),
                Adt("A03", "14:00", "V1"),
            ],
            [("discharge.today", 1), ("beds.inpatients", 0), ("beds.occupied", 0)]
        },
        {
            "a visit upgraded in the department, corrected, then downgraded",
            [
                Adt("A04", "07:00", "V1", "ED^1", "E"),
                Adt("A06", "10:00", "V1", "AMU^01"),
                Adt("A08", "10:30", "V1", "AMU^02"),
                Adt("A07", "15:00", "V1", "AMU^02", "O"),
            ],
            [("beds.inpatients", 0), ("discharge.today", 0), ("ed.attendances-today", 1), ("beds.admissions-today", 1)]
        },
        {
            "a pre-admission that is cancelled beside one that comes",
            [
                Adt("A05", "07:00", "V1", null, "P"),
                Adt("A38", "08:00", "V1", null, "P"),
                Adt("A05", "07:30", "V2", null, "P"),
                Adt("A01", "09:00", "V2", "ITU^1"),
            ],
            [("ITU", 1), ("beds.inpatients", 1), ("beds.critical-care-occupied", 1)]
        },
        {
            "a bed closes and opens round an admission",
            [
                Bed("07:00", "MARY^07", "C"),
                Bed("09:00", "MARY^07", "U"),
                Bed("09:30", "AMU^01", "C"),
                Adt("A01", "10:00", "V1", "MARY^07"),
                Adt("A02", "11:00", "V1", "MARY^08"),
            ],
            [("MARY", 1), ("beds.open", 29), ("beds.closed", 1)]
        },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Story_InEveryOrder_EndsInTheSameBoard(
        string story, string[] messages, (string Figure, double Value)[] expected)
    {
        await using var doors = new FeedDoors(TestNetwork.Utf8, Board.Time("23:00"));
        foreach (var message in messages)
        {
            var answer = await doors.SendHl7Async(message);
            Assert.True(MllpSender.CodeOf(answer) == "AA", $"{story}: {answer}");
        }

        var events = (await doors.EntriesAsync()).ConvertAll(entry => entry.Event);
        Assert.InRange(events.Count, 4, 6);
        var hashes = Permutations.Of(events).Select(order => Told([.. order, order[0]]).StateHash()).Distinct();
        Assert.Single(hashes);
        var site = Told(events).PictureAt(Board.Time("23:00")).Sites[0];
        Assert.Equal(expected, expected.Select(figure => (figure.Figure, Shown(site, figure.Figure))));
    }

    private static ControlCentre Told(IEnumerable<FlowEvent> events) =>
        new Board { RecordedAt = Board.Time("23:00") }.Tell(events).Centre;

    private static double Shown(SitePicture site, string figure) =>
        (site.Figures.Find(figure)
            ?? site.Wards.Single(ward => ward.Code == figure).Figures[BedMeasures.BedsOccupied]).Value
        ?? throw new InvalidOperationException($"{figure} is unknown.");
}
