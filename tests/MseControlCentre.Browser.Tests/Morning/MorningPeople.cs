using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Morning;

/// <summary>Four people, made up, who are signed in at once, each at a screen of their own.</summary>
/// <param name="Controller">Works in the system control centre.</param>
/// <param name="Basildon">Manages Basildon.</param>
/// <param name="Southend">Manages Southend.</param>
/// <param name="Council">Works for Essex County Council.</param>
internal sealed record MorningPeople(IPage Controller, IPage Basildon, IPage Southend, IPage Council) : IAsyncDisposable
{
    /// <summary>Name of who works in the control centre.</summary>
    public const string ControllerName = "Amara Okafor";

    /// <summary>Name of who manages Basildon.</summary>
    public const string BasildonName = "Ben Whitfield";

    /// <summary>Name of who manages Southend.</summary>
    public const string SouthendName = "Cara Jones";

    /// <summary>Name of who works for the council.</summary>
    public const string CouncilName = "Dev Patel";

    /// <summary>Makes their accounts as an administrator does; each then chooses a password and is signed in.</summary>
    public static async Task<MorningPeople> SignInAsync(Chromium chromium, MorningServer server)
    {
        ArgumentNullException.ThrowIfNull(chromium);
        ArgumentNullException.ThrowIfNull(server);
        var administrator = await chromium.WindowAsync();
        await FirstAccount.MakeAsync(administrator, server.FirstLink);
        var people = new MorningPeople(
            await JoinAsync(ControllerName, "Controller", null, null),
            await JoinAsync(BasildonName, "SiteManager", "RAJ12", null),
            await JoinAsync(SouthendName, "SiteManager", "RAJ01", null),
            await JoinAsync(CouncilName, "Partner", null, "essex-council"));
        await administrator.Context.DisposeAsync();
        return people;

        async Task<IPage> JoinAsync(string name, string role, string? site, string? organisation)
        {
            var link = await Invitation.MakeAsync(administrator, server.Address, role, site, organisation);
            var own = await chromium.WindowAsync(role is "Controller" ? 1920 : 1366, role is "Controller" ? 1080 : 900);
            var account = name.ToLowerInvariant().Replace(' ', '.') + "@example.nhs.uk";
            await FirstAccount.MakeAsync(own, link, account, name);
            return own;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Controller.Context.DisposeAsync();
        await Basildon.Context.DisposeAsync();
        await Southend.Context.DisposeAsync();
        await Council.Context.DisposeAsync();
    }
}
