using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>One provider for the tests of a class, and servers that use it.</summary>
public sealed class ProviderFixture : IAsyncLifetime
{
    private readonly string _files = Directory.CreateTempSubdirectory("mse-sign-in-").FullName;
    private SignInProvider? _provider;

    /// <summary>How the provider names itself.</summary>
    public string Issuer => _provider!.Issuer;

    /// <inheritdoc />
    public async Task InitializeAsync() =>
        _provider = SignInProvider.IsAvailable ? await SignInProvider.StartAsync() : null;

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        Directory.Delete(_files, recursive: true);
    }

    /// <summary>Starts a server whose people sign in with the provider.</summary>
    /// <param name="authority">Another provider.</param>
    /// <param name="localAccounts">Whether its own accounts may be used.</param>
    /// <param name="asCis2">Whether roles are told as NHS CIS2 does, and not as Entra ID.</param>
    /// <param name="clock">Its own clock.</param>
    /// <param name="organisation">The organisation in which the chosen role must be held; null for any.</param>
    public Task<RunningServer> ServeAsync(
        string? authority = null,
        bool localAccounts = true,
        bool asCis2 = false,
        TimeProvider? clock = null,
        string? organisation = null)
    {
        var file = Path.Combine(_files, $"{Guid.NewGuid()}.json");
        File.WriteAllText(file, Settings(authority ?? Issuer, localAccounts, asCis2, organisation));
        File.WriteAllText(Path.Combine(_files, "secret"), "a secret of the tests only\n");
        return RunningServer.StartAsync(
            options => options with { SignInFile = file },
            builder =>
            {
                if (clock is not null)
                {
                    builder.Services.AddKeyedSingleton(AccountsSetup.RealTime, clock);
                }
            });
    }

    private static string Settings(
        string authority, bool localAccounts, bool asCis2, string? organisation) => JsonSerializer.Serialize(new
    {
        require = organisation is null
            ? new Dictionary<string, string[]>(StringComparer.Ordinal)
            : new Dictionary<string, string[]>(StringComparer.Ordinal) { ["chosen.org_code"] = [organisation] },
        name = "Test Trust",
        authority,
        clientId = "control-centre",
        clientSecret = new { file = "secret" },
        scopes = new[] { "openid", "profile", "nationalrbacaccess" },
        localAccounts,
        claims = asCis2
            ? (object)new
            {
                roles = "chosen.role_code",
                sites = "chosen.org_code",
                separatedBy = ":",
                chosen = new { list = "nhsid_nrbac_roles", key = "person_roleid", namedBy = "selected_roleid" },
            }
            : new { roles = "groups", sites = "groups" },
        roles = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["g-controllers"] = ["Controller"],
            ["g-managers"] = ["SiteManager"],
            ["R8000"] = ["SiteManager"],
            ["R5080"] = ["Administrator"],
        },
        sites = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["g-basildon"] = ["RAJ12"],
            ["RAJ12"] = ["RAJ12"],
        },
    });
}

/// <summary>A test that needs node, without which the provider cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithProviderAttribute : FactAttribute
{
    public FactWithProviderAttribute() =>
        Skip = SignInProvider.IsAvailable ? null : "node was not found; the provider of this test runs on it.";
}

/// <summary>Tests that need node, without which the provider cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryWithProviderAttribute : TheoryAttribute
{
    public TheoryWithProviderAttribute() =>
        Skip = SignInProvider.IsAvailable ? null : "node was not found; the provider of this test runs on it.";
}
