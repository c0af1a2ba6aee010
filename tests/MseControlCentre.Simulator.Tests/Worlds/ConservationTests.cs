using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Tests.Worlds;

public sealed class ConservationTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void AdvanceTo_TwoDays_NobodySharesABedAndNoWardHoldsMoreThanItsBeds(ulong seed)
    {
        var system = Given.System(seed);

        for (var minute = 0; minute <= 2880; minute += 30)
        {
            system.AdvanceTo(Given.Origin.AddMinutes(minute));
            foreach (var hospital in system.World.Hospitals)
            {
                CheckBeds(hospital);
            }
        }
    }

    [Fact]
    public void AdvanceTo_TwoWeeks_StaysBounded()
    {
        var system = Given.System();

        system.AdvanceTo(Given.Origin.AddDays(14));

        Assert.InRange(system.World.AgendaCount, 1, 40_000);
        Assert.All(system.World.Hospitals, hospital =>
        {
            Assert.InRange(hospital.Present.Count, 1, 2000);
            Assert.DoesNotContain(hospital.Present, visit =>
                visit.InDepartment && system.Now.ToUnixTimeSeconds() - visit.ArrivedAt > 48 * 3600);
            Assert.InRange(hospital.Ledger.Arrivals.Count, 1, 2000);
            Assert.InRange(hospital.Conveyances.Count, 0, 100);
        });
    }

    [Fact]
    public void AdvanceTo_Surge_FillsTheDepartment()
    {
        var calm = new World(Given.Network, 3, Given.Origin, []);
        var surged = new World(Given.Network, 3, Given.Origin, [new Surge(new(12, 0), new(20, 0), 2)]);

        calm.AdvanceTo(Given.Origin.AddHours(13));
        surged.AdvanceTo(Given.Origin.AddHours(13));

        Assert.True(
            surged.Truth()["QH8:ed.attendances-today"] > 1.4 * calm.Truth()["QH8:ed.attendances-today"],
            "Twice the demand for eight hours is seen in the day's attendances.");
        Assert.True(surged.Truth()["QH8:ed.in-department"] > calm.Truth()["QH8:ed.in-department"]);
    }

    [Fact]
    public void AdvanceTo_OtherNetwork_Works()
    {
        var network = NetworkFileReader.ReadFile(Given.InRepository("deploy/networks/example-essex.json"));
        var system = Given.System(network: network);

        var sent = system.AdvanceTo(Given.Origin.AddHours(6));

        Assert.Equal(
            network.Sites.Select(site => site.Code).Order(StringComparer.Ordinal),
            system.World.Hospitals.Where(hospital => hospital.Present.Count > 100).Select(h => h.Code)
                .Order(StringComparer.Ordinal));
        Assert.Contains(sent, message => message.Feed == "esneft-pas");
    }

    private static void CheckBeds(Hospital hospital)
    {
        var held = new HashSet<Bed>();
        foreach (var visit in hospital.Present.Where(visit => visit is { Bed: not null, IsBusy: false }))
        {
            Assert.True(held.Add(visit.Bed!), "A bed is held by one patient.");
            Assert.Same(visit, visit.Bed!.Holder);
            Assert.Same(visit.Ward, visit.Bed.Ward);
        }

        foreach (var ward in hospital.Wards)
        {
            Assert.Equal(ward.Beds.Count(bed => bed.Holder is not null), ward.Taken);
            Assert.Equal(ward.Beds.Count(bed => bed.IsOpen), ward.CoreOpen + ward.EscalationOpen - ward.SinglyClosed);
            Assert.DoesNotContain(ward.Beds, bed => !bed.IsOpen && bed.Holder is not null);
        }
    }
}
