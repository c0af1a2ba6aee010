using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Accounts;

/// <summary>Adds accounts: where they are kept, how people sign in, what their session is.</summary>
public static class AccountsSetup
{
    /// <summary>Wrong passwords after which an account rests for a while.</summary>
    public const int MostFailures = 5;

    /// <summary>
    /// Fewest characters of a password. Length protects; rules of composition do not (NCSC password guidance).
    /// </summary>
    public const int ShortestPassword = 12;

    /// <summary>
    /// Key of the clock by which sessions, links and keys live: real time, also while a simulated day runs faster.
    /// </summary>
    public const string RealTime = "real time";

    private const string EitherScheme = "Either";
    private const string CookieName = "mse-session";

    /// <summary>A session that nobody uses ends after a shift.</summary>
    private static readonly TimeSpan s_session = TimeSpan.FromHours(12);

    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(15);

    /// <summary>How soon a session learns that its account was closed or changed.</summary>
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Adds the services.</summary>
    /// <param name="services">Where they are added.</param>
    /// <param name="data">Where accounts are kept.</param>
    /// <param name="organisation">The organisation's provider; null when there is none.</param>
    public static void AddAccounts(
        this IServiceCollection services, DataDirectory data, OrganisationSignIn? organisation)
    {
        ArgumentNullException.ThrowIfNull(data);
        services.AddHttpContextAccessor();
        services.AddKeyedSingleton(RealTime, TimeProvider.System);
        services.AddSingleton<IAccess, AccessOfRequest>();
        services.AddAudit(data);
        services.AddDbContext<AccountsDatabase>(database => database.UseSqlite($"Data Source={data.AccountsFile}"));
        services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<AccountsDatabase>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<PasswordApartFromName>()
            .AddDefaultTokenProviders();
        var ways = services.AddAuthentication(EitherScheme);
        ways.AddIdentityCookies();
        ways.AddCookie(WallSessions.Scheme, WallSessions.Configure);
        ways.AddScheme<AuthenticationSchemeOptions, AccessKeyScheme>(AccessKeyScheme.Name, null);
        ways.AddPolicyScheme(EitherScheme, null, either =>
            either.ForwardDefaultSelector = context => WayOf(context, organisation));
        services.ConfigureApplicationCookie(cookie => SessionCookie.Shape(cookie, CookieName, s_session));
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IServiceProvider>((stamp, provider) =>
        {
            stamp.ValidationInterval = s_lookAgain;
            stamp.TimeProvider = provider.GetRequiredKeyedService<TimeProvider>(RealTime);
        });
        // The framework would take the board's clock.
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(provider =>
            new ConfigureNamedOptions<CookieAuthenticationOptions>(
                null, cookie => cookie.TimeProvider = provider.GetRequiredKeyedService<TimeProvider>(RealTime)));
        // Signs in without a name being typed, and with a finger, a face or a PIN: two factors in one.
        services.Configure<IdentityPasskeyOptions>(passkeys => passkeys.ResidentKeyRequirement = "required");
        services.AddScoped<SecondFactor>();
        services.AddScoped<UsedCodes>();
        services.AddOrganisation(organisation);
        services.AddSessionChecks();
        services.AddScoped<SignInService>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<OwnPasswordService>();
        services.AddScoped<OwnAuthenticatorService>();
        services.AddScoped<OwnPasskeysService>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<InvitationsService>();
        services.AddScoped<PasswordLinksService>();
        services.AddScoped<WallScreensService>();
        services.AddScoped<WallScreenKeeping>();
        services.AddScoped<AccountsService>();
        services.AddScoped<AccessKeysService>();
    }

    /// <summary>Makes the place where they are kept, when it is missing.</summary>
    public static async Task OpenAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsDatabase>().Database;
        PrivateFile.Ensure(database.GetDbConnection().DataSource);

        // The framework sets this only for a file that it makes itself: commands write while the server reads.
        await database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await database.EnsureCreatedAsync(cancellationToken);
        await AccountsUpgrade.RunAsync(database, cancellationToken);
    }

    /// <summary>The secret of a link for the first account; null when there is an account already.</summary>
    public static async Task<string?> FirstInvitationAsync(
        this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<OrganisationSignInService>().AreLocalAccountsOpen
            ? await scope.ServiceProvider.GetRequiredService<InvitationsService>().FirstAsync(cancellationToken)
            : null;
    }

    /// <summary>The secret of a link for the first wall; null once there is another screen.</summary>
    public static async Task<string?> FirstWallAsync(
        this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WallScreensService>().FirstAsync(cancellationToken);
    }

    // Somebody who signs in at a wall's screen is themselves until they sign out. Where local accounts are closed, a
    // session of one is none.
    private static string WayOf(HttpContext context, OrganisationSignIn? organisation) =>
        AccessKeyScheme.IsShownBy(context.Request) ? AccessKeyScheme.Name
        : organisation is not null && context.Request.Cookies.ContainsKey(OrganisationSessions.Cookie)
            ? OrganisationSessions.Scheme
        : organisation is not { LocalAccounts: false } && context.Request.Cookies.ContainsKey(CookieName)
            ? IdentityConstants.ApplicationScheme
        : WallSessions.Scheme;

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Password = new PasswordOptions
        {
            RequiredLength = ShortestPassword,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = s_rest;
    }
}
