using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Who saw and did what, from where. What is recorded can be read and never changed. The address it came from and who
/// is signed in are taken from the request that is being answered.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Records an act; complete when it is kept.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="subject">The site, organisation or source that it was about.</param>
    /// <param name="what">The rest in words, such as which account and roles; never a secret, never a patient.</param>
    /// <param name="by">Who did it, where that is not who is signed in: whoever has just signed in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RecordAsync(
        AuditAct act,
        Subject subject,
        string what,
        Actor? by = null,
        CancellationToken cancellationToken = default);
}
