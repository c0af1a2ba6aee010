using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>What the page of discharges shows.</summary>
/// <param name="At">The time it is of.</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Leaving">Who leaves today against who should.</param>
/// <param name="Where">The site that the delays are of, or every site, in words.</param>
/// <param name="Trust">Why the delays cannot be taken as live; null when they can.</param>
/// <param name="IsKnown">Whether anything has been told of delays at all.</param>
/// <param name="Matrix">Delays by who can unblock them and pathway.</param>
/// <param name="Summary">Delays by reason and length.</param>
/// <param name="List">The patients whom the reader may see.</param>
/// <param name="Own">Which patients these are, in words; null when they are all.</param>
public sealed record DelaysView(
    DateTimeOffset At,
    LocalTime Local,
    LeavingView Leaving,
    string Where,
    TrustNote? Trust,
    bool IsKnown,
    DelayMatrix Matrix,
    DelaySummary Summary,
    ListView List,
    string? Own);
