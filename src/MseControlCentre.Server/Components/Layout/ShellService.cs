using Microsoft.AspNetCore.Antiforgery;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>What the frame around every page but the wall knows.</summary>
public sealed class ShellService(
    Lazy<PictureFeed> feed,
    NetworkMap network,
    IAccess access,
    TimeProvider clock,
    IEnumerable<PageLink> links,
    IHttpContextAccessor requests,
    IAntiforgery antiforgery)
{
    private readonly PageLink[] _links = [.. links.OrderBy(link => link.Order)];
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>The frame as of now.</summary>
    public ShellView Current() => new(
        network.Name,
        _local,
        ClockReading.Of(clock),
        feed.Value.Current is { } shown
            ? new ShellPicture(shown.Picture.At, shown.Version, shown.Picture.Sequence)
            : null,
        [.. _links.Where(link => link.IsFor(access.Actor))],
        access.Actor.IsPerson ? access.Actor.Name : null,
        access.Actor.IsPerson ? PostedForm.TokenOf(requests.HttpContext!, antiforgery) : null);
}
