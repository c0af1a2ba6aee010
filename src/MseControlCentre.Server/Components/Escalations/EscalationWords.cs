using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Escalations in the words of who works with them.</summary>
public static class EscalationWords
{
    /// <summary>Every kind, in the order in which pages offer them.</summary>
    public static IReadOnlyList<EscalationKind> Kinds { get; } = Enum.GetValues<EscalationKind>();

    /// <summary>What an escalation is about.</summary>
    public static string Of(EscalationKind kind) => kind switch
    {
        EscalationKind.HandoverDelay => "Ambulance handover delay",
        EscalationKind.NoCubicleFree => "No space free in the emergency department",
        EscalationKind.DischargeDeficit => "Discharges behind",
        EscalationKind.WardClosed => "Beds closed",
        EscalationKind.OpelChange => "OPEL level has risen",
        EscalationKind.FeedSilent => "Feed silent",
        EscalationKind.VirtualWardFull => "Virtual ward full",
        EscalationKind.Staffing => "Staffing",
        _ => "Something else",
    };

    /// <summary>How far one has come.</summary>
    public static string Of(EscalationState state) => state switch
    {
        EscalationState.Raised => "Not acknowledged",
        EscalationState.Acknowledged => "Acknowledged",
        EscalationState.Taken => "Taken",
        EscalationState.Resolved => "Resolved",
        _ => "Stood down",
    };

    /// <summary>What is so now of what is past no limit, or not known to be.</summary>
    public static string Of(LimitReading limit) => limit switch
    {
        LimitReading.Passed => "past a limit",
        LimitReading.NotPassed => "not past a limit now",
        LimitReading.NotMeasured => "known to people only: no figure has a limit for it",
        _ => "not known: what tells of it is missing or no longer current",
    };

    /// <summary>Who took a step.</summary>
    public static string Of(StaffMember? by) => by is null ? "The control centre" : $"{by.Name}, {by.Role}";

    /// <summary>A headline without the place that stands beside it.</summary>
    public static string Without(string place, string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return headline.StartsWith(place + ": ", StringComparison.Ordinal) ? headline[(place.Length + 2)..] : headline;
    }
}
