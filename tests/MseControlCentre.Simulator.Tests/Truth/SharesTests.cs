using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Tests.Truth;

public sealed class SharesTests
{
    [Fact]
    public void NinetiethCentile_NearestRank_IsAValueThatWasSeen()
    {
        // Ten values: rank 9 of 10. Eleven values: rank 9.9, so the tenth.
        Assert.Equal(9, Shares.NinetiethCentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 1));
        Assert.Equal(10, Shares.NinetiethCentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 1));
        Assert.Equal(7, Shares.NinetiethCentile([7], 1));
        Assert.Null(Shares.NinetiethCentile([], 1));
    }

    [Fact]
    public void Median_EvenNumber_IsTheMeanOfTheMiddleTwo()
    {
        Assert.Equal(2.5, Shares.Median([4, 1, 3, 2], 1));
        Assert.Equal(3, Shares.Median([5, 1, 3], 1));
        Assert.Null(Shares.Median([], 1));
    }

    [Fact]
    public void Percent_OfNothing_IsNothing()
    {
        Assert.Null(Shares.Percent(0, 0));
        Assert.Equal(25, Shares.Percent(1, 4));
    }
}
