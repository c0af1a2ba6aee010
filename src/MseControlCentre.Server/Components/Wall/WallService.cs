using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// What the wall may know and where it comes from. The wall shows counts only; anybody who reaches it may see it.
/// </summary>
public sealed class WallService(
    Lazy<PictureFeed> feed, LiveState state, NetworkMap network, IFigureTrail trail, IAccess access) : ILivePage
{
    /// <inheritdoc />
    public string Name => "wall";

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeeWall);

    /// <summary>The wall of now; null until the journal has been read.</summary>
    public WallView? Current()
    {
        access.Require(Operation.SeeWall, Subject.System);
        return feed.Value.Current is { } published ? ViewOf(published) : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published) => WallFragments.Of(ViewOf(published), null);

    private WallView ViewOf(PublishedPicture published)
    {
        var picture = published.Picture;
        var constraints = RankedConstraints.Of(picture, network, trail);
        var local = LocalTime.Of(picture.TimeZone);
        var views = new ViewContext(picture, network, trail, constraints, local) { Escalations = state.Escalations() };
        return WallView.Of(views, published.Clock);
    }
}
