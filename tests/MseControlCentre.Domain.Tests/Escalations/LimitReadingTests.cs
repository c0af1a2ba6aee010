using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Constraints;
using static MseControlCentre.Domain.Tests.Escalations.GivenEscalation;

namespace MseControlCentre.Domain.Tests.Escalations;

/// <summary>What is not known is never said to be over.</summary>
public sealed class LimitReadingTests
{
    [Fact]
    public void AWaitPastALimit_IsPassed() => Assert.Equal(LimitReading.Passed, Of(Longest(31)));

    [Fact]
    public void AWaitBelowTheLimit_IsNotPassed() => Assert.Equal(LimitReading.NotPassed, Of(Longest(5)));

    [Fact]
    public void NoAmbulanceWaiting_IsNotPassed() => Assert.Equal(LimitReading.NotPassed, Of(Longest(null)));

    [Fact]
    public void AWaitThatIsNoLongerCurrent_IsNotKnown() =>
        Assert.Equal(LimitReading.NotKnown, Of(NoLongerCurrent()));

    [Fact]
    public void NobodyWaitingWhenLastHeard_IsNotKnown() => Assert.Equal(LimitReading.NotKnown, Of(
        Longest(null).With("RAJ12", HandoverMeasures.AmbulancesWaiting, 0, FigureQuality.Stale)));

    [Fact]
    public void AFeedThatWasNeverHeard_LeavesSilenceNotKnown()
    {
        Assert.Equal(LimitReading.NotKnown, Of(
            new GivenFlow().Silent("basildon-pas", "11:50"), EscalationKind.FeedSilent));
        Assert.Equal(LimitReading.NotPassed, Of(new GivenFlow(), EscalationKind.FeedSilent));
    }

    [Fact]
    public void WhatCannotBeTold_IsNamedAtEachPlace_UntilItIsTold()
    {
        var silent = NotKnown(NoLongerCurrent());
        var told = NotKnown(Longest(5));

        var only = Assert.Single(silent.Except(told));
        Assert.Equal((EscalationKind.HandoverDelay, "RAJ12", "Basildon"), (only.Kind, only.Scope, only.Place));
        Assert.Empty(told.Except(silent));
        Assert.Contains(told, one => one is { Kind: EscalationKind.OpelChange, Scope: GivenFlow.WholeSystem });
        Assert.DoesNotContain(silent, one => one.Kind == EscalationKind.FeedSilent);
    }

    [Fact]
    public void WhatOnlyPeopleTell_IsNotMeasured()
    {
        Assert.Equal(LimitReading.NotMeasured, Of(new GivenFlow(), EscalationKind.Other));
        Assert.Equal(LimitReading.NotMeasured, Of(
            new GivenFlow(), EscalationKind.HandoverDelay, GivenFlow.WholeSystem));
    }

    private static GivenFlow NoLongerCurrent() => new GivenFlow()
        .With("RAJ12", HandoverMeasures.AmbulanceLongestWait, 5, FigureQuality.Stale)
        .With("RAJ12", HandoverMeasures.AmbulancesWaiting, 1, FigureQuality.Stale);

    private static GivenFlow Longest(double? minutes) => new GivenFlow()
        .With("RAJ12", HandoverMeasures.AmbulanceLongestWait, minutes)
        .With("RAJ12", HandoverMeasures.AmbulancesWaiting, minutes is null ? 0 : 1);

    private static IReadOnlyList<UnknownSituation> NotKnown(GivenFlow flow) =>
        EscalationSituations.NotKnown(flow.Picture(), Map);

    private static LimitReading Of(
        GivenFlow flow, EscalationKind kind = EscalationKind.HandoverDelay, string scope = "RAJ12")
    {
        var picture = flow.Picture();
        return EscalationSituations.LimitOf(kind, scope, EscalationSituations.Of(picture, Map), picture, Map);
    }
}
