using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>
/// A fact over data beside the repository (<c>../shared/data</c>); reported as skipped where it is absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (SharedData.Find(folder) is null)
        {
            Skip = $"../shared/data/{folder} is not there.";
        }
    }
}

/// <summary>Finds data beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The folder; null when it is absent.</summary>
    public static string? Find(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", folder));
        return Directory.Exists(path) ? path : null;
    }
}
