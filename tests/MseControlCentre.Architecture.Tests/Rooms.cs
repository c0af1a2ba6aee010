using System.Reflection;

namespace MseControlCentre.Architecture.Tests;

/// <summary>The projects under <c>src</c> and the arrows that may run between them.</summary>
internal static class Rooms
{
    private const string Prefix = "MseControlCentre.";

    /// <summary>What each project may refer to. A new project is added here, with its arrows.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Journal"] = ["Domain"],
        ["Feeds"] = ["Domain", "Journal"],
        ["Server"] = ["Domain", "Journal", "Feeds"],
        ["Simulator"] = [],
    };

    public static IEnumerable<Assembly> Assemblies => Arrows.Keys.Select(Load);

    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes());

    /// <summary>Types that we wrote: source generators put theirs into namespaces of their own.</summary>
    public static IEnumerable<Type> OwnTypes =>
        Types.Where(type => type.Namespace?.StartsWith(Prefix, StringComparison.Ordinal) == true);

    public static Assembly Load(string room) => Assembly.Load(Prefix + room);

    /// <summary>The room of an assembly or project name; null when it is none of ours.</summary>
    public static string? RoomOf(string? name) =>
        name?.StartsWith(Prefix, StringComparison.Ordinal) == true ? name[Prefix.Length..] : null;
}
