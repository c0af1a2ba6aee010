using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Movements;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// Every rule of a network, by kind of scope, in an order in which each comes after those it is worked out from.
/// </summary>
internal sealed class FigureRules
{
    private readonly Dictionary<Scope, IReadOnlyList<FigureRule>> _byScope;

    public FigureRules(NetworkMap network)
    {
        // An area that builds on another's figures comes after it.
        var wards = new WardKinds(network);
        var inBeds = new BedPopulations(wards);
        FigureRule[] all =
        [
            .. HandoverRules.For(network),
            .. CrewRules.For(network),
            .. CohortRules.All,
            .. EmergencyCallRules.All,
            .. EmergencyDepartmentRules.For(network, wards),
            .. BedRules.For(network, inBeds),
            .. DischargeRules.For(network),
            .. BedOutlookRules.For(inBeds),
            .. VirtualWardRules.For(network),
            .. CommunityRules.All(),
            .. MovementRules.For(wards, inBeds),

            // Last: OPEL scores the figures of all the others.
            .. OpelRules.All,
        ];
        All = all;
        _byScope = Enum.GetValues<Scope>().ToDictionary(
            scope => scope, scope => (IReadOnlyList<FigureRule>)[.. all.Where(rule => rule.Scopes.HasFlag(scope))]);
    }

    /// <summary>Every rule, in order.</summary>
    public IReadOnlyList<FigureRule> All { get; }

    /// <summary>Works out every figure of a scope.</summary>
    public FigureSet Figures(ScopeView view)
    {
        view.Figures.Expect(_byScope[view.Kind].Count);
        foreach (var rule in _byScope[view.Kind])
        {
            view.Figures.Add(rule.Measure, rule.ValueIn(view), rule.TrustIn(view), rule.CountedSinceIn(view));
        }

        return view.Figures.ToSet();
    }

    /// <summary>Works out some figures of a scope, and no others than those that they rest on.</summary>
    public FigureSet Figures(ScopeView view, IEnumerable<Measure> measures)
    {
        view.Figures.Missing = measureId =>
        {
            if (Find(view.Kind, measureId) is { } rule)
            {
                view.Figures.Add(rule.Measure, rule.ValueIn(view), rule.TrustIn(view), rule.CountedSinceIn(view));
            }
        };
        foreach (var measure in measures)
        {
            view.Figures.Find(measure.Id);
        }

        return view.Figures.ToSet();
    }

    /// <summary>The measures that a kind of scope has figures of.</summary>
    public IEnumerable<Measure> MeasuresOf(Scope scope) => _byScope[scope].Select(rule => rule.Measure);

    /// <summary>
    /// Works out the figures of a scope up to that of one rule, which rests on none that come after it.
    /// </summary>
    public Figure FigureOf(FigureRule wanted, ScopeView view)
    {
        foreach (var rule in _byScope[view.Kind])
        {
            view.Figures.Add(rule.Measure, rule.ValueIn(view), rule.TrustIn(view), rule.CountedSinceIn(view));
            if (ReferenceEquals(rule, wanted))
            {
                break;
            }
        }

        return view.Figures[wanted.Measure];
    }

    /// <summary>The rule of a measure in a kind of scope; null when the scope has no such figure.</summary>
    public FigureRule? Find(Scope scope, string measureId) =>
        _byScope[scope].FirstOrDefault(rule => string.Equals(rule.Measure.Id, measureId, StringComparison.Ordinal));
}
