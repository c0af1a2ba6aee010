using MseControlCentre.Server.Accounts;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>What the handover of a shift may know.</summary>
public sealed class ShiftHandoverService(EscalationsService escalations)
{
    /// <summary>Where escalations may be.</summary>
    public IReadOnlyList<EscalationPlace> Places => escalations.Places;

    /// <summary>The handover of a place, or of everywhere; null until the journal has been read.</summary>
    /// <exception cref="NotAllowedException">They may not see escalations.</exception>
    public ShiftHandoverView? Of(string? site) => escalations.Current() is { } context
        ? ShiftHandoverView.Of(
            context, Places.Any(place => string.Equals(place.Code, site, StringComparison.Ordinal)) ? site : null)
        : null;
}
