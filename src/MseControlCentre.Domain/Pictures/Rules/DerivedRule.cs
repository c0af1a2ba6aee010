namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// A figure worked out from other figures of the same scope, which must come before it in the list of rules. Unknown
/// when any of them is; trusted as the least trusted of them unless said otherwise.
/// </summary>
internal sealed class DerivedRule(
    Measure measure,
    Scope scopes,
    IReadOnlyList<Measure> from,
    Func<IReadOnlyList<double>, ScopeView, double?> value,
    Func<ScopeView, Trust>? trust = null) : FigureRule(measure, scopes)
{
    public override double? ValueIn(ScopeView view)
    {
        var values = new double[from.Count];
        for (var index = 0; index < values.Length; index++)
        {
            if (view.Figures[from[index]].Value is not { } known)
            {
                return null;
            }

            values[index] = known;
        }

        return value(values, view);
    }

    public override Trust TrustIn(ScopeView view) => trust is not null
        ? trust(view)
        : Trust.Combine(from
            .Select(measure => view.Figures[measure])
            .Select(figure => new Trust(figure.Quality, figure.Source, figure.AsOf)));

    public override DateTimeOffset? CountedSinceIn(ScopeView view) =>
        from.Select(measure => view.Figures[measure].CountedSince).Max();

    public override IEnumerable<Evidence> EvidenceIn(ScopeView view) => from
        .Select(measure => view.Figures[measure])
        .Select(figure => Evidence.Of(figure));

    public override double? Recount(IReadOnlyList<Evidence> evidence, ScopeView view)
    {
        var values = evidence.Select(one => one.Value).OfType<double>().ToList();
        return values.Count == from.Count ? value(values, view) : null;
    }
}
