using System.Text.Json;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Tests.Truth;

/// <summary>
/// Who is where in one hospital by its messages alone: the simplest reader of them that can be written, taken in order
/// of occurrence. It shares nothing with the world's own count.
/// </summary>
internal sealed class MessageTally
{
    private readonly Dictionary<string,
        (string Phase, string Ward, string Before, bool OnLeave)> _visits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _criteria = new(StringComparer.Ordinal);
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _virtual = new(StringComparer.Ordinal);

    public int InDepartment => _visits.Values.Count(visit => visit.Phase == "E");

    public int Inpatients => _visits.Values.Count(visit => visit.Phase == "I");

    public int AmbulancesWaiting => _waiting.Count;

    public int OnVirtualWards => _virtual.Count;

    public int NoCriteria => _visits.Count(pair => pair.Value.Phase == "I" && _criteria.GetValueOrDefault(pair.Key));

    public int In(string ward) =>
        _visits.Values.Count(visit => visit is { Phase: "I", OnLeave: false } && Matches(visit.Ward, ward));

    public void Tell(OutgoingMessage message)
    {
        if (message.IsHl7)
        {
            TellHl7(message.Payload.Split('\r', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => s.Split('|')).ToList());
        }
        else
        {
            using var json = JsonDocument.Parse(message.Payload);
            TellJson(json.RootElement.GetProperty("kind").GetString()!, json.RootElement.GetProperty("detail"));
        }
    }

    private static bool Matches(string location, string ward) =>
        location.Split('^').Any(part => part == ward || part == "SOU-" + ward);

    private void TellHl7(List<string[]> segments)
    {
        var trigger = segments[0][8].Split('^')[1];
        foreach (var pv1 in segments.Where(segment => segment[0] == "PV1" && segment.Length > 19))
        {
            var number = pv1[19].Split('^')[0];
            var was = _visits.GetValueOrDefault(number, ("", "", "", false));
            _visits[number] = trigger switch
            {
                "A04" => ("E", pv1[3], "", false),
                "A01" or "A06" => ("I", pv1[3], "", false),
                "A02" or "A17" => (was.Item1, pv1[3], was.Item2, was.Item4),
                "A12" => (was.Item1, was.Item3, "", was.Item4),
                "A03" => ("out of " + was.Item1, was.Item2, was.Item3, false),
                "A13" => (was.Item1[^1..], was.Item2, was.Item3, false),
                "A11" => ("", "", "", false),
                "A21" or "A53" => (was.Item1, was.Item2, was.Item3, true),
                "A22" or "A52" => (was.Item1, was.Item2, was.Item3, false),
                _ => was,
            };
        }
    }

    private void TellJson(string kind, JsonElement detail)
    {
        switch (kind)
        {
            case "CriteriaToResideAssessed":
                _criteria[detail.GetProperty("encounter").GetString()!] = !detail.GetProperty("met").GetBoolean();
                break;
            case "AmbulanceArrived":
                _waiting.Add(detail.GetProperty("conveyance").GetString()!);
                break;
            case "HandoverCompleted":
                _waiting.Remove(detail.GetProperty("conveyance").GetString()!);
                break;
            case "VirtualWardAdmitted":
                _virtual.Add(detail.GetProperty("stay").GetString()!);
                break;
            case "VirtualWardDischarged":
                _virtual.Remove(detail.GetProperty("stay").GetString()!);
                break;
        }
    }
}
