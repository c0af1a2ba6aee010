using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>What the next shift is told to be owed about one escalation, by whom and by when.</summary>
public sealed class OwedLineTests
{
    private const string Id = "RAJ12-Staffing-20261129-1";

    private static readonly DateTimeOffset s_now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly EscalationContext s_context =
        new(s_network, [], null, [], LocalTime.Of(s_network.TimeZone), s_now);

    private static readonly StaffMember s_nia = new("p_nia", "Nia Rowe", "Controller");

    [Fact]
    public void Of_WhatNobodyAcknowledged_IsItsAcknowledgementAlone()
    {
        var line = Assert.Single(OwedLine.Of(Raised(minutesAgo: 5), s_context));

        Assert.Equal(("Acknowledge it", "Site manager", "10:05"), (line.What, line.Who, line.Due));
    }

    [Fact]
    public void Of_WhatWasAcknowledged_IsItsEnd_ByItsLevel_FromWhenItWasRaised()
    {
        var so = Raised(minutesAgo: 50) with
        {
            Level = "release-to-respond",
            LevelSince = s_now.AddMinutes(-20),
            AcknowledgedAt = s_now.AddMinutes(-18),
            State = EscalationState.Acknowledged,
        };

        var line = Assert.Single(OwedLine.Of(so, s_context));

        Assert.Equal(("Resolve it", "Release to respond", "09:55"), (line.What, line.Who, line.Due));
        Assert.True(line.IsOverdue);
        Assert.True(EscalationClock.ToResolve(so, s_context).IsOver);
    }

    [Fact]
    public void Of_WhatWasTaken_IsItsEnd_ByItsOwner()
    {
        var so = Raised(minutesAgo: 50) with
        {
            AcknowledgedAt = s_now.AddMinutes(-45), Owner = s_nia, State = EscalationState.Taken,
        };

        var line = Assert.Single(OwedLine.Of(so, s_context));

        Assert.Equal(("Resolve it", "Nia Rowe, Controller", "10:10"), (line.What, line.Who, line.Due));
        Assert.False(line.IsOverdue);
    }

    [Fact]
    public void Of_WhatWasAcknowledged_WhereNoTimeIsAgreed_IsItsEnd_ByNoTime()
    {
        var so = Raised(minutesAgo: 500) with { Level = null, AcknowledgedAt = s_now.AddMinutes(-45) };

        var line = Assert.Single(OwedLine.Of(so, s_context));

        Assert.Equal("Resolve it", line.What);
        Assert.Null(line.Due);
        Assert.False(line.IsOverdue);
    }

    [Fact]
    public void AskedOf_APlace_IsWhatItHasNotAnswered_WithWhoAsked()
    {
        var so = Raised(minutesAgo: 30) with
        {
            Helps =
            [
                new(2, s_now.AddMinutes(-20), new EscalationHelpAsked(Id, 2, "RAJ01", "Two nurses", By: s_nia)),
                new(3, s_now.AddMinutes(-19), new EscalationHelpAsked(Id, 3, "RAJ32", "A bed")),
                new(
                    4,
                    s_now.AddMinutes(-18),
                    new EscalationHelpAsked(Id, 4, "RAJ01", "A trolley"),
                    s_now.AddMinutes(-10),
                    new EscalationHelpAnswered(Id, 5, 4, true, "It is on its way")),
            ],
        };

        var line = Assert.Single(OwedLine.AskedOf("RAJ01", so, s_context));

        Assert.Equal(
            ("Answer what was asked at 09:40 by Nia Rowe, Controller: Two nurses", "Southend", "Basildon: Staffing"),
            (line.What, line.Who, line.About));
        Assert.Equal(
            ["Acknowledge it", line.What, "Answer what was asked at 09:41: A bed"],
            OwedLine.Of(so, s_context).Select(one => one.What));
        Assert.Empty(OwedLine.AskedOf("RAJ12", so, s_context));
    }

    private static Escalation Raised(int minutesAgo) => new(
        Id,
        "RAJ12",
        EscalationKind.Staffing,
        "Six shifts not filled",
        s_now.AddMinutes(-minutesAgo),
        new EscalationRaised(Id, 1, EscalationKind.Staffing, "Six shifts not filled", "site-manager"))
    {
        Level = "site-manager",
        LevelSince = s_now.AddMinutes(-minutesAgo),
    };
}
