using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Declarations;

/// <summary>
/// The newest declaration of each subject at each site, and the newest status of each bed. Bounded by the subjects that
/// the network file knows, since the feeds refuse others.
/// </summary>
internal sealed class DeclarationBoard
{
    private readonly SortedDictionary<string, FlowEvent> _newest = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, FlowEvent>> _beds = new(StringComparer.Ordinal);

    /// <summary>Everything in force, in a fixed order.</summary>
    public IEnumerable<FlowEvent> All => _newest.Values.Concat(_beds.Values.SelectMany(ward => ward.Values));

    /// <summary>Takes a declaration; the newest of its subject at its site is in force.</summary>
    public void Take(FlowEvent flowEvent, Declaration declaration) =>
        Keep(_newest, KeyOf(flowEvent.Site, declaration.Subject), flowEvent);

    /// <summary>Takes a bed's status; the newest of the bed is in force.</summary>
    public void Take(FlowEvent flowEvent, BedStatusChanged changed)
    {
        var ward = KeyOf(flowEvent.Site, changed.Ward);
        if (!_beds.TryGetValue(ward, out var beds))
        {
            _beds.Add(ward, beds = new SortedDictionary<string, FlowEvent>(StringComparer.Ordinal));
        }

        Keep(beds, changed.Bed, flowEvent);
    }

    /// <summary>The declaration in force about a subject at a site or provider; null when none was made.</summary>
    public FlowEvent? Find(string site, string subject) => _newest.GetValueOrDefault(KeyOf(site, subject));

    /// <summary>The newest declaration about a subject, whichever site or provider made it.</summary>
    public FlowEvent? FindAnywhere(string subject)
    {
        FlowEvent? newest = null;
        foreach (var flowEvent in _newest.Values)
        {
            var sameSubject = string.Equals(((Declaration)flowEvent.Detail).Subject, subject, StringComparison.Ordinal);
            if (sameSubject && (newest is null || EventOrder.Instance.Compare(flowEvent, newest) > 0))
            {
                newest = flowEvent;
            }
        }

        return newest;
    }

    /// <summary>The newest status of each bed of a ward that was reported after an instant.</summary>
    public IEnumerable<BedStatusChanged> BedsReportedAfter(string site, string ward, DateTimeOffset after) =>
        _beds.TryGetValue(KeyOf(site, ward), out var beds)
            ? beds.Values.Where(e => e.OccurredAt > after).Select(e => (BedStatusChanged)e.Detail)
            : [];

    private static void Keep(SortedDictionary<string, FlowEvent> newest, string key, FlowEvent flowEvent)
    {
        if (!newest.TryGetValue(key, out var known) || EventOrder.Instance.Compare(flowEvent, known) > 0)
        {
            newest[key] = flowEvent;
        }
    }

    private static string KeyOf(string site, string subject) => site + "\n" + subject;
}
