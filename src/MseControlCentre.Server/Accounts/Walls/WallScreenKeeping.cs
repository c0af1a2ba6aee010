using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Walls;

/// <summary>
/// Keeps the screens of walls for whoever may: asks who it is, and records each act before it is done.
/// </summary>
public sealed class WallScreenKeeping(WallScreensService screens, IAccess access, IAuditTrail audit)
{
    /// <summary>Every screen, those in use first.</summary>
    public Task<IReadOnlyList<WallScreen>> AllAsync(CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepWallLinks, Subject.System);
        return screens.AllAsync(cancellationToken);
    }

    /// <summary>Makes a screen. Returns the secret of its link.</summary>
    public async Task<string> MakeAsync(string place, CancellationToken cancellationToken)
    {
        await RecordAsync($"made the screen {place}", cancellationToken);
        return await screens.MakeAsync(place, access.Actor.Name, cancellationToken);
    }

    /// <summary>Makes a new link of a screen; null when there is no such screen in use.</summary>
    public async Task<string?> RenewAsync(Guid id, CancellationToken cancellationToken)
    {
        await RecordAsync($"made a new link of screen {id}", cancellationToken);
        return await screens.RenewAsync(id, cancellationToken);
    }

    /// <summary>Takes a screen back. False when there was none in use.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await RecordAsync($"took screen {id} back", cancellationToken);
        return await screens.RevokeAsync(id, cancellationToken);
    }

    private Task RecordAsync(string what, CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepWallLinks, Subject.System);
        return audit.RecordAsync(
            AuditAct.WallScreenChanged, Subject.System, what, cancellationToken: cancellationToken);
    }
}
