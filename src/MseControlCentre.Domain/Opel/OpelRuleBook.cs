using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Opel;

/// <summary>The OPEL rule sets that have been adopted: of each, its newest version. Bounded by their number.</summary>
internal sealed class OpelRuleBook
{
    private readonly SortedDictionary<string, FlowEvent> _newest = new(StringComparer.Ordinal);

    /// <summary>The adoptions in force, in a fixed order.</summary>
    public IEnumerable<FlowEvent> Adoptions => _newest.Values;

    public void Take(FlowEvent e, OpelRuleSetAdopted adopted)
    {
        if (!_newest.TryGetValue(adopted.RuleSet, out var known) || EventOrder.Instance.Compare(e, known) > 0)
        {
            _newest[adopted.RuleSet] = e;
        }
    }
}
