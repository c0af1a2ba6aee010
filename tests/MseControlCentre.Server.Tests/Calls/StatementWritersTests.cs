using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Who has a statement open: others only, as long as they are heard of, and no more than the bound.</summary>
public sealed class StatementWritersTests
{
    private const string Statement = "call/RAJ12";

    [Fact]
    public void Heard_TellsTheOthersOfTheSameStatement_WhoWritesFirst()
    {
        var writers = new StatementWriters(new ManualClock(DateTimeOffset.UnixEpoch));
        writers.Heard(Statement, "1", new StatementWriter("Ann", false));
        writers.Heard(Statement, "2", new StatementWriter("Bo", true));
        writers.Heard("call/RAJ01", "3", new StatementWriter("Elsewhere", true));

        var others = writers.Heard(Statement, "4", new StatementWriter("Cy", false));

        Assert.Equal(["Bo", "Ann"], others.Select(other => other.Name));
    }

    [Fact]
    public void Heard_AfterSilence_ForgetsWhoIsNotHeardOf()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        var writers = new StatementWriters(clock);
        writers.Heard(Statement, "1", new StatementWriter("Ann", true));

        clock.Advance(StatementWriters.ForgottenAfter);
        var still = writers.Heard(Statement, "2", new StatementWriter("Bo", true));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var gone = writers.Heard(Statement, "3", new StatementWriter("Cy", true));

        Assert.Equal("Ann", Assert.Single(still).Name);
        Assert.Equal("Bo", Assert.Single(gone).Name);
    }

    [Fact]
    public void Heard_OfMoreThanTheBound_TellsOfNoMore()
    {
        var writers = new StatementWriters(new ManualClock(DateTimeOffset.UnixEpoch));
        for (var window = 0; window <= StatementWriters.Most; window++)
        {
            writers.Heard(Statement, $"w{window}", new StatementWriter($"n{window}", true));
        }

        Assert.Equal(
            StatementWriters.Most, writers.Heard(Statement, "last", new StatementWriter("Last", true)).Count);
    }
}
