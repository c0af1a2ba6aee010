using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Server.Components.Escalations;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>What is escalated at a site, and what its manager may raise in one tap.</summary>
/// <param name="Open">What is open, worst level and longest first.</param>
/// <param name="Offers">What holds patients up here while nothing about it is open, worst first.</param>
public sealed record SiteEscalations(IReadOnlyList<SiteEscalation> Open, IReadOnlyList<RaiseOffer> Offers)
{
    /// <summary>Makes it.</summary>
    /// <param name="site">Code of the site.</param>
    /// <param name="name">Its name.</param>
    /// <param name="escalations">What is escalated in the system.</param>
    /// <param name="constraints">What holds the system up, worst first.</param>
    public static SiteEscalations Of(
        string site, string name, EscalationContext escalations, IReadOnlyList<Constraint> constraints)
    {
        ArgumentNullException.ThrowIfNull(escalations);
        ArgumentNullException.ThrowIfNull(constraints);
        var open = escalations.Open.Where(one => IsHere(one.Scope)).ToList();
        return new SiteEscalations(
            [.. open.Select(one => new SiteEscalation(
                EscalationRow.Of(one, escalations), one.LastStep, escalations.Plan.Above(one.Level) is not null))],
            [
                .. escalations.NotRaised.Where(now => IsHere(now.Scope))
                    .Select(now => (now.Kind, now.Headline))
                    .Concat(constraints.Where(one => IsHere(one.Scope))
                        .Select(one => (Kind: RoomOffer.KindOf(one.Kind), one.Headline))
                        .Where(one => one.Kind is not null)
                        .Select(one => (one.Kind!.Value, one.Headline)))
                    .DistinctBy(one => one.Item1)
                    .Where(one => !open.Any(so => so.Kind == one.Item1))
                    .Select(one => new RaiseOffer(
                        one.Item1,
                        EscalationWords.Of(one.Item1),
                        EscalationWords.Without(name, one.Headline))),
            ]);

        bool IsHere(string scope) => string.Equals(scope, site, StringComparison.Ordinal);
    }
}

/// <summary>An open escalation of a site.</summary>
/// <param name="Row">What lists show of it.</param>
/// <param name="Last">Number of its newest step.</param>
/// <param name="HasLevelAbove">Whether it can be passed up.</param>
public sealed record SiteEscalation(EscalationRow Row, int Last, bool HasLevelAbove);

/// <summary>Something that may be raised in one tap.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Headline">What is so now.</param>
public sealed record RaiseOffer(EscalationKind Kind, string Words, string Headline);
