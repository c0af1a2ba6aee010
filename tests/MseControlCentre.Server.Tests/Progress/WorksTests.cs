using MseControlCentre.Server.Progress;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Progress;

/// <summary>Works are told truthfully: forwards only, to an end, and no more of them than may be kept.</summary>
public sealed class WorksTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Share_OverSeveralPasses_NeverFallsAndEndsWhole()
    {
        var works = new Works(_clock);
        var work = works.Begin(Works.NewIdentity(), "Making the return")!;
        work.Expect(3);
        var shares = new List<double>();
        for (var pass = 0; pass < 3; pass++)
        {
            var reading = new Reading();
            work.Follow(reading);
            reading.Expect(10);
            for (var entry = 0; entry < 10; entry++)
            {
                reading.Add(1);
                shares.Add(works.Find(work.Id)!.Share!.Value);
            }

            reading.End();
        }

        // A pass that was not expected makes the whole longer: the bar waits, it does not run back.
        work.Follow(new Reading());
        shares.Add(works.Find(work.Id)!.Share!.Value);
        works.End(work, WorkState.Done);

        Assert.Equal(shares.Order(), shares);
        var ended = works.Find(work.Id)!;
        Assert.Equal((WorkState.Done, 1.0, 30L, 30L), (ended.State, ended.Share, ended.Done, ended.Total));
    }

    [Fact]
    public void Share_BeforeAnythingIsKnown_IsNotMadeUp()
    {
        var works = new Works(_clock);
        var work = works.Begin(Works.NewIdentity(), "Taking the file")!;

        Assert.Null(works.Find(work.Id)!.Share);
    }

    [Fact]
    public void End_ToldTwice_KeepsTheFirst()
    {
        var works = new Works(_clock);
        var work = works.Begin(Works.NewIdentity(), "Replaying")!;

        works.End(work, WorkState.Failed, "The journal cannot be written now.");
        works.End(work, WorkState.Done);

        var told = works.Find(work.Id)!;
        Assert.Equal((WorkState.Failed, "The journal cannot be written now."), (told.State, told.Reason));
    }

    [Fact]
    public void Find_LongAfterTheEnd_KnowsNothing()
    {
        var works = new Works(_clock);
        var work = works.Begin(Works.NewIdentity(), "Reading")!;
        works.End(work, WorkState.Done);
        _clock.Advance(Works.ToldFor - TimeSpan.FromSeconds(1));
        Assert.NotNull(works.Find(work.Id));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(works.Find(work.Id));
    }

    [Fact]
    public void Begin_BeyondTheBound_IsRefusedUntilSomeHaveEnded()
    {
        var works = new Works(_clock);
        var begun = Enumerable.Range(0, Works.MostKept).Select(_ => works.Begin(Works.NewIdentity(), "x")!).ToList();
        Assert.Null(works.Begin(Works.NewIdentity(), "x"));

        works.End(begun[0], WorkState.Done);
        _clock.Advance(Works.ToldFor);

        Assert.NotNull(works.Begin(Works.NewIdentity(), "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("../../../../../../../etc/passwd0")]
    public void Begin_WithSomethingElseThanAnIdentity_IsRefused(string id) =>
        Assert.Null(new Works(_clock).Begin(id, "x"));

    [Fact]
    public void Begin_WithAnIdentityThatIsTaken_IsRefused()
    {
        var works = new Works(_clock);
        var id = Works.NewIdentity();

        Assert.NotNull(works.Begin(id, "mine"));
        Assert.Null(works.Begin(id, "somebody else's"));
        Assert.Equal("mine", works.Find(id)!.Words);
    }

    [Fact]
    public void Follow_BeyondTheBound_ShowsNoMore()
    {
        var work = new Work(Works.NewIdentity(), "x");
        for (var pass = 0; pass < Work.MostReadings + 10; pass++)
        {
            var reading = new Reading();
            reading.Expect(1);
            work.Follow(reading);
        }

        Assert.Equal(Work.MostReadings, work.Read().Total);
    }
}
