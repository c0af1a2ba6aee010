using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Hubs;

/// <summary>
/// Every board of this node that somebody watches, brought up to date once for each picture, however many watch. One
/// that nobody watches costs nothing; it is brought up to date when somebody comes.
/// </summary>
public sealed class Boards : IPictureSubscriber, IDisposable
{
    private readonly FragmentRenderer _renderer;
    private readonly Viewers _viewers;
    private readonly string _systemCode;

    // A page that was loaded from another build loads itself again.
    private readonly BoardPart _build;

    // Bound: the sites of the network file and one for the system.
    private readonly Dictionary<string, LiveBoard> _scopes;

    // Bound: the live pages of the application.
    private readonly Dictionary<string, (ILivePage Page, LiveBoard Board)> _pages;

    // One picture at a time: a viewer who comes while one goes out gets that one or the next, never an older one after.
    private readonly SemaphoreSlim _turn = new(1);
    private PublishedPicture? _last;

    /// <summary>Makes a board for each scope of the network and each live page.</summary>
    public Boards(
        NetworkMap network,
        IEnumerable<ILivePage> pages,
        FragmentRenderer renderer,
        Viewers viewers,
        ClientAssets assets)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(assets);
        _build = new BoardPart("build", null, JsonSerializer.SerializeToUtf8Bytes(assets.Build));
        _renderer = renderer;
        _viewers = viewers;
        _systemCode = network.Code;
        _scopes = network.Sites.Select(site => site.Code).Prepend(network.Code)
            .ToDictionary(code => code, code => new LiveBoard(code), StringComparer.Ordinal);
        _pages = pages
            .ToDictionary(page => page.Name, page => (page, new LiveBoard(page.Name)), StringComparer.Ordinal);
    }

    /// <summary>The board of a scope's figures.</summary>
    /// <exception cref="HubException">There is no such scope, or they may not see it; it is not told which.</exception>
    public LiveBoard OfScope(string scope, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scope is not null && _scopes.TryGetValue(scope, out var board)
            // Its frames hold rows of single patients beside the figures.
            && NeedOf(board).IsMetBy(actor)
                ? board
                : throw new HubException("There is no such scope, or your account may not see it.");
    }

    /// <summary>The board of a page's fragments.</summary>
    /// <exception cref="HubException">There is no such page, or they may not see it; it is not told which.</exception>
    public LiveBoard OfPage(string page, Actor actor) =>
        page is not null && _pages.TryGetValue(page, out var found) && found.Page.Needs.IsMetBy(actor)
            ? found.Board
            : throw new HubException("There is no such page, or your account may not see it.");

    /// <summary>What somebody must be allowed who watches a board.</summary>
    public Need NeedOf(LiveBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return _pages.TryGetValue(board.Name, out var found) && ReferenceEquals(found.Board, board)
            ? found.Page.Needs
            : new Need(
                Operation.SeePatients,
                string.Equals(board.Name, _systemCode, StringComparison.Ordinal)
                    ? Subject.System
                    : Subject.OfSite(board.Name));
    }

    /// <summary>
    /// Brings a board up to date that somebody begins to watch. Nothing is done until the journal has been read.
    /// </summary>
    public async Task FreshenAsync(LiveBoard board, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(board);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && board.Taken < last.Version)
            {
                await TakeAsync(board, last);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask PublishAsync(PublishedPicture published)
    {
        await _turn.WaitAsync();
        try
        {
            _last = published;
            foreach (var board in _scopes.Values.Concat(_pages.Values.Select(page => page.Board)))
            {
                if (board.IsWatched)
                {
                    await TakeAsync(board, published);
                }
            }
        }
        finally
        {
            _turn.Release();
        }

        _viewers.SignalAll();
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task TakeAsync(LiveBoard board, PublishedPicture published) => board.Publish(
        published.Version, published.Picture.Sequence, published.Clock, await PartsAsync(board, published));

    private async Task<IReadOnlyList<BoardPart>> PartsAsync(LiveBoard board, PublishedPicture published)
    {
        if (_pages.TryGetValue(board.Name, out var found) && ReferenceEquals(found.Board, board))
        {
            return [_build, .. await _renderer.RenderAsync(found.Page.Fragments(published))];
        }

        var isSystem = string.Equals(board.Name, _systemCode, StringComparison.Ordinal);
        return PictureParts.Of(published.Picture, isSystem ? null : board.Name);
    }
}
