using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Notifications;

/// <summary>What the page shows.</summary>
/// <param name="State">The state that is asked for, as it stands in the address; null for every.</param>
/// <param name="IsFirst">Whether these are the newest.</param>
/// <param name="Rows">The deliveries, newest first.</param>
/// <param name="Older">Place before which there are more; null when there are none.</param>
/// <param name="Warnings">What is wrong, in sentences.</param>
/// <param name="HasChannels">Whether there is any way for a message to leave.</param>
/// <param name="Done">What came of what was just asked for; null for nothing.</param>
public sealed record NotificationsView(
    string? State,
    bool IsFirst,
    IReadOnlyList<DeliveryRow> Rows,
    long? Older,
    IReadOnlyList<string> Warnings,
    bool HasChannels,
    string? Done);

/// <summary>A delivery as it is read.</summary>
/// <param name="Id">Its place in the outbox.</param>
/// <param name="Headline">What is so.</param>
/// <param name="What">What was done.</param>
/// <param name="When">When, by the board's clock.</param>
/// <param name="Path">Where it is on the board.</param>
/// <param name="For">Whom it is for, in words.</param>
/// <param name="Way">The channel, and the recipient with the middle of the address hidden.</param>
/// <param name="State">What became of it.</param>
/// <param name="Level">How it is marked.</param>
/// <param name="Words">When, and why not; null for nothing to say.</param>
/// <param name="AgainLabel">What sending it again is called; null when it cannot be.</param>
/// <param name="MayGiveUp">Whether it can be given up.</param>
public sealed record DeliveryRow(
    long Id,
    string Headline,
    string What,
    string When,
    string Path,
    string For,
    string Way,
    string State,
    Level Level,
    string? Words,
    string? AgainLabel,
    bool MayGiveUp);
