using MseControlCentre.Domain.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Network;

/// <summary>The network files of this repository.</summary>
internal static class ShippedNetworks
{
    public static string Folder { get; } = Repository.PathOf("deploy", "networks");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static NetworkMap Map(string name)
    {
        var result = NetworkFile.Read(Bytes(name));
        Assert.Empty(result.Errors);
        return result.Map ?? throw new InvalidOperationException("No error and no map.");
    }
}
