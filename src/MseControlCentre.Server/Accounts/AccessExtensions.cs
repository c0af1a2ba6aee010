using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>Asking for lists, of which each account sees its own part.</summary>
public static class AccessExtensions
{
    /// <summary>
    /// Everything that they may do an operation for: the whole system, or each of their own sites and their own
    /// organisation. A list shows what one of these covers.
    /// </summary>
    /// <exception cref="NotAllowedException">They may do it nowhere.</exception>
    public static IReadOnlyList<Subject> RequireWidest(this IAccess access, Operation operation)
    {
        ArgumentNullException.ThrowIfNull(access);
        var widest = access.Actor.Widest(operation);
        if (widest.Count == 0)
        {
            access.Require(operation, Subject.System);
        }

        foreach (var subject in widest)
        {
            access.Require(operation, subject);
        }

        return widest;
    }
}
