using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A journal that has lost its snapshots.</summary>
public sealed class WithoutSnapshots(IJournal inner) : IJournal
{
    /// <inheritdoc />
    public long LastSequence => inner.LastSequence;

    /// <summary>Puts it before the journal that the server opened.</summary>
    public static void Before(WebApplicationBuilder builder)
    {
        var opened = builder.Services.Last(service => service.ServiceType == typeof(IJournal));
        builder.Services.Remove(opened);
        builder.Services.AddSingleton<IJournal>(
            provider => new WithoutSnapshots((IJournal)opened.ImplementationFactory!(provider)));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(long after, CancellationToken cancellationToken) =>
        inner.ReadAsync(after, cancellationToken);

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken) =>
        inner.AppendAsync(events, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        inner.FollowAsync(after, cancellationToken);

    /// <inheritdoc />
    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken) =>
        ValueTask.FromResult<JournalSnapshot?>(null);

    /// <inheritdoc />
    public ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
