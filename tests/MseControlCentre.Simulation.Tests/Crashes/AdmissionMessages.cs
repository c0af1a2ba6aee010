using System.Globalization;

namespace MseControlCentre.Simulation.Tests.Crashes;

/// <summary>A sender's HL7 messages: admissions to Basildon, moves and discharges, each with an identity of its own.</summary>
internal static class AdmissionMessages
{
    /// <summary>The messages of one sender, in its order. A visit is admitted, then moved, then every third discharged.</summary>
    public static IReadOnlyList<string> Of(int sender, int visits, DateTimeOffset from)
    {
        var messages = new List<string>();
        for (var visit = 0; visit < visits; visit++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"V{sender}-{visit}");
            var at = from.AddSeconds(visit * 3);
            messages.Add(Message("A01", number, at, "AMU"));
            messages.Add(Message("A02", number, at.AddSeconds(1), "NOWHERE"));
            if (visit % 3 == 0)
            {
                messages.Add(Message("A03", number, at.AddSeconds(2), "NOWHERE"));
            }
        }

        return messages;
    }

    /// <summary>The control identity of a message: MSH-10.</summary>
    public static string ControlId(string message) => message.Split('|')[9];

    private static string Message(string trigger, string visit, DateTimeOffset at, string ward)
    {
        var time = at.ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        return string.Join(
            '\r',
            $"MSH|^~\\&|PAS|RAJ12|SCC|QH8|{time}||ADT^{trigger}|{visit}{trigger}|P|2.4",
            $"EVN||{time}||||{time}",
            $"PID|||{visit}P^^^RAJ12^PI||SAMPLE^{visit}",
            $"PV1||I|^{ward}^1^RAJ12||||||||||||||||{visit}") + "\r";
    }
}
