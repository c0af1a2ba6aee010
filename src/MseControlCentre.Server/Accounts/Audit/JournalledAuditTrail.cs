using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Keeps the audit in the journal.</summary>
/// <param name="requests">The request of this flow of calls.</param>
/// <param name="scribe">Describes acts.</param>
/// <param name="writer">Writes them.</param>
/// <param name="refusals">Counts refusals.</param>
public sealed class JournalledAuditTrail(
    IHttpContextAccessor requests, AuditScribe scribe, AuditWriter writer, RefusalTally refusals) : IAuditTrail
{
    /// <inheritdoc />
    /// <exception cref="AuditUnavailableException">The journal does not take it.</exception>
    public async Task RecordAsync(
        AuditAct act, Subject subject, string what, Actor? by = null, CancellationToken cancellationToken = default)
    {
        var context = requests.HttpContext;
        var asked = context?.Features.Get<AuditedRequest>()?.TakeOver(act);
        var recorded = scribe.Describe(
            act, by ?? ActorClaims.Read(context?.User), asked, subject, context, what);
        if (recorded.Allowed)
        {
            await writer.WriteAsync(recorded);
        }
        else
        {
            await refusals.AddAsync(recorded);
        }
    }
}
