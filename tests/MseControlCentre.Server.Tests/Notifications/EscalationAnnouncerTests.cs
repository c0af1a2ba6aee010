using MseControlCentre.Domain;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>What a step says: place, level, time, and neither a person's name nor what somebody typed.</summary>
public sealed class EscalationAnnouncerTests
{
    private const string Id = "RAJ12-HandoverDelay-20261123-1";
    private const string Typed = "Mr Smith of bed 4, 943 476 5919";

    private static readonly NetworkMap s_network = AdoptableNetwork.Read(Repository.NetworkFile).Map;

    [Fact]
    public void Raised_ByALimit_SaysWhatIsSoAndByWhenWhoHasToAnswer()
    {
        var told = Last((Told.Raised(Id), 0));

        Assert.Equal(AnnouncedStep.Raised, told.Step);
        Assert.Equal("Basildon: 3 ambulances over 30 min, longest 34 min", told.Headline);
        Assert.Equal(("Basildon", "Site manager"), (told.Place, told.LevelName));
        Assert.Equal(Told.Morning.AddMinutes(10), told.AnswerBy);
        Assert.Equal("/escalations/" + Id, told.Path);
        Assert.Equal("handoverDelay", told.Topic);
    }

    [Fact]
    public void EveryStep_TellsNoNameAndNothingTyped()
    {
        EscalationEvent[] steps =
        [
            Told.Raised(Id, Told.Jo) with { Headline = Typed },
            new EscalationAcknowledged(Id, 2, Told.Jo),
            new EscalationTaken(Id, 3, Told.Jo),
            new EscalationActionTaken(Id, 4, Typed, Owner: Typed, By: Told.Jo),
            new EscalationActionEnded(Id, 5, 4, true, Typed, Told.Jo),
            new EscalationHelpAsked(Id, 6, "RAJ01", Typed, Typed, Told.Jo),
            new EscalationHelpAnswered(Id, 7, 6, false, Typed, Told.Jo),
            new EscalationPassedUp(Id, 8, "release-to-respond", Typed, Typed, Told.Jo),
            new EscalationNoted(Id, 9, Typed, Told.Jo),
            new EscalationResolved(Id, 10, Typed, Told.Jo),
        ];

        var escalation = Escalation([.. steps.Index().Select(step => (step.Item, step.Index))]);
        var told = Enumerable.Range(1, 10)
            .Select(number => EscalationAnnouncer.Of(escalation, number, s_network)).OfType<Announcement>().ToList();

        Assert.Equal(9, told.Count);
        Assert.All(told, one =>
        {
            Assert.DoesNotContain("Smith", one.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("943", one.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Bloggs", one.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("p_jo", one.ToString(), StringComparison.Ordinal);
        });
        Assert.Equal("Basildon: ambulance handover delay", told[0].Headline);
        Assert.Equal("Acknowledged by site manager", told[1].What);
        Assert.Equal("Passed up to Release to respond", told[7].What);
        Assert.Equal("RAJ01", told[5].Asked);
    }

    [Fact]
    public void HelpAskedOfAVirtualWard_ConcernsItsProviderWhoAnswers()
    {
        var ward = s_network.VirtualWards[0];

        var told = Last(
            (Told.Raised(Id), 0), (new EscalationHelpAsked(Id, 2, ward.Code, Typed, null, Told.Jo), 1));

        Assert.Equal(ward.Code, told.Asked);
        Assert.True(told.Concerns(ward.Provider));
    }

    [Theory]
    [InlineData(10, AnnouncedStep.Acknowledged, "Acknowledged by site manager")]
    [InlineData(22, AnnouncedStep.AcknowledgedLate, "Acknowledged by site manager, 12 minutes late")]
    public void Acknowledgement_IsLateAfterTheAgreedTime(int minutes, AnnouncedStep step, string what)
    {
        var told = Last((Told.Raised(Id), 0), (new EscalationAcknowledged(Id, 2, Told.Jo), minutes));

        Assert.Equal((step, what), (told.Step, told.What));
        Assert.Null(told.AnswerBy);
    }

    [Fact]
    public void TakenWithoutAcknowledgement_IsTheAnswer()
    {
        Assert.Equal(
            AnnouncedStep.AcknowledgedLate,
            Last((Told.Raised(Id), 0), (new EscalationTaken(Id, 2, Told.Jo), 30)).Step);
        Assert.Equal(
            AnnouncedStep.Taken,
            Last(
                (Told.Raised(Id), 0),
                (new EscalationAcknowledged(Id, 2, Told.Jo), 1),
                (new EscalationTaken(Id, 3, Told.Jo), 2)).Step);
    }

    [Fact]
    public void PassedUpByALimit_HasTheLimitsWordsAndANewTimeToAnswer()
    {
        var told = Last(
            (Told.Raised(Id), 0),
            (new EscalationAcknowledged(Id, 2, Told.Jo), 1),
            (new EscalationPassedUp(Id, 3, "release-to-respond", "Basildon: 2 ambulances over 45 min, longest 47 min"), 15));

        Assert.Equal("Basildon: 2 ambulances over 45 min, longest 47 min", told.Headline);
        Assert.Equal(Told.Morning.AddMinutes(20), told.AnswerBy);
    }

    [Fact]
    public void AnEarlierStep_IsToldAsItWasThen()
    {
        var escalation = Escalation(
            (Told.Raised(Id), 0),
            (new EscalationPassedUp(Id, 2, "release-to-respond", "later"), 15),
            (new EscalationResolved(Id, 3, "over"), 30));

        var told = EscalationAnnouncer.Of(escalation, 1, s_network)!;

        Assert.Equal(("site-manager", Told.Morning.AddMinutes(10)), (told.Level, told.AnswerBy));
        Assert.Null(EscalationAnnouncer.Of(escalation, 4, s_network));
    }

    private static Announcement Last(params (EscalationEvent Step, int Minutes)[] steps) =>
        EscalationAnnouncer.Of(Escalation(steps), steps.Length, s_network)!;

    private static Escalation Escalation(params (EscalationEvent Step, int Minutes)[] steps)
    {
        var centre = new ControlCentre();
        foreach (var (index, (step, minutes)) in steps.Index())
        {
            var at = Told.Morning.AddMinutes(minutes);
            centre.Apply(new JournalEntry(index + 1, at, Told.Event(step, at)));
        }

        return Assert.Single(centre.Escalations());
    }
}
