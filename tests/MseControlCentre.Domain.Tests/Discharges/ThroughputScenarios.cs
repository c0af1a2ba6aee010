using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

public sealed class ThroughputScenarios
{
    private const string Heard = "2026-11-20T08:00:00Z";

    [Fact]
    public void GivenAMorning_WhenTheTargetIsRead_ThenItIsTheShareOfTheHourOfWhatAdmissionsNeed()
    {
        var board = Morning();

        // 4 admitted so far, one an hour expected for the 13.5 hours left: 17.5. Target by 10:30: 20% by 10:00 and half
        // of the hour's 10%: 25% of 17.5 = 4.375. 3 have left: 1.375 behind. By 11:30 35% = 6.125: 3.125 more, so 4.
        Assert.Equal(17.5, board.Figure(ThroughputMeasures.NeededToday, "10:30"));
        Assert.Equal(4.4, board.Figure(ThroughputMeasures.TargetByNow, "10:30"));
        Assert.Equal(1.4, board.Figure(ThroughputMeasures.Deficit, "10:30"));
        Assert.Equal(4, board.Figure(ThroughputMeasures.NeededNextHour, "10:30"));
    }

    [Fact]
    public void GivenTwoSites_WhenTheSystemIsRead_ThenItIsTheirSum()
    {
        var board = Morning();

        // Southend: nobody came or left, two an hour expected: 27; 25% = 6.75, 35% = 9.45 so 10 whole patients.
        // With Basildon: 17.5 + 27 = 44.5; 4.375 + 6.75 = 11.125; less 3 discharges 8.125; 4 + 10 = 14.
        var system = board.At("10:30").Figures;
        Assert.Equal(44.5, system[ThroughputMeasures.NeededToday].Value);
        Assert.Equal(11.1, system[ThroughputMeasures.TargetByNow].Value);
        Assert.Equal(8.1, system[ThroughputMeasures.Deficit].Value);
        Assert.Equal(14, system[ThroughputMeasures.NeededNextHour].Value);
    }

    [Fact]
    public void GivenMoreDischargesThanTheTarget_WhenItIsRead_ThenTheSiteIsAheadAndTheNextHourNeedsNone()
    {
        var board = Morning();

        // 09:00: 3 of the 4 had come, 15 expected: 18; 10% = 1.8, of which 2 had left: 0.2 ahead.
        // By 10:00 20% = 3.6: 1.6 more, so 2.
        Assert.Equal(-0.2, Board09().Figure(ThroughputMeasures.Deficit, "09:00"));
        Assert.Equal(2, Board09().Figure(ThroughputMeasures.NeededNextHour, "09:00"));

        // 07:00: nothing is due before 08:00.
        Assert.Equal(0, board.Figure(ThroughputMeasures.NeededNextHour, "07:00"));

        static Board Board09() => DischargeNetwork.HeardFrom(Heard)
            .Admit("2026-11-20T09:00:00Z", "v_a").Admit("2026-11-20T09:00:00Z", "v_b")
            .Admit("00:00", "v_1").Admit("06:00", "v_2").Admit("08:59", "v_3")
            .Live("08:10", new PatientDischarged("v_a")).Live("09:00", new PatientDischarged("v_b"));
    }

    [Fact]
    public void GivenMidnight_WhenTheDayBegins_ThenNothingIsDueAndTheLastHourOfTheDayEndsWithAll()
    {
        var board = DischargeNetwork.HeardFrom(Heard, target: DischargeNetwork.Even);

        // 00:00: 24 expected, nothing due; by 01:00 one of 24. 23:30: half an hour is left: 0.5 expected and needed;
        // the next hour ends at midnight, when all should have left: 0.5, so one whole patient.
        Assert.Equal(24, board.Figure(ThroughputMeasures.NeededToday, "00:00"));
        Assert.Equal(0, board.Figure(ThroughputMeasures.TargetByNow, "00:00"));
        Assert.Equal(1, board.Figure(ThroughputMeasures.NeededNextHour, "00:00"));
        Assert.Equal(0.5, board.Figure(ThroughputMeasures.NeededToday, "23:30"));
        Assert.Equal(1, board.Figure(ThroughputMeasures.NeededNextHour, "23:30"));
    }

    [Fact]
    public void GivenTheSpringClockChange_WhenTheTargetIsRead_ThenTheHourLeftOutIsPassedAtOnce()
    {
        var board = DischargeNetwork.HeardFrom("2026-03-20T08:00:00Z", target: DischargeNetwork.Even);

        // 00:30 GMT: half of hour 0. 01:00 GMT is 02:00 BST: hours 0 and 1. 01:30 GMT is 02:30 BST: 2.5 of 24.
        // Needed then: 22, 21.5 and 21 hours are left of the 23: 22.5, 22 and 21.5 (one an hour, nobody came).
        Assert.Equal(22.5, board.Figure(ThroughputMeasures.NeededToday, "2026-03-29T00:30:00Z"));
        Assert.Equal(0.5, board.Figure(ThroughputMeasures.TargetByNow, "2026-03-29T00:30:00Z")); // 22.5 * 0.5 / 24 = 0.47
        Assert.Equal(1.8, board.Figure(ThroughputMeasures.TargetByNow, "2026-03-29T01:00:00Z")); // 22 * 2 / 24 = 1.83
        Assert.Equal(2.2, board.Figure(ThroughputMeasures.TargetByNow, "2026-03-29T01:30:00Z")); // 21.5 * 2.5 / 24 = 2.24

        var byHour = board.At("2026-03-29T01:00:00Z").Sites[0].DischargeTargetByHour;
        Assert.Equal(23, byHour.Count);
        Assert.Equal((1.8, 3.7), (byHour[0], byHour[2])); // 22 * 2 and 4 of 24: hour 1 does not exist
        Assert.Equal(22, byHour[^1]);
    }

    [Fact]
    public void GivenTheAutumnClockChange_WhenTheTargetIsRead_ThenItRisesOverBothHours()
    {
        var board = DischargeNetwork.HeardFrom("2026-10-20T08:00:00Z", target: DischargeNetwork.Even);

        // The day begins at 23:00 UTC. 01:30 BST is 00:30 UTC: 1.25 of 24 hours; 01:30 GMT is 01:30 UTC: 1.75 of 24.
        // 25 hours: at these times 23.5 and 22.5 are left and needed.
        Assert.Equal(23.5, board.Figure(ThroughputMeasures.NeededToday, "2026-10-25T00:30:00Z"));
        Assert.Equal(1.2, board.Figure(ThroughputMeasures.TargetByNow, "2026-10-25T00:30:00Z")); // 23.5 * 1.25 / 24 = 1.22
        Assert.Equal(1.6, board.Figure(ThroughputMeasures.TargetByNow, "2026-10-25T01:30:00Z")); // 22.5 * 1.75 / 24 = 1.64

        var byHour = board.At("2026-10-24T23:00:00Z").Sites[0].DischargeTargetByHour;
        Assert.Equal(25, byHour.Count);
        Assert.Equal([1, 1.6, 2.1, 3.1], byHour.Take(4)); // 25 * 1, 1.5, 2 and 3 of 24
        Assert.Equal(25, byHour[^1]);
    }

    [Fact]
    public void GivenAFeedFirstHeardAtNine_WhenTheTargetIsRead_ThenItIsOfThePartOfTheDayThatIsKnown()
    {
        var board = DischargeNetwork.HeardFrom("09:00")
            .Admit("09:30", "v_1").Admit("09:40", "v_2")
            .Live("10:00", new PatientDischarged("v_1"));

        // 2 came since 09:00 and 13.5 are expected: 15.5. 10% of the day lies before 09:00: by 10:30 15 of the 90 left:
        // 15.5 / 6 = 2.583; one has left.
        Assert.Equal(15.5, board.Figure(ThroughputMeasures.NeededToday, "10:30"));
        Assert.Equal(2.6, board.Figure(ThroughputMeasures.TargetByNow, "10:30"));
        Assert.Equal(1.6, board.Figure(ThroughputMeasures.Deficit, "10:30"));
        var byHour = board.At("10:30").Sites[0].DischargeTargetByHour;
        Assert.Equal(9, byHour.TakeWhile(target => target is null).Count());
        Assert.Equal(1.7, byHour[9]); // by 10:00: 10 of 90 = 15.5 / 9 = 1.72
        Assert.Equal(24, byHour.Count);
    }

    [Fact]
    public void GivenEarlierWeeks_WhenTheRestOfTheDayIsExpected_ThenAllAdmissionsOfTheSameHoursCount()
    {
        var board = DischargeNetwork.HeardFrom("2026-11-07T00:00:00Z");
        foreach (var (day, patients) in ((string, int)[])[("2026-11-08", 4), ("2026-11-15", 7)])
        {
            for (var patient = 0; patient < patients; patient++)
            {
                board.Admit(day + "T14:30:00Z", $"v_{day}-{patient}");
            }

            board.Admit(day + "T09:59:59Z", $"v_{day}-morning");
        }

        board.Admit("09:00", "v_today");

        // Sunday 8 and 15 November after 10:00: (4 + 7) / 2 = 5.5, and one so far: 6.5. Not the usual day's 14.
        Assert.Equal(6.5, board.Figure(ThroughputMeasures.NeededToday, "10:00"));
    }

    [Fact]
    public void GivenNoTargetOrNoUsualDay_WhenTheFiguresAreRead_ThenTheyAreUnknown()
    {
        var noTarget = DischargeNetwork.HeardFrom(Heard, file => file.AsObject().Remove("dischargeTarget"));
        var noDemand = DischargeNetwork.HeardFrom(Heard, file => file.AsObject().Remove("demand"));

        Assert.Equal(13.5, noTarget.Figure(ThroughputMeasures.NeededToday, "10:30"));
        Assert.Null(noTarget.Figure(ThroughputMeasures.TargetByNow, "10:30"));
        Assert.Null(noTarget.Figure(ThroughputMeasures.NeededNextHour, "10:30"));
        Assert.All(noTarget.At("10:30").Sites[0].DischargeTargetByHour, target => Assert.Null(target));
        Assert.Null(noDemand.Figure(ThroughputMeasures.NeededToday, "10:30"));
        Assert.Null(noDemand.Figure(ThroughputMeasures.Deficit, "10:30"));
    }

    [Fact]
    public void GivenNobodyHeard_WhenTheFiguresAreRead_ThenTheyAreUnknown()
    {
        var figures = new Board().At("10:30").Sites[0].Figures;

        Assert.Null(figures[ThroughputMeasures.NeededToday].Value);
        Assert.Null(figures[ThroughputMeasures.Deficit].Value);
        Assert.Null(figures[ThroughputMeasures.WeekendShare].Value);
    }

    [Fact]
    public void GivenACancelledDischarge_WhenTheDeficitIsRead_ThenItGrowsByOne()
    {
        var board = Morning().Live("10:10", new DischargeCancelled("v_a"));

        Assert.Equal(2.4, board.Figure(ThroughputMeasures.Deficit, "10:30"));

        // Told late, after the time it happened: the discharge of another patient at 09:15.
        board.Tell("09:15", new PatientDischarged("v_d")).Tell("09:15", new PatientDischarged("v_d"));

        Assert.Equal(1.4, board.Figure(ThroughputMeasures.Deficit, "10:30"));
    }

    [Fact]
    public void GivenAFigure_WhenItIsOpened_ThenItRestsOnOtherFiguresAndOnAdmissions()
    {
        var board = Morning();

        var deficit = board.Centre.EvidenceAt("RAJ12:discharge.deficit", Board.Time("10:30"), 10)!;
        var needed = board.Centre.EvidenceAt("RAJ12:discharge.needed-today", Board.Time("10:30"), 10)!;

        Assert.Equal(
            ["RAJ12:discharge.target-by-now", "RAJ12:discharge.today", "dischargeTarget"],
            deficit.Evidence.Select(one => one.Subject));
        Assert.Equal(17.5, needed.Evidence.Sum(one => one.Value));
        Assert.Equal("usual day of the network file", needed.Evidence[0].Subject);
    }

    /// <summary>Basildon by 10:30: four came since midnight, three left.</summary>
    private static Board Morning()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        foreach (var patient in (string[])["v_a", "v_b", "v_c", "v_d"])
        {
            board.Admit("2026-11-20T09:00:00Z", patient);
        }

        return board.Admit("2026-11-21T23:59:59Z", "v_0")
            .Admit("00:00", "v_1").Admit("04:00", "v_2").Admit("08:30", "v_3").Admit("10:30", "v_4")
            .Live("08:10", new PatientDischarged("v_a"))
            .Live("09:30", new PatientDischarged("v_b"))
            .Live("10:00", new PatientDischarged("v_c"));
    }
}
