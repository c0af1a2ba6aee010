using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Writes acts into the journal; what it has written nobody can change without its hash chain showing it.</summary>
/// <param name="journal">The journal.</param>
/// <param name="network">Its code is the place of every act.</param>
/// <param name="clock">The board's clock.</param>
public sealed class AuditWriter(IJournal journal, NetworkMap network, TimeProvider clock)
{
    /// <summary>Source of the acts; no feed of a network file may have it.</summary>
    public const string Source = "control-centre";

    /// <summary>Writes acts; complete when they are durable.</summary>
    /// <exception cref="AuditUnavailableException">The journal does not take them; none of them is written.</exception>
    public Task WriteAsync(params IReadOnlyList<AccessRecorded> acts) =>
        WriteAsync([.. acts.Select(act => (Guid.CreateVersion7(), act))]);

    /// <summary>Writes acts that have an identity; one that the journal knows is not written again.</summary>
    /// <exception cref="AuditUnavailableException">The journal does not take them; none of them is written.</exception>
    public async Task WriteAsync(IReadOnlyList<(Guid Id, AccessRecorded Act)> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var at = clock.GetUtcNow();
        try
        {
            // Not given up when the reader goes away: what has been asked for has been asked for.
            await journal.AppendAsync([.. acts.Select(one => EventOf(one.Id, one.Act, at))], CancellationToken.None);
        }
        catch (JournalUnavailableException unavailable)
        {
            throw new AuditUnavailableException(unavailable);
        }
    }

    private FlowEvent EventOf(Guid id, AccessRecorded act, DateTimeOffset at) => new()
    {
        Source = Source,
        MessageId = $"access/{id:N}",
        OccurredAt = at,
        Site = network.Code,
        Detail = act,
    };
}
