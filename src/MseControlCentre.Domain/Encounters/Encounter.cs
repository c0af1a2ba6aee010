using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Encounters;

/// <summary>One encounter, under every identity that turned out to be its own.</summary>
internal sealed class Encounter
{
    private readonly SortedSet<string> _identities = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _givenUp = new(StringComparer.Ordinal);
    private readonly List<FlowEvent> _merges = [];
    private DateTimeOffset _mergedAt;
    private EncounterFold _fold = new();

    public Encounter(string identity) => _identities.Add(identity);

    public History History { get; } = new();

    public EncounterStanding Standing => _fold.Standing;

    public IReadOnlyList<FlowMark> Marks => _fold.Marks;

    public IReadOnlyCollection<string> Identities => _identities;

    public IReadOnlyList<FlowEvent> Merges => _merges;

    /// <summary>The identity that survives its merges, whatever their order: the first that no merge gave up.</summary>
    public string Id => _identities.FirstOrDefault(identity => !_givenUp.Contains(identity)) ?? _identities.Min!;

    public bool IsPresent => Standing.Phase is EncounterPhase.InDepartment or EncounterPhase.Inpatient;

    /// <summary>When something was last told of it, by the journal's clock.</summary>
    public DateTimeOffset ToldAt => _mergedAt > History.ToldAt ? _mergedAt : History.ToldAt;

    /// <summary>Whether nothing happened to it, and nothing was told of it, since an instant.</summary>
    public bool IsQuietSince(DateTimeOffset instant) =>
        ToldAt < instant && (History.LastAt is null || History.LastAt < instant);

    public void Fold() => _fold = EncounterFold.Of(History.Events);

    /// <summary>Takes an event and folds it in. False when it was known already.</summary>
    public bool Add(FlowEvent flowEvent, DateTimeOffset told)
    {
        var placing = History.Add(flowEvent, told);
        if (placing == Placing.Between || (placing == Placing.Last && !_fold.TryGoOn(flowEvent)))
        {
            Fold();
        }

        return placing != Placing.Known;
    }

    public void GiveUp(string identity, FlowEvent merge, DateTimeOffset told)
    {
        _mergedAt = told > _mergedAt ? told : _mergedAt;
        _givenUp.Add(identity);
        if (!_merges.Contains(merge))
        {
            _merges.Add(merge);
        }
    }

    public void TakeOver(Encounter other)
    {
        _identities.UnionWith(other._identities);
        _givenUp.UnionWith(other._givenUp);
        foreach (var merge in other._merges.Where(merge => !_merges.Contains(merge)).ToList())
        {
            _merges.Add(merge);
        }

        _mergedAt = other._mergedAt > _mergedAt ? other._mergedAt : _mergedAt;
        foreach (var flowEvent in other.History.Events)
        {
            History.Add(flowEvent, other.History.ToldAt);
        }
    }
}
