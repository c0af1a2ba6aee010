namespace MseControlCentre.Simulator.Truth;

/// <summary>
/// What was last declared, by whom and about what. Bounded by the sites, units and staff groups of the network.
/// </summary>
public sealed class DeclaredBook
{
    private readonly SortedDictionary<(string Kind, string Scope, string About), IReadOnlyList<double?>> _values = [];

    /// <summary>Writes what was declared in place of what stood there before.</summary>
    /// <param name="kind">What kind of statement it is.</param>
    /// <param name="scope">Site, provider or unit it is about.</param>
    /// <param name="about">What it is about there; empty when there is only one.</param>
    /// <param name="values">The numbers, in the order of the statement.</param>
    public void Set(string kind, string scope, string about, params IReadOnlyList<double?> values) =>
        _values[(kind, scope, about)] = values;

    /// <summary>All that stands of a kind: scope and numbers.</summary>
    public IEnumerable<(string Scope, IReadOnlyList<double?> Values)> Of(string kind) => _values
        .Where(pair => string.Equals(pair.Key.Kind, kind, StringComparison.Ordinal))
        .Select(pair => (pair.Key.Scope, pair.Value));

    /// <summary>Sum of one number over what stands of a kind in a scope; null when nothing was declared.</summary>
    public double? Sum(string kind, int index, string? scope = null)
    {
        var found = Of(kind).Where(one => scope is null || string.Equals(one.Scope, scope, StringComparison.Ordinal))
            .Select(one => one.Values[index]).Where(value => value is not null).ToList();
        return found.Count == 0 ? null : found.Sum();
    }
}
