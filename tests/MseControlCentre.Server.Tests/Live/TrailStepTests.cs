using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>What constraints read of the trail is what the server keeps.</summary>
public sealed class TrailStepTests
{
    [Fact]
    public void Trail_StepAndReach_AreThoseThatConstraintsAreFollowedBy()
    {
        Assert.Equal(FigureTrail.Step, RankedConstraints.TrailStep);
        Assert.Equal(FigureTrail.Reach, RankedConstraints.TrailReach);
    }
}
