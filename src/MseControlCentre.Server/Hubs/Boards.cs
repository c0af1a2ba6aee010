using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Hubs;

/// <summary>
/// Every board of this node, brought up to date once for each picture, whoever watches.
/// </summary>
public sealed class Boards : IPictureSubscriber
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
    /// <exception cref="HubException">There is no such scope.</exception>
    public LiveBoard OfScope(string scope) => scope is not null && _scopes.TryGetValue(scope, out var board)
        ? board
        : throw new HubException($"There is no such scope. Known are {string.Join(", ", _scopes.Keys)}.");

    /// <summary>The board of a page's fragments.</summary>
    /// <exception cref="HubException">There is no such page.</exception>
    public LiveBoard OfPage(string page) => page is not null && _pages.TryGetValue(page, out var found)
        ? found.Board
        : throw new HubException($"There is no such page. Known are {string.Join(", ", _pages.Keys)}.");

    /// <inheritdoc />
    public async ValueTask PublishAsync(PublishedPicture published)
    {
        foreach (var (scope, board) in _scopes)
        {
            var site = string.Equals(scope, _systemCode, StringComparison.Ordinal) ? null : scope;
            var parts = PictureParts.Of(published.Picture, site);
            board.Publish(published.Version, published.Picture.Sequence, published.Clock, parts);
        }

        foreach (var (page, board) in _pages.Values)
        {
            var parts = await _renderer.RenderAsync(page.Fragments(published));
            board.Publish(published.Version, published.Picture.Sequence, published.Clock, [_build, .. parts]);
        }

        _viewers.SignalAll();
    }
}
