using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Pictures;

/// <summary>Every measure that a network's pictures hold, in the order in which they are worked out.</summary>
public static class MeasureCatalogue
{
    /// <summary>The measures of a network, each once; delays by owner follow the network's partners.</summary>
    public static IReadOnlyList<CatalogueMeasure> Of(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return
        [
            .. new FigureRules(network).All
                .GroupBy(rule => rule.Measure.Id, StringComparer.Ordinal)
                .Select(rules => new CatalogueMeasure(rules.First().Measure, ScopesOf(rules))),
        ];
    }

    private static IReadOnlyList<string> ScopesOf(IEnumerable<FigureRule> rules)
    {
        var scopes = rules.Aggregate((Scope)0, (all, rule) => all | rule.Scopes);
        return
        [
            .. Names.Where(name => scopes.HasFlag(name.Scope)).Select(name => name.Name),
        ];
    }

    private static readonly (Scope Scope, string Name)[] Names =
    [
        (Scope.System, "system"),
        (Scope.Site, "site"),
        (Scope.Ward, "ward"),
        (Scope.VirtualWard, "virtual ward"),
        (Scope.CommunityUnit, "community unit"),
        (Scope.Partner, "partner"),
    ];
}

/// <summary>A measure, and what it is worked out for.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Scopes">system, site, ward, virtual ward, community unit, partner.</param>
public sealed record CatalogueMeasure(Measure Measure, IReadOnlyList<string> Scopes);
