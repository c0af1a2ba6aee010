using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Recording;

/// <summary>The clock that all tests rely on.</summary>
public sealed class ManualClockTests
{
    [Fact]
    public void Advance_TimersOnTheWay_FireInOrderAtTheirOwnTimes()
    {
        var clock = new ManualClock();
        var start = clock.GetUtcNow();
        var fired = new List<string>();
        void Note(object? name) => fired.Add($"{name} {(clock.GetUtcNow() - start).TotalSeconds}");
        using var once = clock.CreateTimer(Note, "once", TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(Note, "often", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        var gone = clock.CreateTimer(Note, "gone", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        gone.Dispose();

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("often 2, once 3, often 4", string.Join(", ", fired));
        Assert.Equal(start.AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public async Task Delay_OnThisClock_EndsWhenItIsMoved()
    {
        var clock = new ManualClock();
        var delay = Task.Delay(TimeSpan.FromMinutes(30), clock);
        Assert.False(delay.IsCompleted);
        Assert.True(clock.IsAwaited);

        clock.Advance(TimeSpan.FromMinutes(30));

        await delay;
        Assert.False(clock.IsAwaited);
    }
}
