using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Server.Calls;

/// <summary>Makes packs that are kept.</summary>
public interface ICallPackMaker
{
    /// <summary>
    /// The pack of a call as it was at an instant (UTC); null when nothing had been recorded by then.
    /// </summary>
    Task<CallPack?> AtAsync(Call call, DateTimeOffset at, CancellationToken cancellationToken);
}
