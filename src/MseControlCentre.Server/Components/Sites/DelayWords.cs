using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>Says of a delayed patient what the agencies ask.</summary>
/// <param name="context">What the board is made from.</param>
public sealed class DelayWords(SiteContext context)
{
    private readonly Dictionary<string, string> _wards =
        context.Map.Wards.ToDictionary(ward => ward.Code, ward => ward.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _partners = context.Network.Partners.ToDictionary(
        partner => partner.Code,
        partner => ShortNames.OfOwner(new DelayOwner(partner.Code, partner.Name, 0), context.Network),
        StringComparer.Ordinal);

    /// <summary>The row of a patient.</summary>
    public SiteDelayRow RowOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return new SiteDelayRow(
            SiteContext.Reference(delay.Encounter),
            Number(delay.DaysSinceReady),
            Number(delay.StayDays),
            delay.Ward is { } ward ? _wards.GetValueOrDefault(ward, ward) : "Ward not known",
            delay.Pathway is { } pathway ? pathway.ToString() : FigureView.Dash,
            ReasonOf(delay),
            OwnerOf(delay));
    }

    /// <summary>Who can unblock it.</summary>
    public string OwnerOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return delay.Owner is { } owner ? _partners.GetValueOrDefault(owner, owner) : ShortNames.NobodyNamed;
    }

    /// <summary>What the patient waits for. A text that is none of the national list is not shown.</summary>
    public static string ReasonOf(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return delay.Reason?.Name ?? (delay.IsReasonTold ? "Reason not on the national list" : "No reason told");
    }

    /// <summary>A number of days; a dash when not known.</summary>
    public static string Number(int? days) =>
        days?.ToString(CultureInfo.InvariantCulture) ?? FigureView.Dash;
}
