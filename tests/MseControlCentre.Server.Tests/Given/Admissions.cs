using System.Globalization;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>Basildon's patient administration system, which admits one patient after another.</summary>
public sealed class Admissions
{
    private int _sent;

    /// <summary>Admits a patient, now by the server's clock, and expects it to be taken.</summary>
    public async Task SendAsync(RunningServer server, MllpSender sender, string ward)
    {
        var time = server.Now.ToString("yyyyMMddHHmmss+0000", CultureInfo.InvariantCulture);
        var number = ++_sent;
        var answer = await sender.SendAsync(
            $"MSH|^~\\&|PAS|RAJ12|SCC|QH8|{time}||ADT^A01|S{number}|P|2.4\rEVN||{time}||||{time}\r"
            + $"PID|||77{number}^^^RAJ12^PI\rPV1||I|^{ward}^01^RAJ12||||||||||||||||V{number}\r");
        Assert.Equal("AA", MllpSender.CodeOf(answer));
    }
}
