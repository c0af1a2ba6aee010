using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

/// <summary>Why a figure is what it is.</summary>
public sealed partial class ControlCentre
{
    /// <summary>
    /// A figure of an instant with what it rests on: the stories, declarations or other figures that are counted.
    /// </summary>
    /// <param name="figureId">Identity of the figure, such as <c>RAJ12:ed.in-department</c>.</param>
    /// <param name="at">The instant.</param>
    /// <param name="most">How much evidence to list at most; the total is told beside it.</param>
    /// <returns>Null when there is no such figure.</returns>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public FigureEvidence? EvidenceAt(string figureId, DateTimeOffset at, int most)
    {
        if (Find(figureId, at) is not var (view, rule))
        {
            return null;
        }

        var figure = InForce().Rules.FigureOf(rule, view);
        var evidence = rule.EvidenceIn(view).ToList();
        var ordered = evidence
            .OrderByDescending(one => one.Counted)
            .ThenByDescending(one => LengthOf(one, view.Moment.At))
            .Take(most);
        return new FigureEvidence(
            figure,
            view.Moment.At,
            [.. ordered],
            evidence.Count,
            evidence.Count(one => one.Counted),
            figure.Value is null ? null : rule.Recount(evidence, view),
            HeldStandard.Of(figure, view.Network.Standards),
            figure.Value is null ? Inquiry.Into(rule, view) : []);
    }

    /// <summary>The figures of one scope at an instant, without the rest of the picture.</summary>
    /// <param name="scope">Code of the scope, such as <c>RAJ12</c> or <c>RAJ12/AMU</c>.</param>
    /// <param name="at">The instant.</param>
    /// <returns>Null when there is no such scope.</returns>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public FigureSet? FiguresAt(string scope, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (network, rules) = InForce();
        return new Scopes(SourcesAt(new Moment(at, network)), ViewSite).Find(scope) is { } view
            ? rules.Figures(view)
            : null;
    }

    /// <summary>
    /// Some figures of the system, of each site and of each virtual ward at an instant, by code. Others that they rest
    /// on may be among them.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <param name="measures">Which figures.</param>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    public IReadOnlyDictionary<string, FigureSet> PlacesAt(DateTimeOffset at, PlaceMeasures measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var (network, rules) = InForce();
        var scopes = new Scopes(SourcesAt(new Moment(at, network)), ViewSite);
        return scopes.Sites.Select(site => Of(scopes.Of(site), measures.Sites))
            .Append(Of(scopes.System, measures.System))
            .Concat(network.VirtualWards.Select(ward =>
                Of(scopes.Other(Scope.VirtualWard, ward.Code), measures.VirtualWards)))
            .ToDictionary(StringComparer.Ordinal);

        KeyValuePair<string, FigureSet> Of(ScopeView view, IReadOnlyList<Measure> wanted) =>
            KeyValuePair.Create(view.Code, rules.Figures(view, wanted));
    }

    private (ScopeView View, FigureRule Rule)? Find(string figureId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(figureId);
        var (network, rules) = InForce();
        var colon = figureId.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var scopes = new Scopes(SourcesAt(new Moment(at, network)), ViewSite);
        return scopes.Find(figureId[..colon]) is { } view
            && rules.Find(view.Kind, figureId[(colon + 1)..]) is { } rule
                ? (view, rule)
                : null;
    }

    /// <summary>How long the clock of a story has run; nothing for what is no story.</summary>
    private static TimeSpan LengthOf(Evidence evidence, DateTimeOffset at) => evidence.Kind switch
    {
        EvidenceKind.Encounter or EvidenceKind.Conveyance or EvidenceKind.EmergencyCall or EvidenceKind.VirtualWardStay
            when evidence.Since is { } since => (evidence.Until ?? at) - since,
        _ => TimeSpan.Zero,
    };
}
