using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>What an escalation is about, as people say it.</summary>
public static class TopicWords
{
    /// <summary>A kind, to stand after the name of a place.</summary>
    public static string Of(EscalationKind kind) => kind switch
    {
        EscalationKind.HandoverDelay => "ambulance handover delay",
        EscalationKind.NoCubicleFree => "no space free in the emergency department",
        EscalationKind.DischargeDeficit => "discharge deficit",
        EscalationKind.WardClosed => "beds closed on a ward",
        EscalationKind.OpelChange => "OPEL level risen",
        EscalationKind.FeedSilent => "feed silent",
        EscalationKind.VirtualWardFull => "virtual ward full",
        EscalationKind.Staffing => "staffing gap",
        _ => "raised by people, in words on the board",
    };
}
