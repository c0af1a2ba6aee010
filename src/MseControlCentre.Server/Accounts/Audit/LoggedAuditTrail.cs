using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Keeps the audit in the log.</summary>
public sealed partial class LoggedAuditTrail(IHttpContextAccessor requests, ILogger<LoggedAuditTrail> log)
    : IAuditTrail
{
    /// <inheritdoc />
    public Task RecordAsync(
        AuditAct act, Subject subject, string what, Actor? by = null, CancellationToken cancellationToken = default)
    {
        var actor = by ?? ActorClaims.Read(requests.HttpContext?.User);
        Log(act, actor.Id, subject, what, requests.HttpContext?.Connection.RemoteIpAddress?.ToString());
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "{Act} by {Actor} of {Subject}: {What}, from {Address}.")]
    private partial void Log(AuditAct act, string actor, Subject subject, string what, string? address);
}
