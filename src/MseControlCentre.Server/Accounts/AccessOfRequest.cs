using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts;

/// <summary>Access of whoever sent the request that is being answered.</summary>
/// <param name="requests">The request of this flow of calls.</param>
public sealed class AccessOfRequest(IHttpContextAccessor requests) : IAccess
{
    /// <inheritdoc />
    public Actor Actor => ActorClaims.Read(requests.HttpContext?.User);

    /// <inheritdoc />
    public void Require(Operation operation, Subject subject)
    {
        var context = requests.HttpContext;
        var may = Actor.May(operation, subject);
        if (context is not null)
        {
            Noted(context, operation).Note(operation, subject, may);
        }

        if (!may)
        {
            throw new NotAllowedException(operation);
        }
    }

    private static AuditedRequest Noted(HttpContext context, Operation operation) =>
        context.Features.Get<AuditedRequest>() ?? throw new InvalidOperationException(
            $"{operation} was asked for before the audit's gate, which records who asks.");
}
