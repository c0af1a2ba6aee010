using System.Runtime.InteropServices;

namespace MseControlCentre.Domain.Histories;

/// <summary>
/// The marks of one site, found by hour. Marks of stories that are still kept stand singly; when a story leaves, its
/// marks settle into a count for the hour. Hours are kept for <see cref="KeptDays"/> days.
/// </summary>
internal sealed class MarkLog
{
    /// <summary>Days for which settled hours are kept: five weeks, so that the same weekday can be compared.</summary>
    internal const int KeptDays = 35;

    /// <summary>A log without marks, for scopes that have none.</summary>
    public static readonly MarkLog Empty = new();

    private readonly Dictionary<(MarkKind Kind, long Hour), List<FlowMark>> _live = [];
    private readonly Dictionary<(MarkKind Kind, long Hour), HourlyCount> _settled = [];

    // How many marks of each kind are held, single or settled. Bounded by the kinds.
    private readonly Dictionary<MarkKind, long> _held = [];

    /// <summary>
    /// The settled hours in a fixed order. They are kept in none: pictures look up weeks of them, which must be quick.
    /// </summary>
    public IEnumerable<KeyValuePair<(MarkKind Kind, long Hour), HourlyCount>> Settled =>
        _settled.OrderBy(settled => settled.Key);

    /// <summary>The marks of stories that are still kept.</summary>
    public IEnumerable<FlowMark> Live => _live.Values.SelectMany(marks => marks);

    /// <summary>
    /// Whether any mark of a kind is held, of a kept story or settled: a feed that has not told of a kind of happening
    /// for <see cref="KeptDays"/> days does not tell of it.
    /// </summary>
    public bool Holds(MarkKind kind) => _held.GetValueOrDefault(kind) > 0;

    public void Add(FlowMark mark)
    {
        Hold(mark.Kind, 1);
        var key = KeyOf(mark);
        if (!_live.TryGetValue(key, out var marks))
        {
            _live.Add(key, marks = []);
        }

        marks.Add(mark);
    }

    public void Remove(FlowMark mark)
    {
        Hold(mark.Kind, -1);
        var key = KeyOf(mark);
        var marks = _live[key];

        // From the end: what changes is nearly always new. Which of two equal marks goes does not matter.
        var index = marks.LastIndexOf(mark);
        marks[index] = marks[^1];
        marks.RemoveAt(marks.Count - 1);
        if (marks.Count == 0)
        {
            _live.Remove(key);
        }
    }

    /// <summary>Moves a mark of a story that leaves into the count of its hour.</summary>
    public void Settle(FlowMark mark)
    {
        Remove(mark);
        Hold(mark.Kind, 1);
        var key = KeyOf(mark);
        _settled[key] = _settled.GetValueOrDefault(key).With(mark);
    }

    public void Restore(MarkKind kind, long hour, HourlyCount count)
    {
        Hold(kind, count.Count);
        _settled[(kind, hour)] = count;
    }

    /// <summary>Lets go of settled hours older than <see cref="KeptDays"/>.</summary>
    public void Trim(DateTimeOffset now)
    {
        var oldest = HourOf(now.AddDays(-KeptDays));
        foreach (var key in _settled.Keys.Where(key => key.Hour < oldest).ToList())
        {
            Hold(key.Kind, -_settled[key].Count);
            _settled.Remove(key);
        }
    }

    /// <summary>
    /// The marks of a kind after <paramref name="from"/> (exclusive)
    /// up to <paramref name="to"/> (inclusive).
    /// </summary>
    public IEnumerable<FlowMark> After(MarkKind kind, DateTimeOffset from, DateTimeOffset to) =>
        Between(kind, from, to).Where(mark => mark.At > from);

    /// <summary>The marks of a kind from <paramref name="from"/> to <paramref name="to"/>, both inclusive.</summary>
    public IEnumerable<FlowMark> Between(MarkKind kind, DateTimeOffset from, DateTimeOffset to)
    {
        for (var hour = HourOf(from); hour <= HourOf(to); hour++)
        {
            if (!_live.TryGetValue((kind, hour), out var marks))
            {
                continue;
            }

            foreach (var mark in marks)
            {
                if (mark.At >= from && mark.At <= to)
                {
                    yield return mark;
                }
            }
        }
    }

    /// <summary>
    /// How many marks of a kind lie from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive). Of
    /// an hour whose marks have settled, a part of the hour counts for that part of its marks.
    /// </summary>
    public double CountBetween(MarkKind kind, DateTimeOffset from, DateTimeOffset to)
    {
        var count = 0.0;
        for (var hour = HourOf(from); hour <= HourOf(to); hour++)
        {
            if (_live.TryGetValue((kind, hour), out var marks))
            {
                count += marks.Count(mark => mark.At >= from && mark.At < to);
            }

            if (_settled.TryGetValue((kind, hour), out var settled))
            {
                var start = Math.Max(from.UtcTicks, hour * TimeSpan.TicksPerHour);
                var end = Math.Min(to.UtcTicks, (hour + 1) * TimeSpan.TicksPerHour);
                count += settled.Count * (double)Math.Max(0, end - start) / TimeSpan.TicksPerHour;
            }
        }

        return count;
    }

    internal static long HourOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerHour;

    private void Hold(MarkKind kind, int change) => _held[kind] = _held.GetValueOrDefault(kind) + change;

    private static (MarkKind Kind, long Hour) KeyOf(FlowMark mark) => (mark.Kind, HourOf(mark.At));
}

/// <summary>What is left of the marks of one kind in one hour once their stories have gone.</summary>
/// <param name="Count">How many.</param>
/// <param name="Timed">How many of them had a time.</param>
/// <param name="TotalSeconds">The sum of those times in seconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HourlyCount(int Count, int Timed, long TotalSeconds)
{
    public HourlyCount With(FlowMark mark) => new(
        Count + 1,
        Timed + (mark.Took is null ? 0 : 1),
        TotalSeconds + (long)(mark.Took?.TotalSeconds ?? 0));
}
