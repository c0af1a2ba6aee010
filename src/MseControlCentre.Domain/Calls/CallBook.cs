using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// The calls that are open, those of the last <see cref="KeptAfterEnd"/>, and older ones of which something is still
/// owed. Bounded by <see cref="Most"/> calls, of which the oldest leave, and by <see cref="OwedFor"/>, after which what
/// is owed is history too. All others are in the journal.
/// </summary>
internal sealed class CallBook
{
    /// <summary>How long a call stays after it ended: a week's calls look back on it.</summary>
    public static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    /// <summary>How long a call of which something is owed stays.</summary>
    public static readonly TimeSpan OwedFor = TimeSpan.FromDays(60);

    /// <summary>Calls that stay.</summary>
    public const int Most = 500;

    private readonly SortedDictionary<string, Kept> _byId = new(StringComparer.Ordinal);

    /// <summary>Every event that is kept, by call, part and revision.</summary>
    public IEnumerable<FlowEvent> Events => _byId.Values.SelectMany(kept => kept.Events.Values);

    /// <summary>Every call, the one that begins last first.</summary>
    public IEnumerable<Call> All => _byId.Values
        .Select(kept => kept.Told)
        .OfType<Call>()
        .OrderByDescending(call => call.StartsAt)
        .ThenByDescending(call => call.Id, StringComparer.Ordinal);

    /// <summary>Takes an event; one that is known already changes nothing.</summary>
    public void Take(FlowEvent e, CallEvent told)
    {
        if (!_byId.TryGetValue(told.Call, out var kept))
        {
            _byId.Add(told.Call, kept = new Kept());
        }

        kept.Take(CallIdentity.Message(told.Call, told.Part, told.Revision), e);
    }

    /// <summary>Lets go of what ended long enough ago.</summary>
    public void Release(DateTimeOffset now)
    {
        foreach (var (call, place) in All.Select((call, place) => (call, place)).ToList())
        {
            var kept = call.OwesSomething ? OwedFor : KeptAfterEnd;
            if (place >= Most || call.EndedAt < now - kept)
            {
                _byId.Remove(call.Id);
            }
        }
    }

    private sealed class Kept
    {
        private bool _isNew = true;
        private Call? _told;

        public SortedDictionary<string, FlowEvent> Events { get; } = new(StringComparer.Ordinal);

        // Told when somebody asks: a statement that is written for an hour is taken a thousand times and read less
        // often.
        public Call? Told
        {
            get
            {
                if (_isNew)
                {
                    (_told, _isNew) = (CallFold.Of(Events.Values), false);
                }

                return _told;
            }
        }

        public void Take(string identity, FlowEvent e) => _isNew |= Events.TryAdd(identity, e);
    }
}
