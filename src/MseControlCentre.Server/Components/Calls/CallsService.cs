using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Wall;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What the first page of calls may know: counts, levels and words of staff, no patient.</summary>
public sealed class CallsService(
    LiveState state, Lazy<PictureFeed> feed, NetworkMap network, IFigureTrail trail, IAccess access, TimeProvider clock)
{
    /// <summary>What matters of the calls now; null until the journal has been read.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public CallsView? Current()
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (feed.Value.Current is not { Picture: var picture })
        {
            return null;
        }

        var context = CallsContext.Of(network, clock.GetUtcNow());
        var constraints = RankedConstraints.Of(picture, network, trail);
        return CallsView.Of(
            state.Calls(),
            new ViewContext(picture, network, trail, constraints, context.Local),
            access.Actor,
            context);
    }
}
