using System.Text.Json;
using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>What there is to be told about, as rules name it. Another family of events adds its names here.</summary>
public static class Topics
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<EscalationKind>().Select(Of)];

    /// <summary>The topic of a kind of escalation, such as <c>handoverDelay</c>.</summary>
    public static string Of(EscalationKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
