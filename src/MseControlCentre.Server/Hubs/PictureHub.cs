using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Notifications.Browser;

namespace MseControlCentre.Server.Hubs;

/// <summary>
/// The live line to every viewer. A client asks for what it wants to watch and gets it whole, then what changes.
/// Each frame carries <c>version</c> and <c>previousVersion</c>: when the latter is not the last version the client
/// has, it has missed one and calls <see cref="Resync"/>.
/// </summary>
/// <remarks>
/// Frames arrive as <c>picture</c> (from <see cref="Watch"/>), <c>page</c> (from <see cref="WatchPage"/>) and, when
/// nothing has changed for a second, <c>heartbeat</c>.
/// </remarks>
public sealed class PictureHub(
    Viewers viewers, Boards boards, LiveLineAudit audit, BrowserNotices notices, TimeProvider clock) : Hub
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hubs/picture";

    /// <summary>Watches the figures of a scope: a site code, or the code of the whole system.</summary>
    /// <exception cref="HubException">There is no such scope.</exception>
    public Task Watch(string scope) => WatchAsync(() => boards.OfScope(scope, Actor), "picture");

    /// <summary>Watches the fragments of a page, such as <c>wall</c>.</summary>
    /// <exception cref="HubException">There is no such page.</exception>
    public Task WatchPage(string page) => WatchAsync(() => boards.OfPage(page, Actor), "page");

    /// <summary>
    /// Wants notices of escalations from now on, as <c>notice</c>, and gets those of the last minutes.
    /// </summary>
    /// <exception cref="HubException">They are a screen of a wall, a program, or may not see escalations.</exception>
    public async Task<IReadOnlyList<Notice>> WatchNotices()
    {
        try
        {
            return notices.Join(Context, Actor, clock.GetUtcNow());
        }
        catch (HubException)
        {
            await audit.RefusedAsync(Context);
            throw;
        }
    }

    /// <summary>Says what this browser did with a notice: <c>shown</c>, <c>looked</c> or <c>quiet</c>.</summary>
    /// <param name="tag">The notice's tag.</param>
    /// <param name="outcome">What it did.</param>
    /// <param name="until">When its quiet hours end; null when it keeps none.</param>
    /// <exception cref="HubException">They may have no notices, or it is no answer.</exception>
    public void AnswerNotice(string tag, string outcome, DateTimeOffset? until) =>
        notices.Answer(Actor, tag, outcome, until);

    /// <summary>Asks for everything again.</summary>
    public void Resync() => Viewer.Resync();

    private async Task WatchAsync(Func<LiveBoard> find, string method)
    {
        var board = await FindAsync(find);
        await audit.JoinAsync(Context, board.Name, boards.NeedOf(board));
        var viewer = Viewer;
        board.Join();
        try
        {
            await boards.FreshenAsync(board, Context.ConnectionAborted);
            viewer.Watch(board, method);
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // The viewer left before its board was made: nobody is there to be told.
        }
        finally
        {
            // From here on the viewer's own watch holds the board.
            board.Leave();
        }
    }

    private async Task<LiveBoard> FindAsync(Func<LiveBoard> find)
    {
        try
        {
            return find();
        }
        catch (HubException)
        {
            await audit.RefusedAsync(Context);
            throw;
        }
    }

    private Actor Actor => ActorClaims.Read(Context.User);

    private Viewer Viewer => viewers.Of(Context.ConnectionId, Context.ConnectionAborted);
}
