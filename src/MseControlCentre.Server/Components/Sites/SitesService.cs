using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>
/// What the pages of sites may know: figures, and patients by pseudonym, for the site's own page only.
/// </summary>
public sealed class SitesService(
    LiveState state, Lazy<PictureFeed> feed, NetworkMap network, IFigureTrail trail, IAccess access)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>Local time of the system.</summary>
    public LocalTime Local => _local;

    /// <summary>The sites, in the order of the network file.</summary>
    public IReadOnlyList<Site> Sites => network.Sites;

    /// <summary>The levels that answer escalations, lowest first.</summary>
    public IReadOnlyList<EscalationLevel> EscalationLevels => network.Escalation.Levels;

    /// <summary>Whether the reader may raise and answer escalations of a site.</summary>
    public bool MayEscalate(string code) => access.Actor.May(Operation.Escalate, Subject.OfSite(code));

    /// <summary>Whether the reader may open the page of a site.</summary>
    public bool MayOpen(string code) => access.Actor.May(Operation.SeePatients, Subject.OfSite(code));

    /// <summary>A site by its code, for its page; null when there is none.</summary>
    /// <exception cref="NotAllowedException">They may not see its patients.</exception>
    public Site? Find(string code)
    {
        access.Require(Operation.SeePatients, Subject.OfSite(code));
        return network.Sites.FirstOrDefault(site => string.Equals(site.Code, code, StringComparison.Ordinal));
    }

    /// <summary>Every site in brief; null until the journal has been read.</summary>
    public IReadOnlyList<SiteBrief>? Briefs()
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return feed.Value.Current is { } shown && state.Network is not null
            ? [
                .. network.Sites.Select(site => ContextOf(site.Code, shown.Picture))
                    .OfType<SiteContext>()
                    .Select(SiteBrief.Of),
            ]
            : null;
    }

    /// <summary>The board of a site as of now, and the time of now; null until the journal has been read.</summary>
    public (SiteBoardView View, ClockReading Clock)? Current(string code, bool fewestFreeFirst) =>
        feed.Value.Current is { } shown && ViewOf(code, shown.Picture, fewestFreeFirst) is { } view
            ? (view, shown.Clock)
            : null;

    /// <summary>The board of a site for a picture; null when it cannot be known yet.</summary>
    public SiteBoardView? ViewOf(string code, Picture picture, bool fewestFreeFirst)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return ContextOf(code, picture) is { } context
            ? SiteBoardView.Of(
                context,
                RankedConstraints.Of(picture, network, trail),
                EscalationContext.Of(picture, network, state.Escalations(), picture.At),
                state.DeclaredFigures(),
                fewestFreeFirst)
            : null;
    }

    private SiteContext? ContextOf(string code, Picture picture)
    {
        var site = picture.Sites.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        return site is not null && state.Network is not null && state.PatientsAt(code, picture.At) is { } patients
            ? new SiteContext(picture, site, patients, network, _local)
            : null;
    }
}
