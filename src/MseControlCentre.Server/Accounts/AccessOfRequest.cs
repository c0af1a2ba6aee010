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
        if (!Actor.May(operation, subject))
        {
            throw new NotAllowedException(operation);
        }
    }
}
