using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>The file of <c>--sign-in</c>: what is wrong with it is told at once, with its key.</summary>
public sealed class OrganisationSignInFileTests
{
    [Fact]
    public void Errors_AreToldAllAtOnceWithTheirKeys()
    {
        var refused = Refusal(
            """
            {
              "name": 5, "authority": "http://provider.example", "clientSecret": "typed in here", "scopes": ["profile"],
              "parameters": { "state": "x" }, "claims": { "roles": "chosen.role_code", "rolse": "groups" },
              "roles": { "g-1": ["Everything"], "g-2": "Wall" }, "sites": { "g-1": "RAJ99" },
              "organisations": { "g-1": "nobody" }, "colour": "red"
            }
            """);

        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        Assert.Equal(
            [
                "authority", "claims.chosen", "claims.rolse", "clientId", "clientSecret", "colour",
                "localAccounts", "name", "organisations", "parameters.state", "roles.g-1", "roles.g-2",
                "scopes", "sites",
            ],
            refused.Errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("typed in here", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    public void FileThatIsNone_IsRefused(string text) =>
        Assert.Equal("--sign-in", Assert.Single(Refusal(text).Errors).Key);

    [Theory]
    [InlineData("entra-id.json")]
    [InlineData("nhs-cis2.json")]
    public void ShippedFile_LacksNothingButTheSecret(string name)
    {
        var refused = Assert.Throws<StartRefusedException>(
            () => OrganisationSignInFile.Read(Repository.PathOf("deploy", "sign-in", name), TestNetworkMap()));

        Assert.Equal("clientSecret.file", Assert.Single(refused.Errors).Key);
    }

    private static StartRefusedException Refusal(string text)
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "sign-in.json");
        File.WriteAllText(file, text);
        return Assert.Throws<StartRefusedException>(() => OrganisationSignInFile.Read(file, TestNetworkMap()));
    }

    private static Domain.Network.NetworkMap TestNetworkMap() => AdoptableNetwork.Read(Repository.NetworkFile).Map;
}
