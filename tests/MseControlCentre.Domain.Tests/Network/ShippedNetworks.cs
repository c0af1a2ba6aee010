using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

/// <summary>The network files of this repository.</summary>
internal static class ShippedNetworks
{
    public static string Folder { get; } = Path.Combine(FindRoot(), "deploy", "networks");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static NetworkMap Map(string name)
    {
        var result = NetworkFile.Read(Bytes(name));
        Assert.Empty(result.Errors);
        return result.Map ?? throw new InvalidOperationException("No error and no map.");
    }

    private static string FindRoot()
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
