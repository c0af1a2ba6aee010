namespace MseControlCentre.Feeds.Quarantine;

/// <summary>
/// The heads of the entries that wait, so that lists and counts need not read the files. Bounded by the files, which
/// are bounded: what leaves with a file leaves here. Guarded by the store's lock.
/// </summary>
internal sealed class QuarantineIndex
{
    private readonly Dictionary<string, (QuarantineHead Head, long File)> _waiting = new(StringComparer.Ordinal);

    // Thousands of messages have the same few reasons: each is kept once. Bound: the entries that wait.
    private readonly Dictionary<Rejection, Rejection> _reasons = [];
    private IReadOnlyList<QuarantineHead>? _inOrder;

    /// <summary>How often it has changed.</summary>
    public long Version { get; private set; }

    /// <summary>The heads, oldest first.</summary>
    public IReadOnlyList<QuarantineHead> InOrder => _inOrder ??=
    [
        .. _waiting.Values.Select(one => one.Head)
            .OrderBy(head => head.ReceivedAt).ThenBy(head => head.Id, StringComparer.Ordinal),
    ];

    /// <summary>Takes a line of a file, in the order of the lines.</summary>
    public void Take(QuarantineLine line, long file)
    {
        if (line.Entry is { } entry)
        {
            var head = QuarantineHead.Of(entry);
            _waiting[entry.Id] = (head with { Reason = Once(head.Reason) }, file);
            Changed();
        }
        else if (line.Mark is { } mark && _waiting.Remove(mark.Replayed))
        {
            Changed();
        }
    }

    /// <summary>Whether an entry waits.</summary>
    public bool Waits(string id) => _waiting.ContainsKey(id);

    /// <summary>Whether any entry of a file waits.</summary>
    public bool AnyOf(long file) => _waiting.Values.Any(one => one.File == file);

    /// <summary>Lets the entries of a file go. Returns how many waited.</summary>
    public int Forget(long file)
    {
        var gone = _waiting.Where(one => one.Value.File == file).Select(one => one.Key).ToList();
        gone.ForEach(id => _waiting.Remove(id));
        if (_waiting.Count == 0)
        {
            _reasons.Clear();
        }

        Changed();
        return gone.Count;
    }

    private Rejection Once(Rejection reason)
    {
        if (_reasons.TryGetValue(reason, out var known))
        {
            return known;
        }

        if (_reasons.Count > _waiting.Count)
        {
            _reasons.Clear();
        }

        _reasons[reason] = reason;
        return reason;
    }

    private void Changed()
    {
        Version++;
        _inOrder = null;
    }
}
