using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Freshness;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

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
        var network = Network ?? throw new InvalidOperationException(
            "The journal holds no network yet. Start the server with a network file; it adopts it as its first entry.");
        var moment = new Moment(at, network);
        var stays = _stays.All.ToList();
        var views = ViewSites(moment);
        var virtualTrust = TrustIn(FeedSubject.VirtualWards, moment, network.Sites);
        var virtualWards = VirtualWardFigures.Wards(stays, _declarations, moment, virtualTrust);
        var system = new FigureList(network.Code);
        AddFigures(system, views, moment);
        VirtualWardFigures.AddSystem(system, virtualWards, virtualTrust);
        return new Picture(
            moment.At,
            Sequence,
            network.Code,
            network.Name,
            network.TimeZone,
            system.ToSet(),
            [.. views.Select(view => PictureOf(view, stays, moment))],
            virtualWards,
            DischargeFigures.Owners(views, moment),
            [.. network.Feeds.Select(feed => PictureOf(feed, moment))]);
    }

    private SitePicture PictureOf(SiteView view, List<Story<VirtualWardStanding>> stays, Moment moment)
    {
        var figures = new FigureList(view.Site.Code);
        AddFigures(figures, [view], moment);
        VirtualWardFigures.AddSite(
            figures, view.Site.Code, stays, TrustIn(FeedSubject.VirtualWards, moment, [view.Site]));
        var beds = TrustIn(FeedSubject.Beds, moment, [view.Site]);
        return new SitePicture(
            view.Site.Code,
            view.Site.Name,
            figures.ToSet(),
            HandoverFigures.Rows(view),
            [.. view.Wards.Select(ward => BedFigures.Picture(view.Site.Code, ward, beds))],
            DischargeFigures.ByHour(view, moment),
            BedFigures.Unmapped(view));
    }

    private void AddFigures(FigureList figures, IReadOnlyList<SiteView> views, Moment moment)
    {
        IReadOnlyList<Site> sites = [.. views.Select(view => view.Site)];
        var beds = TrustIn(FeedSubject.Beds, moment, sites);
        HandoverFigures.Add(figures, views, moment, TrustIn(FeedSubject.Ambulance, moment, sites));
        EmergencyDepartmentFigures.Add(
            figures, views, moment, TrustIn(FeedSubject.EmergencyDepartment, moment, sites));
        BedFigures.Add(figures, views, moment, beds);
        DischargeFigures.Add(figures, views, moment, beds, TrustIn(FeedSubject.Discharge, moment, sites));
    }

    private List<SiteView> ViewSites(Moment moment)
    {
        var conveyances = _conveyances.All.ToLookup(c => c.Standing.Site, StringComparer.Ordinal);
        return
        [
            .. moment.Network.Sites.Select(site =>
            {
                var state = SiteOf(site.Code);
                return new SiteView(
                    site,
                    state.InDepartment,
                    state.Inpatients,
                    [.. conveyances[site.Code]],
                    WardCount.Of(site, state.Inpatients, _declarations, moment),
                    _logs.Of(site.Code));
            }),
        ];
    }

    private Trust TrustIn(FeedSubject subject, Moment moment, IReadOnlyList<Site> sites) => Trust.Combine(
        sites.Select(site => Trust.Of(subject, site.Code, moment.Network, FindFeed, moment.At)));

    private FeedPicture PictureOf(Feed feed, Moment moment)
    {
        var log = FindFeed(feed.Id);
        return new FeedPicture(
            feed.Id,
            feed.Name,
            log?.QualityAt(moment.At, feed) ?? FigureQuality.Unknown,
            log?.LastHeardAt,
            log?.LastOccurredAt,
            log?.Entries ?? 0);
    }

    private FeedLog? FindFeed(string id) => _feeds.GetValueOrDefault(id);
}
