using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>
/// A journal whose past takes as long to read as the test wants: while its gate is closed, readers wait after their first
/// batch. What is live goes on.
/// </summary>
public sealed class GatedJournal(IJournal inner) : JournalBefore(inner)
{
    private volatile TaskCompletionSource _gate = Opened();
    private int _waiting;

    /// <summary>Readers that wait at the gate.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Puts a gate before the journal that the server opened.</summary>
    public static void Before(WebApplicationBuilder builder)
    {
        var opened = builder.Services.Last(service => service.ServiceType == typeof(IJournal));
        builder.Services.Remove(opened);
        builder.Services.AddSingleton<IJournal>(
            provider => new GatedJournal((IJournal)opened.ImplementationFactory!(provider)));
    }

    /// <summary>The gate of a running server.</summary>
    public static GatedJournal Of(RunningServer server) => (GatedJournal)server.Journal;

    /// <summary>Readers wait from now on.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Readers go on.</summary>
    public void Open() => _gate.TrySetResult();

    /// <inheritdoc />
    public override async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in Inner.ReadAsync(after, cancellationToken))
        {
            Interlocked.Increment(ref _waiting);
            try
            {
                await _gate.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }

            yield return batch;
        }
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gate.SetResult();
        return gate;
    }
}
