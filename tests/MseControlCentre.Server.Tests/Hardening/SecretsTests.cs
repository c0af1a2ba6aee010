using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Accounts.OpenIdConnect;
using MseControlCentre.Server.Tests.FeedKeys;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>
/// What lets somebody in is in no log and in no other file of the server, whether it was used, tried in vain, or sent to
/// an address that does not exist. Files hold hashes.
/// </summary>
public sealed class SecretsTests(ProviderFixture provider) : IClassFixture<ProviderFixture>
{
    private const string Wrong = "a password typed in vain";

    [Fact]
    public async Task Secrets_OfEveryKind_AreInNoLogAndNoOtherFile()
    {
        await using var server = await RunningServer.StartAsync();
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["password"] = LocalPerson.Password, ["wrong password"] = Wrong,
        };
        using var person = await LocalPerson.MakeAsync(server);
        (await LocalPerson.TryAsync(person, Wrong)).Dispose();
        AddCookies(secrets, person, server);
        await AddLinksAsync(secrets, server);
        foreach (var link in secrets.Where(secret => secret.Key.EndsWith('/')).ToList())
        {
            using var visitor = new Visitor(server);
            (await visitor.FillInAsync(link.Key + link.Value)).Dispose();
            (await visitor.GetAsync($"nowhere/{link.Value}?to={link.Value}")).Dispose();
            AddCookies(secrets, visitor, server);
        }

        foreach (var (name, key) in secrets.Where(secret => secret.Key.EndsWith("key", StringComparison.Ordinal)))
        {
            using var asked = await server.PostAsync(key, [server.Arrival(name)]);
        }

        await SearchAsync(server, secrets);
        Assert.True(secrets.Count >= 10, string.Join(", ", secrets.Keys));
    }

    [FactWithProvider]
    public async Task Secrets_OfSigningInWithTheOrganisation_AreInNoLogAndNoOtherFile()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        var back = await browser.GoAsync("controller");
        await browser.SentToAsync(back);
        await browser.SentToAsync(back);
        var code = QueryHelpers.ParseQuery(back.Query)["code"].ToString();

        await SearchAsync(server, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client secret"] = "a secret of the tests only", ["code"] = code, ["session"] = browser.Session!,
        });
    }

    private static void AddCookies(Dictionary<string, string> secrets, Visitor visitor, RunningServer server)
    {
        foreach (System.Net.Cookie cookie in visitor.Cookies.GetCookies(server.Application.HttpAddress))
        {
            secrets[string.Create(CultureInfo.InvariantCulture, $"cookie {cookie.Name} {secrets.Count}")] = cookie.Value;
        }
    }

    private static async Task AddLinksAsync(Dictionary<string, string> secrets, RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var given = scope.ServiceProvider;
        secrets["welcome/"] = await given.GetRequiredService<InvitationsService>()
            .MakeAsync([Role.Observer], [], null, "test", CancellationToken.None);
        secrets["walls/"] = await given.GetRequiredService<WallScreensService>()
            .MakeAsync("North wall", "test", CancellationToken.None);
        var account = await given.GetRequiredService<UserManager<Account>>().FindByNameAsync(LocalPerson.Name);
        secrets["new-password/"] = await given.GetRequiredService<PasswordLinksService>()
            .MakeAsync(account!.Id, "test", CancellationToken.None);
        secrets["access key"] = (await given.GetRequiredService<AccessKeysService>().MakeAsync(
            SignedIn.Everybody, TimeSpan.FromDays(1), replaces: false, "test", CancellationToken.None)).Key;
        secrets["feed key"] = (await KeyedServer.KeyAsync(server.Data, "feed-key", "add", "eeast-cad")).Key;
        secrets["wrong feed key"] = Feeds.Credentials.FeedKey.Create();
    }

    private static async Task SearchAsync(RunningServer server, Dictionary<string, string> secrets)
    {
        await server.Application.Services.GetRequiredService<AuditInbox>().TakeAsync();
        var files = Directory.EnumerateFiles(server.Data, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".lock").ToList();
        Assert.Contains(files, file => Path.GetFileName(Path.GetDirectoryName(file)) is "logs");
        Assert.Contains(files, file => Path.GetFileName(file) is "accounts.db");
        var found = new List<string>();
        foreach (var file in files)
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            found.AddRange(secrets
                .Where(secret => bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret.Value)) >= 0)
                .Select(secret => $"{Path.GetRelativePath(server.Data, file)} holds the {secret.Key}"));
        }

        Assert.Empty(found);
    }
}
