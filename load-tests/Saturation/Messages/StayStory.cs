using System.Globalization;

namespace MseControlCentre.Saturation.Messages;

/// <summary>
/// Stays of one site, one after another, each of five messages: admitted (A01), corrected (A08), moved (A02), corrected
/// (A08), discharged (A03). Each site names its places in its own way.
/// </summary>
internal sealed class StayStory(string prefix, int number)
{
    private static readonly (string Site, Func<string, int, string> Location)[] s_sites =
    [
        ("RAJ12", (ward, bed) => string.Create(CultureInfo.InvariantCulture, $"^{ward}^{bed}^RAJ12")),
        ("RAJ32", (ward, bed) => string.Create(CultureInfo.InvariantCulture, $"{ward}^^{bed}^RAJ32")),
        ("RAJ01", (ward, bed) => string.Create(CultureInfo.InvariantCulture, $"SOU-{ward}^BAY1^{bed}")),
    ];

    private static readonly (string Trigger, string Structure)[] s_steps =
    [
        ("A01", "ADT_A01"), ("A08", "ADT_A01"), ("A02", "ADT_A02"), ("A08", "ADT_A01"), ("A03", "ADT_A03"),
    ];

    private long _count;

    /// <summary>The next message, without its frame.</summary>
    public string Next(string controlId)
    {
        var (site, location) = s_sites[number % s_sites.Length];
        var step = (int)(_count % s_steps.Length);
        var stay = (_count++ / s_steps.Length).ToString("x", CultureInfo.InvariantCulture);
        var (trigger, structure) = s_steps[step];
        var bed = 1 + (int)(_count % 28);
        var place = location(step < 2 ? "AMU" : "ACM1", bed);
        var prior = step == 2 ? location("AMU", bed) : string.Empty;
        var time = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+0000";
        var discharge = step == 4 ? $"|||||||||||||||||1|19||||||||{time}" : string.Empty;
        return $"MSH|^~\\&|PAS|{site}|CONTROL-CENTRE|QH8|{time}||ADT^{trigger}^{structure}|{controlId}|P|2.4\r"
            + $"EVN||{time}||||{time}\r"
            + $"PID|||H{prefix}{stay}^^^{site}^MR||LOADTEST^Invented||19500101|F\r"
            + $"PV1||I|{place}|21||{prior}||||300|||||||||V{prefix}{stay}{discharge}\r";
    }
}
