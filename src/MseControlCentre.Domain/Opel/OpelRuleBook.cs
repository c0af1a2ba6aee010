using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Opel;

/// <summary>
/// The OPEL rule sets that have been adopted: of each, its newest version. Bounded by their number: only the server
/// adopts them, from a folder of at most a few.
/// </summary>
internal sealed class OpelRuleBook
{
    private readonly SortedDictionary<string, AdoptedOpelRuleSet> _newest = new(StringComparer.Ordinal);

    /// <summary>The rule sets, in a fixed order.</summary>
    public IReadOnlyList<AdoptedOpelRuleSet> All => [.. _newest.Values];

    /// <summary>The adoptions in force, in a fixed order.</summary>
    public IEnumerable<FlowEvent> Adoptions => _newest.Values.Select(adopted => adopted.Adoption);

    /// <summary>Takes an adoption; the newest of its rule set counts.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read: the node must stop.</exception>
    public void Take(FlowEvent e, OpelRuleSetAdopted adopted)
    {
        if (_newest.TryGetValue(adopted.RuleSet, out var known)
            && EventOrder.Instance.Compare(e, known.Adoption) <= 0)
        {
            return;
        }

        var read = OpelRuleSetFile.Read(adopted.File);
        var rules = read.Rules ?? throw new InvalidOperationException(
            $"The journal adopts an OPEL rule set that cannot be read: {string.Join(' ', read.Errors)}");
        _newest[adopted.RuleSet] = new AdoptedOpelRuleSet(rules, e);
    }

    /// <summary>
    /// The rule set that counts on a local day: of those valid on it, the one with the newest first day. Null when
    /// none is valid.
    /// </summary>
    public OpelRuleSet? InForceOn(DateOnly day)
    {
        OpelRuleSet? newest = null;
        foreach (var rules in _newest.Values.Select(adopted => adopted.Rules).Where(rules => rules.IsValidOn(day)))
        {
            if (newest is null || rules.ValidFrom >= newest.ValidFrom)
            {
                newest = rules;
            }
        }

        return newest;
    }
}

/// <summary>A rule set as it was adopted.</summary>
/// <param name="Rules">What it says.</param>
/// <param name="Adoption">The event that adopted it, with the file.</param>
public sealed record AdoptedOpelRuleSet(OpelRuleSet Rules, FlowEvent Adoption)
{
    /// <summary>The file as adopted.</summary>
    public OpelRuleSetAdopted Adopted => (OpelRuleSetAdopted)Adoption.Detail;
}
