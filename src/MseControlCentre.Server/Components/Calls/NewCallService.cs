using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Calls a call at any hour, for who may hold it.</summary>
public sealed class NewCallService(
    CallDesk desk, LiveState state, NetworkMap network, IAccess access, TimeProvider clock)
{
    /// <summary>A call looks back on the last one, or on a day when that was longer ago.</summary>
    public static readonly TimeSpan LooksBackAtMost = TimeSpan.FromHours(24);

    private static readonly FieldError s_reading = new(
        null, "The journal is still being read. Nothing was called: send it again in a moment.");

    /// <summary>Who can be asked to attend: code and name.</summary>
    /// <exception cref="NotAllowedException">They may not hold calls.</exception>
    public IReadOnlyList<(string Code, string Name)> Places()
    {
        access.Require(Operation.HoldCalls, Subject.System);
        var context = CallsContext.Of(network, clock.GetUtcNow());
        return [.. CallWatch.PlacesOf(network).Select(code => (code, context.WhoOf(code)))];
    }

    /// <summary>Calls it.</summary>
    /// <returns>The call; or why it was not called.</returns>
    /// <exception cref="NotAllowedException">They may not hold calls.</exception>
    /// <exception cref="Journal.JournalUnavailableException">It cannot be made durable now.</exception>
    public async Task<(Call? Call, IReadOnlyList<FieldError> Errors)> OpenAsync(AskedCall asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        access.Require(Operation.HoldCalls, Subject.System);
        var errors = asked.Errors(CallWatch.PlacesOf(network));
        if (errors.Count > 0 || asked.KindChosen is not { } kind)
        {
            return (null, errors);
        }

        if (state.Network is null)
        {
            return (null, [s_reading]);
        }

        var now = clock.GetUtcNow();
        var outcome = await desk.OpenAsync(kind, id => new CallOpened(
            id,
            1,
            kind,
            NameOf(kind, now),
            now,
            LooksBackTo(state.Calls(), now),
            asked.Places,
            Reason: EnteredText.Kept(asked.Reason),
            By: StaffOf(access.Actor)));
        return outcome.Result is CallResult.Taken
            ? (outcome.Call, [])
            : (null, [new FieldError(null, outcome.Words ?? "It was not called. Send it again.")]);
    }

    /// <summary>
    /// From when on a call of now looks back: from the beginning of the last one that was held, or a day ago (UTC).
    /// </summary>
    public static DateTimeOffset LooksBackTo(IReadOnlyList<Call> calls, DateTimeOffset now) => calls
        .Where(call => call.StartedAt is not null && call.StartsAt < now && call.StartsAt >= now - LooksBackAtMost)
        .Select(call => (DateTimeOffset?)call.StartsAt)
        .Max() ?? now - LooksBackAtMost;

    private string NameOf(CallKind kind, DateTimeOffset now) =>
        $"{LocalTime.Of(network.TimeZone).Clock(now)} {CallsWords.Of(kind).ToLowerInvariant()}";

    // The role that lets them hold it, of those that they have.
    private static StaffMember StaffOf(Actor actor) => new(
        actor.Id,
        actor.Name,
        AccessWords.Of(Enum.GetValues<Role>().First(role => actor.Roles.Contains(role)
            && (actor with { Roles = new HashSet<Role> { role } }).May(Operation.HoldCalls, Subject.System))));
}
