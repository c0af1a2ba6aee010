using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain;

public sealed partial class ControlCentre
{
    /// <summary>
    /// The picture of an instant, from what the applied entries tell.
    /// Facts about time passing use the instant.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No network has been adopted yet: there is nothing to describe.
    /// </exception>
    public Picture PictureAt(DateTimeOffset at)
    {
        var (network, rules) = InForce();
        return PictureOf(new Scopes(SourcesAt(new Moment(at, network)), ViewSite), rules);
    }

    private Picture PictureOf(Scopes scopes, FigureRules rules)
    {
        var network = scopes.Sources.Moment.Network;
        var system = scopes.System;

        // The sites first: the system's OPEL score rests on theirs.
        var sites = scopes.Sites.Select(site => PictureOf(site, scopes, rules)).ToList();
        return new Picture(
            scopes.Sources.Moment.At,
            Sequence,
            network.Code,
            network.Name,
            network.TimeZone,
            rules.Figures(system),
            sites,
            [.. network.VirtualWards.Select(ward => new VirtualWardPicture(
                ward.Code, ward.Name, rules.Figures(scopes.Other(Scope.VirtualWard, ward.Code))))],
            [.. network.CommunityUnits.Select(unit => new CommunityUnitPicture(
                unit.Code,
                unit.Name,
                unit.Provider,
                unit.Pathway,
                rules.Figures(scopes.Other(Scope.CommunityUnit, unit.Code))))],
            [.. network.Partners.Select(partner => new PartnerPicture(
                partner.Code, partner.Name, rules.Figures(scopes.Other(Scope.Partner, partner.Code))))],
            DischargeTables.Owners(scopes.Sites, scopes.Sources.Moment),
            [.. network.Feeds.Select(feed => PictureOf(feed, scopes.Sources.Moment))],
            new SystemOpel(
                scopes.Sources.Opel.OfSystem(system),
                OpelStatement.Of(OpelRules.DeclaredIn(system), scopes.Sources.Moment)));
    }

    private (NetworkMap Network, FigureRules Rules) InForce() => Network is { } network && _rules is { } rules
        ? (network, rules)
        : throw new InvalidOperationException(
            "The journal holds no network yet. Start the server with a network file; it adopts it as its first entry.");

    private PictureSources SourcesAt(Moment moment) => new(
        moment,
        [.. _stays.All],
        [.. _calls.All],
        _logs.Of(moment.Network.Code),
        _declarations,
        FindFeed,
        _encounters.FindKept,
        _conveyances.Find,
        _calls.Find,
        new OpelAssessment(_opel.InForceOn(moment.LocalDay), InForce().Rules));

    private SitePicture PictureOf(SiteView view, Scopes scopes, FigureRules rules)
    {
        var moment = scopes.Sources.Moment;
        var since = CountedSince(view.Site, moment);
        var own = scopes.Of(view);
        return new SitePicture(
            view.Site.Code,
            view.Site.Name,
            rules.Figures(own),
            HandoverBoard.Rows(view),
            [.. scopes.WardsOf(view).Select(ward => new WardPicture(
                ward.Ward.Code,
                ward.Ward.Name,
                ward.Ward.Type.ToString(),
                rules.Figures(ward.View),
                ward.View.Sites[0].Wards[0].ClosedReason))],
            DischargeTables.ByHour(view, since, moment),
            DischargeTables.TargetByHour(own),
            UnmappedPlaces.Of(view),
            since,
            new SiteOpel(
                scopes.Sources.Opel.OfSite(own), OpelStatement.Of(OpelRules.DeclaredIn(own), moment)));
    }

    private SiteView ViewSite(Site site, Moment moment)
    {
        var state = SiteOf(site.Code);
        return new SiteView(
            site,
            state.InDepartment,
            state.Inpatients,
            state.Expected,
            [.. _conveyances.All.Where(c => string.Equals(c.Standing.Site, site.Code, StringComparison.Ordinal))],
            WardCount.Of(site, state.Inpatients, _declarations, moment),
            _logs.Of(site.Code));
    }

    private DateTimeOffset? CountedSince(Site site, Moment moment)
    {
        var first = moment.Network.Feeds
            .Where(feed => feed.Protocol != FeedProtocol.Declared
                && feed.Subjects.Contains(FeedSubject.Beds)
                && (feed.Sites.Count == 0 || feed.Sites.Contains(site.Code, StringComparer.Ordinal)))
            .Min(feed => FindFeed(feed.Id)?.FirstRecordedAt);
        return first > moment.DayStart ? first : null;
    }

    private FeedPicture PictureOf(Feed feed, Moment moment)
    {
        var log = FindFeed(feed.Id);
        var declared = feed.Protocol == FeedProtocol.Declared;
        return new FeedPicture(
            feed.Id,
            feed.Name,
            // Forms and files do not fall silent: each figure carries its own expiry.
            declared ? FigureQuality.Declared : log?.QualityAt(moment.At, feed) ?? FigureQuality.Unknown,
            log?.LastHeardAt,
            log?.LastOccurredAt,
            log?.Entries ?? 0,
            declared ? log?.LastHeardAt : log?.KnownUntil(feed),
            !declared && log?.IsBehind(feed) == true);
    }

    private FeedLog? FindFeed(string id) => _feeds.GetValueOrDefault(id);
}
