using Microsoft.AspNetCore.Components;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>
/// The frame around every page but the wall: system, clock, navigation, what is wrong with the picture, content, which
/// picture it is.
/// </summary>
public sealed partial class PageShell
{
    private static readonly string s_version =
        typeof(PageShell).Assembly.GetName().Version?.ToString(3) ?? string.Empty;

    /// <summary>Title of the page, as people call it.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Path of the navigation's entry that this page belongs to.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>
    /// Name of the <see cref="ILivePage"/> whose fragments keep it live; null for a page that stands still.
    /// </summary>
    [Parameter]
    public string? Live { get; set; }

    /// <summary>
    /// Seconds after which the browser takes the page's content anew; null for a page that people type into, or that is
    /// live.
    /// </summary>
    [Parameter]
    public int? RefreshSeconds { get; set; }

    /// <summary>
    /// Whether people type into it: without script it is never taken anew by itself, which would lose what they typed;
    /// with script what is typed stays.
    /// </summary>
    [Parameter]
    public bool IsTypedInto { get; set; }

    /// <summary>The page's content.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Inject]
    private ShellService Service { get; set; } = null!;

    [Inject]
    private ClientAssets Client { get; set; } = null!;

    private ShellView View { get; set; } = null!;

    private string? Starting => View.Picture is null ? "true" : null;

    /// <inheritdoc />
    protected override void OnInitialized() => View = Service.Current();

    private bool IsHere(PageLink link) => string.Equals(link.Path, Path, StringComparison.Ordinal);
}
