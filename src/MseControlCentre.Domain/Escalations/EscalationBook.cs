using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// The escalations that are open, and those that ended in the last <see cref="KeptAfterEnd"/>. Bounded: what is open
/// has been opened by a limit, once for each kind and place, or by people; of those that ended at most
/// <see cref="MostEnded"/> stay, the newest. All others are in the journal.
/// </summary>
internal sealed class EscalationBook
{
    /// <summary>How long an escalation stays after it ended: a week's handovers and calls look back on it.</summary>
    public static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    /// <summary>Ended escalations that stay.</summary>
    public const int MostEnded = 5_000;

    private readonly SortedDictionary<string, Kept> _byId = new(StringComparer.Ordinal);

    /// <summary>Every event that is kept, by escalation and step.</summary>
    public IEnumerable<FlowEvent> Events => _byId.Values.SelectMany(kept => kept.Steps.Values);

    /// <summary>Every escalation, by its identity.</summary>
    public IEnumerable<Escalation> All => _byId.Values.Select(kept => kept.Told).OfType<Escalation>();

    /// <summary>Takes a step; one that is known already changes nothing.</summary>
    public void Take(FlowEvent e, EscalationEvent step)
    {
        if (!_byId.TryGetValue(step.Escalation, out var kept))
        {
            _byId.Add(step.Escalation, kept = new Kept());
        }

        if (kept.Steps.TryAdd(step.Step, e))
        {
            kept.Told = EscalationFold.Of([.. kept.Steps.Values]);
        }
    }

    /// <summary>Lets go of what ended long enough ago.</summary>
    public void Release(DateTimeOffset now)
    {
        var ended = _byId
            .Where(one => one.Value.Told is { IsOpen: false })
            .OrderByDescending(one => one.Value.Told!.EndedAt)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var (id, _) in ended.Where((one, place) =>
            place >= MostEnded || one.Value.Told!.EndedAt < now - KeptAfterEnd))
        {
            _byId.Remove(id);
        }
    }

    private sealed class Kept
    {
        public SortedDictionary<int, FlowEvent> Steps { get; } = [];

        public Escalation? Told { get; set; }
    }
}
