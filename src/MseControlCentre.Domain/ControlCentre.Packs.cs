using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>What this state gives for the pack of a call.</summary>
    /// <param name="at">The instant that the pack describes.</param>
    /// <param name="since">From when on it looks back; before the instant.</param>
    /// <exception cref="InvalidOperationException">No network has been adopted yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The pack would look back on what has not begun.</exception>
    public PackFacts PackFactsAt(DateTimeOffset at, DateTimeOffset since)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(since, at);
        var (network, rules) = InForce();
        var spans = PackSpans.Of(at, since, network);
        var scopes = new Scopes(SourcesAt(new Moment(at, network)), ViewSite);
        var picture = PictureOf(scopes, rules);

        // What happened is known singly for as long as its stories are kept; what came before is not counted.
        var kept = KeptFor is { } length ? spans.At - length : DateTimeOffset.MinValue;
        var counts = new PackCounts(
            PackFlowLine.Of(rules, network),
            Span(spans.Since, spans.At),
            Span(spans.NightFrom, spans.NightTo));
        return new PackFacts(
            spans,
            network,
            picture,
            counts.ByPlace(),
            DelaysIn(scopes.System, new DelayedDischargeFilter()),
            Escalations(),
            Calls());

        PackSpan Span(DateTimeOffset from, DateTimeOffset to) =>
            PackSpan.Of(from, to, kept, scopes.Sites, SourcesAt, network);
    }
}
