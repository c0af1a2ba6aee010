using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Which pack a page shows, and that it never leaves in doubt of which instant it is.</summary>
public sealed class ShownPackTests
{
    private static readonly DateTimeOffset s_begins = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
    private static readonly CallsContext s_context = CallsContext.Of(s_network, s_begins.AddSeconds(-1109));
    private static readonly CallPack s_now = new PackGiven(s_network).At(s_context.Now, s_begins.AddDays(-1));

    [Theory]
    [InlineData(CallState.Prepared, null, "Of now, 09:41:31 on Sun 29 Nov 2026")]
    [InlineData(CallState.Prepared, "now", "Of now, 09:41:31 on Sun 29 Nov 2026")]
    [InlineData(CallState.Prepared, "1", "As it was at 09:30 on Sun 29 Nov 2026")]
    [InlineData(CallState.Running, null, "As it was at 10:00 on Sun 29 Nov 2026")]
    [InlineData(CallState.Running, "now", "Of now, 09:41:31 on Sun 29 Nov 2026")]
    [InlineData(CallState.Running, "1", "As it was at 09:30 on Sun 29 Nov 2026")]
    [InlineData(CallState.Running, "3", "As it was at 10:00 on Sun 29 Nov 2026")]
    [InlineData(CallState.Closed, null, "As it was at 10:00 on Sun 29 Nov 2026")]
    [InlineData(CallState.Closed, "1", "As it was at 09:30 on Sun 29 Nov 2026")]
    [InlineData(CallState.Closed, "now", "As it was at 10:00 on Sun 29 Nov 2026")]
    [InlineData(CallState.NotHeld, "now", "As it was at 09:30 on Sun 29 Nov 2026")]
    public void Of_CallAndWhatIsAsked_ShowsThePackAndSaysOfWhenItIs(CallState state, string? asked, string title)
    {
        var shown = ShownPack.Of(new CallGiven(s_network, s_begins).Told(state), asked, s_now, s_context);

        Assert.Equal(title, shown.Title);
        Assert.Equal(title.StartsWith("As it was", StringComparison.Ordinal), shown.IsKept);
        Assert.Single(shown.Choices, choice => choice.IsShown);
        Assert.Equal(
            state is CallState.Prepared or CallState.Running, shown.Choices.Any(choice => choice.Words is "Now"));
    }

    [Theory]
    [InlineData(CallState.Prepared, null, true)]
    [InlineData(CallState.Prepared, "1", false)]
    [InlineData(CallState.Running, null, false)]
    [InlineData(CallState.Running, "now", true)]
    [InlineData(CallState.Closed, "now", false)]
    public void WantsNow_OfACall_OnlyWhenItIsShown(CallState state, string? asked, bool wanted) =>
        Assert.Equal(wanted, ShownPack.WantsNow(new CallGiven(s_network, s_begins).Told(state), asked));

    [Fact]
    public void Of_PreparedCallWhosePackOfNowIsNotMade_ShowsTheNewestKept()
    {
        var shown = ShownPack.Of(new CallGiven(s_network, s_begins).Told(CallState.Prepared), null, null, s_context);

        Assert.Equal("As it was at 09:30 on Sun 29 Nov 2026", shown.Title);
    }

    [Fact]
    public void Of_CallWithoutAnyPack_SaysThatNoneIsThere()
    {
        var call = new CallGiven(s_network, s_begins).Told(CallState.Prepared) with { Packs = [] };

        var shown = ShownPack.Of(call, null, null, s_context);

        Assert.Equal((null, "No pack is there"), (shown.Pack, shown.Title));
        Assert.DoesNotContain(shown.Choices, choice => choice.IsShown);
    }
}
