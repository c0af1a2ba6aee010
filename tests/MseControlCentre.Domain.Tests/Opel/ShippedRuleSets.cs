using MseControlCentre.Domain.Opel;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>The OPEL rule sets of this repository.</summary>
internal static class ShippedRuleSets
{
    public static string Folder { get; } = Repository.PathOf("deploy", "opel");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static OpelRuleSet Rules(string name)
    {
        var read = OpelRuleSetFile.Read(Bytes(name));
        Assert.Empty(read.Errors);
        return read.Rules ?? throw new InvalidOperationException("No error and no rule set.");
    }
}
