using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// Counts what happened over the spans of a pack, by the rules that count the day: the span stands for the day. So a
/// span that is a whole local day gives the day's figure, and what is doubtful of a day is doubtful of a span.
/// </summary>
internal sealed class PackCounts(IReadOnlyList<PackFlowLine> lines, PackSpan since, PackSpan night)
{
    /// <summary>The lines of the system and of each site, by its code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PackFlow>> ByPlace()
    {
        var places = since.Scopes.Sites.Zip(
            night.Scopes.Sites, (whole, part) => (since.Scopes.Of(whole), night.Scopes.Of(part)));
        return places
            .Prepend((since.Scopes.System, night.Scopes.System))
            .ToDictionary(
                place => place.Item1.Code, place => LinesOf(place.Item1, place.Item2), StringComparer.Ordinal);
    }

    private IReadOnlyList<PackFlow> LinesOf(ScopeView whole, ScopeView overnight) =>
    [
        .. lines.Select(line => new PackFlow(
            whole.Code + ":" + line.Rule.Measure.Id,
            line.Name,
            line.Rule.Measure.Unit,
            line.Better,
            since.ValueOf(line.Rule, whole),
            night.ValueOf(line.Rule, overnight))),
    ];
}
