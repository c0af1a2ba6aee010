using MseControlCentre.Domain.Events;

namespace MseControlCentre.Architecture.Tests;

public sealed class NameTests
{
    // Names that say nothing: call a thing by what it does in the field's words.
    private static readonly string[] s_saysNothing = ["Manager", "Helper", "Helpers", "Utils", "Utility", "Utilities"];

    [Fact]
    public void Types_HaveNamesThatSaySomething() => Assert.DoesNotContain(
        Rooms.OwnTypes, type => SaysNothing(type.Name));

    [Theory]
    [InlineData("FeedManager", true)]
    [InlineData("StringUtils", true)]
    [InlineData("Manager`1", true)]
    [InlineData("ManagerialView", false)]
    [InlineData("WallService", false)]
    public void Check_Name_IsCaughtOrPasses(string name, bool caught) => Assert.Equal(caught, SaysNothing(name));

    [Fact]
    public void Events_OfTheCatalogue_AreSealedRecordsOfTheDomain()
    {
        var events = typeof(EventDetail).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(EventDetail)) && !type.IsAbstract)
            .ToList();

        Assert.NotEmpty(events);
        Assert.DoesNotContain(events, type => !type.IsSealed);
        Assert.Equal(EventCatalogue.Kinds.Keys.Order(), events.Select(type => type.Name).Order());
    }

    [Fact]
    public void Events_OutsideTheDomain_DoNotExist() => Assert.DoesNotContain(
        Rooms.Types,
        type => type.IsSubclassOf(typeof(EventDetail)) && type.Assembly != typeof(EventDetail).Assembly);

    private static bool SaysNothing(string name)
    {
        var plain = name.Split('`')[0];
        return s_saysNothing.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
    }
}
