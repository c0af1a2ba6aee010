using System.Collections;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>The visits present at one hospital; bounded by its beds and its department. The order is
/// deterministic.</summary>
public sealed class Roster : IReadOnlyList<Visit>
{
    private readonly List<Visit> _visits = [];

    /// <inheritdoc />
    public int Count => _visits.Count;

    /// <inheritdoc />
    public Visit this[int index] => _visits[index];

    /// <summary>Puts a visit on the roster, unless it is there.</summary>
    public void Add(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.RosterIndex < 0)
        {
            visit.RosterIndex = _visits.Count;
            _visits.Add(visit);
        }
    }

    /// <summary>Takes a visit off the roster.</summary>
    public void Remove(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.RosterIndex >= 0)
        {
            var last = _visits[^1];
            _visits[visit.RosterIndex] = last;
            last.RosterIndex = visit.RosterIndex;
            _visits.RemoveAt(_visits.Count - 1);
            visit.RosterIndex = -1;
        }
    }

    /// <inheritdoc />
    public IEnumerator<Visit> GetEnumerator() => _visits.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
