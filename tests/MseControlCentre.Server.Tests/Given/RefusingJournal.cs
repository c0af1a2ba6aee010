using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A journal that takes nothing while the test says so, as one whose disk is full.</summary>
public sealed class RefusingJournal(IJournal inner) : IJournal
{
    private volatile bool _refuses;

    /// <summary>Whether it takes nothing.</summary>
    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    /// <inheritdoc />
    public long LastSequence => inner.LastSequence;

    /// <summary>Puts one before the journal that the server opened.</summary>
    public static void Before(WebApplicationBuilder builder)
    {
        var opened = builder.Services.Last(service => service.ServiceType == typeof(IJournal));
        builder.Services.Remove(opened);
        builder.Services.AddSingleton<IJournal>(
            provider => new RefusingJournal((IJournal)opened.ImplementationFactory!(provider)));
    }

    /// <summary>The one of a running server.</summary>
    public static RefusingJournal Of(RunningServer server) => (RefusingJournal)server.Journal;

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken) =>
        Refuses
            ? throw new JournalUnavailableException("The disk is full.")
            : inner.AppendAsync(events, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(long after, CancellationToken cancellationToken) =>
        inner.ReadAsync(after, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        inner.FollowAsync(after, cancellationToken);

    /// <inheritdoc />
    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken) =>
        inner.LoadSnapshotAsync(atOrBefore, cancellationToken);

    /// <inheritdoc />
    public ValueTask<long> LastRecordedByAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        inner.LastRecordedByAsync(at, cancellationToken);

    /// <inheritdoc />
    public ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        inner.SaveSnapshotAsync(snapshot, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
