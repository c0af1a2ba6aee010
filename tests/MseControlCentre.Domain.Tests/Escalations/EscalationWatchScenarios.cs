using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Constraints;
using MseControlCentre.Domain.Tests.Opel;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Escalations.GivenEscalation;

namespace MseControlCentre.Domain.Tests.Escalations;

/// <summary>What the control centre does by itself at 12:02.</summary>
public sealed class EscalationWatchScenarios
{
    [Fact]
    public void GivenAWaitBelowTheLowestLimit_ThenNothingIsDue() => Assert.Empty(Due(Waiting(29.9, "11:33")));

    [Fact]
    public void GivenNineAmbulancesPastTheLowestLimit_ThenOneEscalationIsRaisedWithNineRows()
    {
        var flow = Waiting(42, [.. Enumerable.Range(20, 9).Select(minute => $"11:{minute}")]);

        var (scope, step) = Assert.Single(Due(flow));
        var raised = Assert.IsType<EscalationRaised>(step);
        var situation = Assert.Single(EscalationSituations.Of(flow.Picture(), Map));

        Assert.Equal("RAJ12", scope);
        Assert.Equal((Id, 1, "site", (StaffMember?)null), (raised.Escalation, raised.Step, raised.Level, raised.By));
        Assert.Equal("Basildon: 9 ambulances over 30 min, longest 42 min", raised.Headline);
        Assert.Equal(9, situation.Rows.Count);
        Assert.Equal(Board.Time("11:20"), situation.Rows[0].Since);
    }

    [Theory]
    [InlineData(45, "release")]
    [InlineData(60, "system")]
    public void GivenAnOpenOne_WhenTheWaitReachesAHigherLimit_ThenItIsPassedUpByItself(double minutes, string level)
    {
        var due = Due(Waiting(minutes, "11:00"), Told(At("11:30", Raised())));

        var up = Assert.IsType<EscalationPassedUp>(Assert.Single(due).Step);
        Assert.Equal((Id, 2, level), (up.Escalation, up.Step, up.Level));
        Assert.Null(up.By);
    }

    [Fact]
    public void GivenOneThatPeoplePassedHigher_WhenTheWaitIsAtALowerLimit_ThenNothingIsDue() => Assert.Empty(
        Due(Waiting(46, "11:16"), Told(At("11:30", Raised(level: "system")))));

    [Fact]
    public void GivenOneThatEndedLately_ThenItIsRaisedAgainOnlyAfterTheAgreedTimeOrAtAHigherLevel()
    {
        var ended = Told(At("10:30", Raised()), At("11:02:01", new EscalationResolved(Id, 2, "Over", SiteManager)));

        Assert.Empty(Due(Waiting(40, "11:22"), ended));
        var higher = Assert.IsType<EscalationRaised>(Assert.Single(Due(Waiting(46, "11:16"), ended)).Step);
        Assert.Equal("RAJ12-HandoverDelay-20261122-2", higher.Escalation);

        var earlier = Told(At("10:30", Raised()), At("11:02", new EscalationResolved(Id, 2, "Over", SiteManager)));
        Assert.IsType<EscalationRaised>(Assert.Single(Due(Waiting(40, "11:22"), earlier)).Step);
    }

    [Fact]
    public void GivenOneNobodyTouched_WhenItHasBeenOverLongEnough_ThenItStandsDown()
    {
        var flow = Waiting(8).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 31, 29, 20, 10, 5, 5, 8, 8);

        var down = Assert.IsType<EscalationStoodDown>(Assert.Single(Due(flow, Told(At("11:00", Raised())))).Step);

        Assert.Equal((Id, 2), (down.Escalation, down.Step));
    }

    [Fact]
    public void GivenOneNobodyTouched_WhenNoAmbulanceHasWaitedForLongEnough_ThenItStandsDown()
    {
        var nobody = new GivenFlow()
            .With("RAJ12", HandoverMeasures.AmbulanceLongestWait, null)
            .Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 31, null, null, 10, null, null, null, null)
            .Showed("RAJ12", HandoverMeasures.AmbulancesWaiting, 1, 0, 0, 1, 0, 0, 0, 0);

        Assert.IsType<EscalationStoodDown>(Assert.Single(Due(nobody, Told(At("11:00", Raised())))).Step);

        nobody.Showed("RAJ12", HandoverMeasures.AmbulancesWaiting, 1, 0, 0, 1, 0, null, 0, 0);
        Assert.Empty(Due(nobody, Told(At("11:00", Raised()))));
    }

    [Fact]
    public void GivenOneNobodyTouched_WhenItWasSoLatelyOrIsNotKnown_ThenItStays()
    {
        var open = Told(At("11:00", Raised()));

        Assert.Empty(Due(
            Waiting(8).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 10, 10, 31, 5, 5, 8, 8), open));
        Assert.Empty(Due(
            Waiting(8).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 10, 10, null, 5, 5, 8, 8), open));
        Assert.Empty(Due(Waiting(8).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 5, 5, 8), open));
    }

    [Fact]
    public void GivenOneRaisedAMinuteAgo_WhenNoStepHasShownItYet_ThenItStays() => Assert.Empty(Due(
        Waiting(22).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 29, 29, 29, 29, 29, 29, 29),
        Told(At("12:01", Raised()))));

    [Fact]
    public void GivenOneThatStoodDownByItself_WhenItIsSoAgain_ThenItIsRaisedAtOnce()
    {
        var over = Told(At("11:00", Raised()), At("11:58", new EscalationStoodDown(Id, 2, "Over for 30 minutes")));
        var byPeople = Told(
            At("11:00", Raised()), At("11:58", new EscalationStoodDown(Id, 2, "Crews gone", SiteManager)));

        Assert.IsType<EscalationRaised>(Assert.Single(Due(Waiting(40, "11:22"), over)).Step);
        Assert.Empty(Due(Waiting(40, "11:22"), byPeople));
    }

    [Fact]
    public void GivenAFullVirtualWardThatNobodyTouched_WhenItHasHadRoomLongEnough_ThenItStandsDown()
    {
        const string Full = "TST-VirtualWardFull-20261122-1";
        var raised = Told(At(
            "11:00",
            new EscalationRaised(Full, 1, EscalationKind.VirtualWardFull, "Frailty full, 2 patients wait", "system"),
            GivenFlow.WholeSystem));

        Assert.Empty(Due(Shown(1, 0, 0, 0, 0, 0, 0, 1), raised));
        Assert.Empty(Due(Shown(1, 1, 1, 1, null, 1, 1, 1), raised));
        Assert.Equal(2, Assert.IsType<EscalationStoodDown>(
            Assert.Single(Due(Shown(0, 1, 1, 1, 1, 1, 1, 1), raised)).Step).Step);

        static GivenFlow Shown(params double?[] free) => new GivenFlow()
            .Showed(GivenFlow.Frailty, VirtualWardMeasures.VirtualWardAvailable, free)
            .Showed(GivenFlow.Frailty, VirtualWardMeasures.VirtualWardReferrals, 2, 2, 2, 2, 2, 2, 2, 2);
    }

    [Fact]
    public void GivenOneThatSomebodyTouched_WhenItIsOver_ThenItIsTheirsToEnd()
    {
        var touched = Told(At("11:00", Raised()), At("11:04", new EscalationAcknowledged(Id, 2, SiteManager)));

        Assert.Empty(Due(
            Waiting(8).Showed("RAJ12", HandoverMeasures.AmbulanceLongestWait, 10, 10, 9, 5, 5, 8, 8), touched));
    }

    [Fact]
    public void GivenAWaitThatIsNoLongerCurrent_ThenNothingIsRaised() => Assert.Empty(Due(
        new GivenFlow().With("RAJ12", HandoverMeasures.AmbulanceLongestWait, 90, FigureQuality.Stale)));

    [Fact]
    public void GivenAFeedSilentPastItsLimit_ThenItsSiteIsTold_AndOneNeverHeardIsNot()
    {
        var raised = Assert.IsType<EscalationRaised>(
            Assert.Single(Due(new GivenFlow().Silent("basildon-pas", "11:42"))).Step);

        Assert.Equal("Basildon: Basildon PAS silent for 20 min", raised.Headline);
        Assert.Empty(Due(new GivenFlow().Silent("basildon-pas", "11:43")));
        Assert.Empty(Due(new GivenFlow().Silent("basildon-pas", null)));
    }

    [Fact]
    public void GivenAFeedThatWorksOffABacklog_ThenNothingIsRaised() =>
        Assert.Empty(Due(new GivenFlow().Behind("basildon-pas", "03:00")));

    [Fact]
    public void GivenASilentFeedThatNobodyTouched_WhenItIsHeardAgain_ThenItStandsDown()
    {
        const string Silence = "RAJ12-FeedSilent-20261122-1";
        var raised = Told(At("11:00", new EscalationRaised(
            Silence, 1, EscalationKind.FeedSilent, "Basildon: Basildon PAS silent for 20 min", "site")));

        var (_, step) = Assert.Single(Due(new GivenFlow(), raised));

        Assert.Equal(2, Assert.IsType<EscalationStoodDown>(step).Step);
        Assert.Empty(Due(new GivenFlow().Silent("basildon-pas", "11:50"), raised));
    }

    [Fact]
    public void GivenASilenceOfHours_ThenItIsSaidInHours() => Assert.Equal(
        "Basildon: Basildon PAS silent for 3 h 02 min",
        Assert.IsType<EscalationRaised>(Assert.Single(Due(new GivenFlow().Silent("basildon-pas", "09:00"))).Step).Headline);

    [Fact]
    public void GivenASilentFeedOfSeveralSites_ThenTheWholeSystemIsTold() => Assert.Equal(
        GivenFlow.WholeSystem, Assert.Single(Due(new GivenFlow().Silent("eeast-cad", "11:00"))).Scope);

    [Fact]
    public void GivenAFullVirtualWard_WhenEnoughWait_ThenTheWholeSystemIsTold()
    {
        var flow = new GivenFlow()
            .With(GivenFlow.Frailty, VirtualWardMeasures.VirtualWardAvailable, 0)
            .With(GivenFlow.Frailty, VirtualWardMeasures.VirtualWardReferrals, 2);

        var (scope, step) = Assert.Single(Due(flow));

        Assert.Equal(GivenFlow.WholeSystem, scope);
        Assert.Equal("Frailty full, 2 patients wait", Assert.IsType<EscalationRaised>(step).Headline);
        Assert.Empty(Due(flow.With(GivenFlow.Frailty, VirtualWardMeasures.VirtualWardReferrals, 1)));
    }

    [Fact]
    public void GivenClosedBeds_ThenTheyAreSaid() => Assert.Equal(
        "Basildon: 5 beds closed",
        Assert.IsType<EscalationRaised>(Assert.Single(
            Due(new GivenFlow().With("RAJ12", BedMeasures.BedsClosed, 5))).Step).Headline);

    [Theory]
    [InlineData(EscalationKind.NoCubicleFree, 100, "percent", 99, "Basildon: majors and resuscitation 100% full")]
    [InlineData(EscalationKind.DischargeDeficit, 10, "patients", 9.9, "Basildon: 10 discharges behind what is needed by now")]
    [InlineData(EscalationKind.Staffing, 20, "shifts", 19, "Basildon: 20 shifts not filled")]
    public void GivenAFigureAtItsLimit_ThenItIsRaisedInItsOwnWords_AndBelowItIsNot(
        EscalationKind kind, double limit, string unit, double below, string headline)
    {
        var figure = EscalationSituations.FigureOf(kind)!;
        var map = Map with
        {
            Escalation = Plan with
            {
                Triggers = [new EscalationTrigger(kind, "site", new Threshold(limit, unit, "made up for tests"))],
            },
        };

        Assert.Empty(DueAt(below));
        Assert.Empty(DueAt(null));
        var (scope, step) = Assert.Single(DueAt(limit));
        var raised = Assert.IsType<EscalationRaised>(step);
        Assert.Equal(("RAJ12", kind, "site", headline), (scope, raised.Kind, raised.Level, raised.Headline));

        IReadOnlyList<(string Scope, EscalationEvent Step)> DueAt(double? value)
        {
            var flow = new GivenFlow().With("RAJ12", figure, value).With("RAJ01", figure, 0);
            return EscalationWatch.Due(flow.Picture(), map, [], flow.Trail);
        }
    }

    [Theory]
    [InlineData(2, 2, FigureQuality.Live, null)]
    [InlineData(3, 3, FigureQuality.Live, "Basildon: OPEL 3 calculated")]
    [InlineData(4, 3, FigureQuality.Late, "Basildon: OPEL at least 3 calculated")]
    [InlineData(4, 2, FigureQuality.Live, null)]
    [InlineData(4, 4, FigureQuality.Stale, null)]
    public void GivenACalculatedLevel_ThenTheLowestThatItCanBeCounts_AndNoneThatNothingTellsOfNow(
        int level, int least, FigureQuality quality, string? headline)
    {
        var told = SmallRules.Score(25, 45);
        var score = told with
        {
            Total = new OpelTotal(level, level, least, least, level != least, null, null),
            Parameters = [.. told.Parameters.Select(parameter => parameter with { Quality = quality })],
        };
        var picture = new GivenFlow().Picture();
        picture = picture with
        {
            Sites =
            [
                .. picture.Sites.Select(site =>
                    site.Code == "RAJ12" ? site with { Opel = new SiteOpel(score, null) } : site),
            ],
        };

        var due = EscalationWatch.Due(picture, Map, [], new GivenFlow().Trail);

        Assert.Equal(
            headline is null ? [] : [headline], due.Select(one => ((EscalationRaised)one.Step).Headline));
    }

    [Fact]
    public void GivenANetworkWithoutAPlan_ThenNothingIsDue() => Assert.Empty(EscalationWatch.Due(
        Waiting(90, "10:32").Picture(), GivenFlow.Map, [], new GivenFlow().Trail));

    private static GivenFlow Waiting(double longest, params string[] arrived) => new GivenFlow()
        .With("RAJ12", HandoverMeasures.AmbulanceLongestWait, longest)
        .Arrived("RAJ12", arrived);

    private static IReadOnlyList<(string Scope, EscalationEvent Step)> Due(
        GivenFlow flow, params Escalation[] escalations) =>
        EscalationWatch.Due(flow.Picture(), Map, escalations, flow.Trail);
}
