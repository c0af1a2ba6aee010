using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A journal whose readers wait until the test lets them go on, as they would on a slow disk.</summary>
public sealed class HeldJournal(IJournal inner) : JournalBefore(inner)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _readers;

    /// <summary>Readers that have come to the gate so far.</summary>
    public int Readers => Volatile.Read(ref _readers);

    /// <summary>Puts a held journal before the one that the server opened.</summary>
    public static void Before(WebApplicationBuilder builder)
    {
        var opened = builder.Services.Last(service => service.ServiceType == typeof(IJournal));
        builder.Services.Remove(opened);
        builder.Services.AddSingleton<IJournal>(
            provider => new HeldJournal((IJournal)opened.ImplementationFactory!(provider)));
    }

    /// <summary>Lets every reader go on, now and later.</summary>
    public void Release() => _released.TrySetResult();

    /// <inheritdoc />
    public override async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readers);
        await _released.Task.WaitAsync(cancellationToken);
        await foreach (var batch in Inner.ReadAsync(after, cancellationToken))
        {
            yield return batch;
        }
    }
}
