namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Which acts are asked for. What is left out does not limit them.</summary>
/// <param name="Actor">Identity of who did it.</param>
/// <param name="What">An operation, such as <c>SeePatients</c>, or an act, such as <c>SignedIn</c>.</param>
/// <param name="Site">Code of the site that it was about.</param>
/// <param name="Allowed">Whether they were let do it.</param>
/// <param name="Address">Beginning of the address on the network that it came from.</param>
/// <param name="From">Not before (UTC, by the server's clock).</param>
/// <param name="To">Not after (UTC, by the server's clock).</param>
/// <param name="Text">In the name, the page or the words.</param>
public sealed record AuditAsked(
    string? Actor = null,
    string? What = null,
    string? Site = null,
    bool? Allowed = null,
    string? Address = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Text = null);
