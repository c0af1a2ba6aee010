using System.Text.Json;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>What there is to be told about, as rules name it. Another family of events adds its names here.</summary>
public static class Topics
{
    /// <summary>An action that was agreed in a call.</summary>
    public const string CallAction = "callAction";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. Enum.GetValues<EscalationKind>().Select(Of), .. Enum.GetValues<CallKind>().Select(Of), CallAction];

    private static readonly AnnouncedStep[] s_ofCalls =
    [
        AnnouncedStep.PackReady, AnnouncedStep.Called, AnnouncedStep.Started, AnnouncedStep.Closed,
        AnnouncedStep.NotHeld,
    ];

    private static readonly AnnouncedStep[] s_ofActions = [AnnouncedStep.ActionAgreed, AnnouncedStep.ActionChased];

    /// <summary>The topic of a kind of escalation, such as <c>handoverDelay</c>.</summary>
    public static string Of(EscalationKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The topic of a kind of call, such as <c>tacticalCall</c>.</summary>
    public static string Of(CallKind kind) => kind switch
    {
        CallKind.Tactical => "tacticalCall",
        CallKind.DischargeEvent => "dischargeEvent",
        _ => "situationalAwarenessCall",
    };

    /// <summary>Whether there is such a step of a topic.</summary>
    public static bool Has(string topic, AnnouncedStep step) =>
        string.Equals(topic, CallAction, StringComparison.Ordinal)
        ? s_ofActions.Contains(step)
        : Enum.GetValues<CallKind>().Any(kind => string.Equals(Of(kind), topic, StringComparison.Ordinal))
            ? s_ofCalls.Contains(step)
            : !s_ofCalls.Contains(step) && !s_ofActions.Contains(step);
}
