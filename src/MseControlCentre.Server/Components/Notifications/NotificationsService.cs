using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Notifications;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Sending;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Components.Notifications;

/// <summary>Shows what was sent to whom, sends it again, gives it up. Who did so is in the audit.</summary>
public sealed class NotificationsService(
    IAccess access,
    IAuditTrail audit,
    OpenOutbox outbox,
    DeliverySender sender,
    NotificationFollower follower,
    NotificationSettings settings,
    NetworkMap network,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Deliveries on one page.</summary>
    public const int RowsOnPage = 50;

    /// <summary>Failures in a row from which on a channel is said to have failed.</summary>
    public const int FailuresToTell = 3;

    private readonly DeliveryWords _words = new(LocalTime.Of(network.TimeZone), clock);

    /// <summary>The page of what an address asks for.</summary>
    public NotificationsView Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        access.Require(Operation.KeepNotifications, Subject.System);
        var state = DeliveryWords.StateOf(query["state"]);
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : (long?)null;
        var found = outbox.Value.Find(state, before, RowsOnPage + 1);
        return new NotificationsView(
            state is null ? null : query["state"].ToString(),
            before is null,
            [.. found.Take(RowsOnPage).Select(_words.Row)],
            found.Count > RowsOnPage ? found[RowsOnPage - 1].Id : null,
            [.. Warnings()],
            settings.Channels.Count > 0,
            DoneWords.Of(query["done"]));
    }

    /// <summary>The deliveries of one escalation, oldest first, for whoever sees the escalation.</summary>
    public IReadOnlyList<DeliveryRow> Of(string escalation)
    {
        access.Require(Operation.SeeEscalations, Subject.System);
        return [.. outbox.Value.Of(escalation).Select(_words.Row)];
    }

    /// <summary>Sends a delivery again, or now. Returns what came of it, as the address says it.</summary>
    public async Task<string> SendAgainAsync(long id)
    {
        access.Require(Operation.KeepNotifications, Subject.System);
        await RecordAsync("sends again", id);
        if (!outbox.Value.SendAgain(id))
        {
            return DoneWords.NotAgain;
        }

        sender.Signal();
        return DoneWords.Again;
    }

    /// <summary>Gives a delivery up. Returns what came of it, as the address says it.</summary>
    public async Task<string> GiveUpAsync(long id)
    {
        access.Require(Operation.KeepNotifications, Subject.System);
        await RecordAsync("gives up", id);
        return outbox.Value.GiveUp(id, "Given up by hand.")
            ? DoneWords.GivenUp
            : DoneWords.NotGivenUp;
    }

    private Task RecordAsync(string what, long id) => audit.RecordAsync(
        AuditAct.NotificationChanged,
        Subject.System,
        string.Create(CultureInfo.InvariantCulture, $"{what} the notification {id}"));

    private IEnumerable<string> Warnings()
    {
        if (follower.Trouble is { } broken)
        {
            yield return $"Nobody is told of what happens now: {broken}";
        }

        foreach (var trouble in outbox.Value.Troubles().Where(one => one.Failures >= FailuresToTell))
        {
            yield return _words.Trouble(trouble);
        }

        if (outbox.Value.Origin.Words is { } words)
        {
            yield return words + " Look at what is open on the board, and tell people yourself.";
        }
    }
}
