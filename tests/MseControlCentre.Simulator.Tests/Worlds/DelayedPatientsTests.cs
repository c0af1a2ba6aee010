namespace MseControlCentre.Simulator.Tests.Worlds;

public sealed class DelayedPatientsTests
{
    [Fact]
    public void AdvanceTo_ThreeDays_WhoeverHasWaitedADayHasPathwayDateReasonAndOwner()
    {
        var system = Given.System(4);
        system.AdvanceTo(Given.Origin.AddDays(3));
        var dayAgo = system.Now.AddDays(-1).ToUnixTimeSeconds();

        // A date is set within a quarter of an hour of the assessment; a patient on leave is seen after return.
        var waiting = system.World.Hospitals.SelectMany(hospital => hospital.Present)
            .Where(visit => visit is { IsInpatient: true, NoCriteriaToReside: true } && visit.DischargeReadyAt < dayAgo)
            .ToList();

        Assert.InRange(waiting.Count, 50, 400);
        Assert.All(waiting, visit => Assert.NotNull(visit.Pathway));
        Assert.All(waiting, visit => Assert.NotNull(visit.DelayReason));
        Assert.All(waiting, visit => Assert.NotNull(visit.DelayOwner));
    }
}
