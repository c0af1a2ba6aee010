namespace MseControlCentre.Domain.Reports;

/// <summary>
/// The response times of a category in a month: their exact mean, and their 90th centile to the second. Bounded by the
/// seconds of <see cref="Longest"/>, not by the number of calls.
/// </summary>
internal sealed class ResponseTimes
{
    /// <summary>A longer time is kept as this one; it is added to the mean as it was.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly SortedDictionary<int, int> _bySecond = [];
    private long _ticks;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many different seconds are kept.</summary>
    public int Kept => _bySecond.Count;

    public TimeSpan? Mean => Count == 0 ? null : new TimeSpan(_ticks / Count);

    /// <summary>By nearest rank: the smallest time that at least 90% do not exceed.</summary>
    public TimeSpan? Ninetieth
    {
        get
        {
            var rank = ((Count * 9L) + 9) / 10;
            foreach (var (second, count) in _bySecond)
            {
                rank -= count;
                if (rank <= 0)
                {
                    return TimeSpan.FromSeconds(second);
                }
            }

            return null;
        }
    }

    public void Add(TimeSpan time)
    {
        var second = (int)(time < Longest ? time : Longest).TotalSeconds;
        _bySecond[second] = _bySecond.GetValueOrDefault(second) + 1;
        _ticks += time.Ticks;
        Count++;
    }

    public ResponseTimes Copy()
    {
        var copy = new ResponseTimes { Count = Count, _ticks = _ticks };
        foreach (var (second, count) in _bySecond)
        {
            copy._bySecond.Add(second, count);
        }

        return copy;
    }
}
