using System.Xml.Linq;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Architecture.Tests;

/// <summary>Arrows run one way: Server to Feeds to Journal to Domain, and Domain to nothing.</summary>
public sealed class ArrowTests
{
    private static readonly string[] s_hosts = ["Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Data", "SQLite"];

    public static TheoryData<string> AllRooms => new(Rooms.Arrows.Keys);

    [Fact]
    public void Arrows_OfEveryProjectUnderSrc_AreStated() => Assert.Equal(
        Rooms.Arrows.Keys.Order(),
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Rooms.RoomOf(Path.GetFileNameWithoutExtension(file)))
            .Order());

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Assembly_RefersOnlyToRoomsItMay(string room)
    {
        var used = Rooms.Load(room).GetReferencedAssemblies().Select(name => Rooms.RoomOf(name.Name)).OfType<string>();

        Assert.Empty(used.Except(Rooms.Arrows[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Project_RefersOnlyToRoomsItMay(string room)
    {
        var named = References(room, "ProjectReference")
            .Select(path => Rooms.RoomOf(Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))));

        Assert.Empty(named.Except(Rooms.Arrows[room], StringComparer.Ordinal));
    }

    [Fact]
    public void Domain_KnowsNeitherHostNorStore()
    {
        var used = Rooms.Load("Domain").GetReferencedAssemblies().Select(name => name.Name ?? "");

        Assert.DoesNotContain(used, name => s_hosts.Any(host => name.StartsWith(host, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(References("Domain", "FrameworkReference"));
    }

    [Fact]
    public void OnlyServer_RefersToFeeds() => Assert.Equal(
        ["Server"], Rooms.Arrows.Where(room => room.Value.Contains("Feeds", StringComparer.Ordinal)).Select(room => room.Key));

    private static IEnumerable<string> References(string room, string kind)
    {
        var project = "MseControlCentre." + room;
        return XDocument.Load(Repository.PathOf("src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")?.Value ?? "");
    }
}
