namespace MseControlCentre.Tests.Shared;

/// <summary>Where the checkout lies, found upwards from where the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>Absolute path of the checkout.</summary>
    public static string Path { get; } = Find();

    /// <summary>The network file of Mid and South Essex.</summary>
    public static string NetworkFile => System.IO.Path.Combine(Path, "deploy", "networks", "mid-and-south-essex.json");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MseControlCentre.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds MseControlCentre.sln; run the tests from a checkout.");
    }
}
