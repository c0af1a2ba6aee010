using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>Messages of our own making.</summary>
internal static class Messages
{
    /// <summary>An ITK style message of Basildon.</summary>
    public static string Basildon(string trigger, string controlId, params string[] segments) => string.Join('\r',
        (string[])
        [
            $@"MSH|^~\&|PAS|RAJ12|SCC|QH8|20261122100100||ADT^{trigger}|{controlId}|P|2.4",
            "EVN||20261122100100||||20261122095800",
            .. segments,
        ]) + "\r";

    /// <summary>An admission to Mary ward.</summary>
    public static string Admission(string controlId, string visit = "V1001") => Basildon(
        "A01",
        controlId,
        "PID|1||1234567^^^RAJ12^PI||SURNAME^GIVEN||19400101",
        $"PV1|1|I|^MARY^07^RAJ12|21||||||300|||||||||{visit}");

    /// <summary>An ambulance's arrival as JSON, on one line.</summary>
    public static string Arrival { get; } = """
        {"source":"eeast-cad","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
        "kind":"AmbulanceArrived","detail":{"conveyance":"J123","category":"C2"}}
        """.ReplaceLineEndings("");

    /// <summary>An event of the care transfer hub as JSON, on one line.</summary>
    public static string Hub(string kind, string detail) => $$"""
        {"source":"care-transfer-hub","messageId":"h1","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
        "kind":"{{kind}}","detail":{{detail}}}
        """.ReplaceLineEndings("");

    /// <summary>MSA-2 of an answer.</summary>
    public static string ControlIdOf(string? answer) => MllpSender.SegmentOf(answer, "MSA").Split('|')[2];
}
