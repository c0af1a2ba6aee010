using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>
/// What the page of discharges may know: patients by pseudonym, with what the agencies need to unblock them. It is the
/// list of a multi-agency discharge event, never for a wall.
/// </summary>
public sealed class DelaysService(
    LiveState state, PictureFeed feed, NetworkMap network, IAccess access, TimeProvider clock)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);
    private readonly DelayNames _names = new(network);

    private readonly string[] _owners =
        [.. network.Partners.Select(partner => partner.Code), DelayedDischargeFilter.Unknown];

    /// <summary>Local time of the system.</summary>
    public LocalTime Local => _local;

    /// <summary>
    /// The page as its address asks for it; null while the journal is still being read. What the address cannot mean is
    /// left out and said.
    /// </summary>
    public DelaysView? View(IQueryCollection query)
    {
        var own = access.RequireWidest(Operation.SeeDelayedDischarges);
        if (feed.Current is not { } shown || state.Network is null)
        {
            return null;
        }

        var picture = shown.Picture;
        var (at, delays) = state.DelayedDischarges(clock.GetUtcNow(), new DelayedDischargeFilter());
        var list = ListOf(OwnOf(delays, own), query);
        var site = list.Asked[DelayList.Site];
        var figures = picture.Sites
            .FirstOrDefault(one => string.Equals(one.Code, site, StringComparison.Ordinal))?.Figures ?? picture.Figures;
        var here = site is null
            ? delays
            : [.. delays.Where(delay => string.Equals(delay.Site, site, StringComparison.Ordinal))];
        var total = figures.Find(DischargeMeasures.NoCriteriaToReside.Id);
        return new DelaysView(
            at,
            _local,
            LeavingView.Of(picture, _local),
            site is null ? "every site" : _names.Site(site),
            TrustNote.On([total], picture.Feeds, _local),
            total is { Quality: not FigureQuality.Unknown },
            DelayMatrix.Of(here, site, figures, _owners, _names),
            DelaySummary.Of(here, site, figures),
            list,
            own.Contains(Subject.System) ? null : string.Join(" or ", own.Select(WordsOf)));
    }

    /// <summary>The list for its file, with the time it is of; null while the journal is still being read.</summary>
    public (DateTimeOffset At, ListView List)? File(IQueryCollection query)
    {
        var own = access.RequireWidest(Operation.SeeDelayedDischarges);
        if (feed.Current is null || state.Network is null)
        {
            return null;
        }

        var (at, delays) = state.DelayedDischarges(clock.GetUtcNow(), new DelayedDischargeFilter());
        return (at, ListOf(OwnOf(delays, own), query));
    }

    // Counts are of every patient: they are figures. The rows of single patients are those that the reader may see.
    private static IReadOnlyList<DelayedDischarge> OwnOf(
        IReadOnlyList<DelayedDischarge> delays, IReadOnlyList<Subject> own) =>
        [.. delays.Where(delay => own.Any(subject => subject.Covers(delay.Site, delay.Owner)))];

    private string WordsOf(Subject subject) => subject.Site is { } site
        ? $"in {_names.Site(site)}"
        : $"waiting for {_names.ShortOwner(subject.Organisation!)}";

    private ListView ListOf(IReadOnlyList<DelayedDischarge> delays, IQueryCollection query)
    {
        // Only the wards of the chosen site are offered, if it is one.
        var site = network.Sites.FirstOrDefault(
            one => string.Equals(one.Code, query[DelayList.Site].FirstOrDefault(), StringComparison.Ordinal))?.Code;
        var shape = DelayList.Of(network, site, _local);
        return shape.Of(delays, shape.Ask(query));
    }
}
