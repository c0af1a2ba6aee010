using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Layout;

/// <summary>
/// The live line of a page that has no live parts of its own: it says only that the server lives, and which build its
/// pages are of, so that no page looks normal after its server has gone.
/// </summary>
public sealed class ShellPage : ILivePage
{
    /// <inheritdoc />
    public string Name => "shell";

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeeWall);

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published) => [];
}
