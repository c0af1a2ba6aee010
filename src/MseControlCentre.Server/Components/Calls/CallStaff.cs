using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Who does something in a call, as the journal keeps it.</summary>
public static class CallStaff
{
    /// <summary>The person, with the role that lets them do it, of those that they have.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="operation">What they do.</param>
    /// <param name="subject">For whom.</param>
    public static StaffMember Of(Actor actor, Operation operation, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var role = Enum.GetValues<Role>()
            .Where(actor.Roles.Contains)
            .FirstOrDefault(one => (actor with { Roles = new HashSet<Role> { one } }).May(operation, subject));
        return new StaffMember(actor.Id, actor.Name, AccessWords.Of(role));
    }
}
