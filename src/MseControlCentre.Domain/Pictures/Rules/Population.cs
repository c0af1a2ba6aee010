using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// People or happenings that figures count: who is in the department, today's handovers. Listed once for each scope of
/// a picture, however many figures count them.
/// </summary>
/// <typeparam name="T">One of them.</typeparam>
internal sealed class Population<T>(
    FeedSubject subject, Func<ScopeView, IEnumerable<T>> list, Func<T, ScopeView, Evidence> evidence)
{
    /// <summary>The feeds that tell of them.</summary>
    public FeedSubject Subject { get; } = subject;

    /// <summary>Whether they are counted from local midnight on: then a day that was told of in part says so.</summary>
    public bool SinceMidnight { get; init; }

    /// <summary>
    /// Whether those of several sites are those of each site together: then they are listed once for the site and not
    /// again for the system.
    /// </summary>
    public bool IsOfSites { get; init; }

    /// <summary>Lists them. Rules ask <see cref="ScopeView.Of{T}"/>, which lists once.</summary>
    public IEnumerable<T> List(ScopeView view) => list(view);

    /// <summary>
    /// Since when the figures of this population are counted, when that is later than local midnight though they are
    /// counted from midnight on: the feeds had told of nothing before. Null when the day is covered.
    /// </summary>
    public DateTimeOffset? CountedSince(ScopeView view) =>
        SinceMidnight && view.HeardSince(Subject) is { } heard && heard > view.Moment.DayStart ? heard : null;

    /// <summary>What is behind one of them.</summary>
    public Evidence EvidenceOf(T item, ScopeView view) => evidence(item, view);

    /// <summary>The part of them that fulfils a condition; listed once as well.</summary>
    public Population<T> Where(Func<T, Moment, bool> condition) =>
        new(Subject, view => Fulfilling(condition, view), EvidenceOf)
        {
            SinceMidnight = SinceMidnight,
            IsOfSites = IsOfSites,
        };

    // A loop over a span: every picture goes through all patients several times.
    private List<T> Fulfilling(Func<T, Moment, bool> condition, ScopeView view)
    {
        var items = view.Each(this);
        var kept = new List<T>(items.Length);
        foreach (var item in items)
        {
            if (condition(item, view.Moment))
            {
                kept.Add(item);
            }
        }

        return kept;
    }
}
