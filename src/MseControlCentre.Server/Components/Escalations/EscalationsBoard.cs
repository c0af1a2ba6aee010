using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The live board of escalations, of everywhere or of one place. Counts and waits, no patient.</summary>
/// <param name="place">Code of the place; null for everywhere.</param>
/// <param name="service">Makes what it shows.</param>
public sealed class EscalationsBoard(string? place, EscalationsService service) : ILivePage
{
    /// <inheritdoc />
    public string Name => NameOf(place);

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeeEscalations);

    /// <summary>Name of the board of a place; of everywhere for null.</summary>
    public static string NameOf(string? place) => place is null ? "escalations" : $"escalations:{place}";

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return EscalationsFragments.Of(
            EscalationsView.Of(service.ContextOf(published), new EscalationFilter(place)), null);
    }
}
