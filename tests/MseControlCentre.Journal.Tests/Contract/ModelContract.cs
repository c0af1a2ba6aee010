using FsCheck;
using FsCheck.Fluent;

namespace MseControlCentre.Journal.Tests.Contract;

/// <summary>
/// Any calls, in any order, with restarts between: the journal does what a list without repeats does.
/// </summary>
public abstract class ModelContract
{
    // Few identities, so that most calls repeat some.
    private const int Identities = 12;
    private const int Restart = -1;

    [Fact]
    public void Append_AnyCallsAndRestarts_BehavesAsAListWithoutRepeats()
    {
        var call = Gen.Frequency(
            (9, Gen.Choose(0, Identities - 1).ListOf().Select(numbers => numbers.ToArray())),
            (1, Gen.Constant(new[] { Restart })));
        var calls = call.ListOf().Select(list => list.ToArray());

        Prop.ForAll(Arb.From(calls), steps => BehavesAsModelAsync(steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    /// <summary>Opens an empty journal; opening again gives the one before when the store survives a restart.</summary>
    protected abstract ModelledStore NewStore();

    private async Task<bool> BehavesAsModelAsync(int[][] steps)
    {
        await using var store = NewStore();
        var journal = await store.OpenAsync();
        var model = new List<string>();
        foreach (var step in steps)
        {
            if (step is [Restart])
            {
                journal = await store.RestartAsync(journal);
                continue;
            }

            var result = await journal.AppendAsync([.. step.Select(number => Sample.Event($"m{number}"))]);
            foreach (var (number, outcome) in step.Zip(result.Outcomes))
            {
                var isNew = !model.Contains($"m{number}", StringComparer.Ordinal);
                if (isNew)
                {
                    model.Add($"m{number}");
                }

                if (isNew != (outcome == AppendOutcome.Appended))
                {
                    return false;
                }
            }
        }

        var entries = await journal.ReadAllAsync();
        Sample.AssertInOrder(entries);
        var same = string.Equals(string.Join(' ', model), entries.Ids(), StringComparison.Ordinal)
            && journal.LastSequence == model.Count;
        await journal.DisposeAsync();
        return same;
    }
}

/// <summary>A store for one run of the model.</summary>
public abstract class ModelledStore : IAsyncDisposable
{
    /// <summary>Opens the journal.</summary>
    public abstract Task<IJournal> OpenAsync();

    /// <summary>Closes and opens it; a journal that does not survive this goes on as it is.</summary>
    public virtual Task<IJournal> RestartAsync(IJournal journal) => Task.FromResult(journal);

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
