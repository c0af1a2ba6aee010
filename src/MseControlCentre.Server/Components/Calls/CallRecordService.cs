using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What the page and the file of one call may know: its pack and its record, no patient.</summary>
public sealed class CallRecordService(
    CallDesk desk, Lazy<PictureFeed> feed, NetworkMap network, IAccess access, TimeProvider clock)
{
    /// <summary>Whether the journal has been read, so that a call which is not found is none.</summary>
    public bool IsRead => feed.Value.Current is not null;

    /// <summary>Pack and record; null when there is no such call, or the journal is still being read.</summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="pack">Which pack is asked for: the number of a kept one, or <see cref="ShownPack.Now"/>.</param>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public CallRecordView? Find(string id, string? pack)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (FindCall(id) is not { } call)
        {
            return null;
        }

        var context = CallsContext.Of(network, clock.GetUtcNow());
        return CallRecordView.Of(
            call,
            ShownPack.Of(call, pack, null, context),
            context,
            access.Actor);
    }

    /// <summary>The same as a file: its name and its text; null as for the page.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public CallFile? File(string id, string? pack)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (FindCall(id) is not { } call)
        {
            return null;
        }

        var context = CallsContext.Of(network, clock.GetUtcNow());
        return CallFile.Of(call, ShownPack.Of(call, pack, null, context), context);
    }

    private Call? FindCall(string id) => IsRead ? desk.Find(id) : null;
}
