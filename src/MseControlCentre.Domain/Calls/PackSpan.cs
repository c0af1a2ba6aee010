using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Calls;

/// <summary>A span over which a pack counts: from its beginning up to, but not with, its end.</summary>
internal sealed class PackSpan
{
    private static readonly PackValue s_unknown = new(null, FigureQuality.Unknown);

    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _end;
    private readonly bool _isWhole;

    private PackSpan(DateTimeOffset start, DateTimeOffset end, bool isWhole, Scopes scopes)
    {
        (_start, _end, _isWhole, Scopes) = (start, end, isWhole, scopes);
    }

    /// <summary>The places, as the rules that count the day see them when the span stands for the day.</summary>
    public Scopes Scopes { get; }

    /// <summary>A span.</summary>
    /// <param name="from">When it begins.</param>
    /// <param name="to">When it ends.</param>
    /// <param name="kept">Since when everything that happened is known singly.</param>
    /// <param name="sites">The sites.</param>
    /// <param name="sources">The state, for the moment that stands for the span.</param>
    /// <param name="network">The network.</param>
    public static PackSpan Of(
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset kept,
        IReadOnlyList<SiteView> sites,
        Func<Moment, PictureSources> sources,
        NetworkMap network)
    {
        var start = kept > from ? kept : from;
        var byCode = sites.ToDictionary(site => site.Site.Code, StringComparer.Ordinal);
        return new PackSpan(
            start,
            to,
            start == from,
            new Scopes(sources(Moment.OfSpan(start, to, network)), (site, _) => byCode[site.Code]));
    }

    /// <summary>
    /// What a rule of the day gives for the span. A span of which nothing is kept, or that was over when its feed was
    /// first heard, is not known.
    /// </summary>
    public PackValue ValueOf(FigureRule rule, ScopeView view)
    {
        var heard = rule.CountedSinceIn(view);
        var trust = rule.TrustIn(view);
        return _start >= _end || heard >= _end || trust.Quality is FigureQuality.Unknown
            || rule.ValueIn(view) is not { } value
                ? s_unknown
                : new PackValue(value, trust.Quality, heard ?? (_isWhole ? null : _start));
    }
}
