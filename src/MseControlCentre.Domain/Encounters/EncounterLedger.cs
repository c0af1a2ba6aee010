using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Encounters;

/// <summary>
/// Every encounter that is kept, found by any of its identities. Bounded by who is in hospital, who is expected, and
/// who left within the network file's <c>closedEncounterHours</c>.
/// </summary>
internal sealed class EncounterLedger
{
    private readonly Dictionary<string, Encounter> _byIdentity = new(StringComparer.Ordinal);

    public IEnumerable<Encounter> All => _byIdentity.Where(pair => IsFirstIdentity(pair)).Select(pair => pair.Value);

    public bool Knows(string identity) => _byIdentity.ContainsKey(identity);

    public Encounter? FindKept(string identity) => _byIdentity.GetValueOrDefault(identity);

    public Encounter Find(string identity)
    {
        if (!_byIdentity.TryGetValue(identity, out var encounter))
        {
            _byIdentity.Add(identity, encounter = new Encounter(identity));
        }

        return encounter;
    }

    /// <summary>Makes two identities one. Returns the encounter that remains; the other is no longer found.</summary>
    public Encounter Merge(Encounter from, Encounter to, string givenUp, FlowEvent merge, DateTimeOffset told)
    {
        if (!ReferenceEquals(from, to))
        {
            to.TakeOver(from);
            foreach (var identity in from.Identities)
            {
                _byIdentity[identity] = to;
            }
        }

        to.GiveUp(givenUp, merge, told);
        return to;
    }

    public void Remove(Encounter encounter)
    {
        foreach (var identity in encounter.Identities)
        {
            _byIdentity.Remove(identity);
        }
    }

    private static bool IsFirstIdentity(KeyValuePair<string, Encounter> pair) =>
        pair.Value.Identities.Count == 1
        || string.Equals(pair.Value.Identities.First(), pair.Key, StringComparison.Ordinal);
}
