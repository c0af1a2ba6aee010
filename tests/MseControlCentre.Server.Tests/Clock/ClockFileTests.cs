using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Clock;

public sealed class ClockFileTests : IDisposable
{
    private readonly ManualClock _real = new();
    private readonly TemporaryDirectory _directory = new();
    private readonly DataDirectory _data;

    public ClockFileTests() => _data = DataDirectory.Open(_directory.Path);

    [Fact]
    public void Open_WithASpeed_RunsThatMuchFaster()
    {
        var start = new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

        var clock = ClockFile.Open(_data, Options(60) with { ClockStart = start }, _real);
        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(start.AddHours(1), clock.GetUtcNow());
        Assert.Equal(new ClockReading(start.AddHours(1), 60, true, start), ClockReading.Of(clock));
    }

    [Fact]
    public void Open_AfterAShortAbsence_CountsIt()
    {
        var begun = ClockFile.Open(_data, Options(60), _real).GetUtcNow();

        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(begun.AddHours(1), ClockFile.Open(_data, Options(60), _real).GetUtcNow());
    }

    [Fact]
    public void Open_AfterANight_GoesOnWhereItStopped()
    {
        var begun = ClockFile.Open(_data, Options(60), _real).GetUtcNow();

        _real.Advance(TimeSpan.FromHours(9));

        Assert.Equal(begun, ClockFile.Open(_data, Options(60), _real).GetUtcNow());
    }

    [Fact]
    public void Open_OfASimulatedDayWithoutSpeed_IsRefused()
    {
        ClockFile.Open(_data, Options(60), _real);

        var refused = Assert.Throws<StartRefusedException>(() => ClockFile.Open(_data, Options(null), _real));

        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        Assert.Contains("simulated day", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OfRealDataWithSpeed_IsRefused()
    {
        File.WriteAllText(_data.JournalFile, "");

        var refused = Assert.Throws<StartRefusedException>(() => ClockFile.Open(_data, Options(60), _real));

        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        Assert.Contains("real data", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private ServerOptions Options(double? speed) =>
        new() { DataDirectory = _data.Root, NetworkFile = "unused", Speed = speed };
}
