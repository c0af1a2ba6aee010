using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>The system's clock, which a test may put forward. Timers run in real time.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _ahead;

    /// <summary>Makes it the clock of a server. The journal keeps the time it was opened with.</summary>
    public void Of(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(this);

    /// <summary>Puts the clock forward.</summary>
    public void PutForward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}
