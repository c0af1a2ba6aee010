using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// One way in which flow is held up: at which places, by which figures, and in which words. The same rule reads the
/// picture of now and what the board showed at earlier steps.
/// </summary>
internal abstract class ConstraintRule(ConstraintKind kind, Measure affected, Situation situation)
{
    public ConstraintKind Kind => kind;

    /// <summary>The patients affected.</summary>
    public Measure Affected => affected;

    protected Situation Situation => situation;

    /// <summary>Where it may be so.</summary>
    public virtual IEnumerable<Place> Places => situation.Sites;

    /// <summary>Whether it is so, by the figures of one instant.</summary>
    public abstract Holding Read(Reading figures);

    /// <summary>What is wrong, without saying where.</summary>
    public abstract string What(Place place);

    /// <summary>What stands behind it, most telling first; null for what need not be said.</summary>
    public abstract IEnumerable<string?> Behind(Place place);

    /// <summary>Who has room, best first.</summary>
    public abstract IEnumerable<Room> Rooms(Place place);

    /// <summary>The figure that leads to the evidence.</summary>
    public virtual string FigureId(Place place) => place.FigureId(affected);

    /// <summary>When the oldest wait behind it began, if that is known to the second.</summary>
    public virtual DateTimeOffset? LongestSince(Place place) => null;

    /// <summary>When that wait passed the limit.</summary>
    public virtual DateTimeOffset? LimitPassed(Place place) => null;

    /// <summary>The other sites that are known not to be held up by this.</summary>
    protected IEnumerable<Place> FreeSites(Place place) =>
        situation.Sites.Where(site => !ReferenceEquals(site, place) && Read(site.Now) == Holding.No);

    protected static Holding Above(double? value, double limit) =>
        value is null ? Holding.NotKnown : value > limit ? Holding.Watch : Holding.No;
}
