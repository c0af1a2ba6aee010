using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>
/// What the page and the file of one call may know, however old it is: its pack and its record, no patient.
/// </summary>
public sealed class CallRecordService(
    CallArchive archive,
    CallPacks packs,
    Lazy<PictureFeed> feed,
    NetworkMap network,
    IAccess access,
    TimeProvider clock)
{
    /// <summary>
    /// Pack and record, null when there is no such call; and whether the journal has been read, so that a call which is
    /// not found is none.
    /// </summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="pack">Which pack is asked for: the number of a kept one, or <see cref="ShownPack.Now"/>.</param>
    /// <param name="cancellationToken">The reader has gone.</param>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public async Task<(CallRecordView? View, bool IsRead)> FindAsync(
        string id, string? pack, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        var (found, isRead) = await ReadAsync(id, pack, cancellationToken);
        return (
            found is var (call, shown, context) ? CallRecordView.Of(call, shown, context, access.Actor) : null, isRead);
    }

    /// <summary>The same as a file.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public async Task<(CallFile? File, bool IsRead)> FileAsync(
        string id, string? pack, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        var (found, isRead) = await ReadAsync(id, pack, cancellationToken);
        return (found is var (call, shown, context) ? CallFile.Of(call, shown, context) : null, isRead);
    }

    private async Task<((Call Call, ShownPack Shown, CallsContext Context)? Found, bool IsRead)> ReadAsync(
        string id, string? pack, CancellationToken cancellationToken)
    {
        if (feed.Value.Current is null)
        {
            return (null, false);
        }

        var found = await archive.FindAsync(id, cancellationToken);
        if (found.Call is not { } call)
        {
            return (null, found.IsWhole);
        }

        var now = ShownPack.WantsNow(call, pack) ? await NowAsync(call, cancellationToken) : null;
        var context = CallsContext.Of(network, clock.GetUtcNow());
        return ((call, ShownPack.Of(call, pack, now, context), context), true);
    }

    private async Task<CallPack?> NowAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            return await packs.NowAsync(call, cancellationToken);
        }
        catch (TooManyReplaysException)
        {
            // The page shows the newest kept pack, and says that the one of now could not be made.
            return null;
        }
    }
}
