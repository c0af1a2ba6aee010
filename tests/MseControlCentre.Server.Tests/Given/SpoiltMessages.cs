using System.Globalization;
using System.Net.Http.Json;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>Messages with a fault each, of several kinds, as a bad day's senders make them.</summary>
public static class SpoiltMessages
{
    /// <summary>Identifier of the patient in them: it must never be seen again.</summary>
    public const string Patient = "778899";

    /// <summary>Sends them: of an unknown sender, with a spoilt time, with a category and a source that are none.</summary>
    public static async Task SendSpoiltAsync(this RunningServer server)
    {
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);
        for (var message = 0; message < 3; message++)
        {
            await sender.SendAsync(Admission(server, "NEWPAS", $"U{message}", "AMU", null));
        }

        await sender.SendAsync(Admission(server, "PAS", "T1", "AMU", "yesterday"));
        using var answer = await server.Http.PostAsJsonAsync("api/events", new[]
        {
            Arrival(server, "eeast-cad", "bad-1", "C9"), Arrival(server, "nobody", "bad-2", "C2"),
        });
    }

    /// <summary>Admits patients to a ward that the network file does not know.</summary>
    public static async Task SendToUnmappedAsync(this RunningServer server, int patients)
    {
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);
        for (var patient = 0; patient < patients; patient++)
        {
            var answer = await sender.SendAsync(Admission(server, "PAS", $"M{patient}", "NEWWARD", null));
            Assert.Equal("AA", MllpSender.CodeOf(answer));
        }
    }

    private static string Admission(RunningServer server, string sender, string number, string ward, string? time)
    {
        var now = server.Now.ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        return $"MSH|^~\\&|{sender}|RAJ12|SCC|QH8|{now}||ADT^A01|{number}|P|2.4\rEVN||{now}||||{time ?? now}\r"
            + $"PID|||{Patient}^^^RAJ12^PI||SAMPLE^PATIENT\rPV1||I|^{ward}^01^RAJ12||||||||||||||||V{number}\r";
    }

    private static object Arrival(RunningServer server, string source, string identity, string category) => new
    {
        source,
        messageId = identity,
        occurredAt = server.Now,
        site = "RAJ12",
        kind = "AmbulanceArrived",
        detail = new { conveyance = "SAMPLE-" + identity, category },
    };
}
