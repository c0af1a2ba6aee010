namespace MseControlCentre.Tests.Shared;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The network file of Mid and South Essex, as it is shipped.</summary>
    public static string NetworkFile => PathOf("deploy", "networks", "mid-and-south-essex.json");

    /// <summary>A path below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MseControlCentre.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are not run from within a checkout.");
    }
}
