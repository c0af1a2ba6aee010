using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Adds the way in through the organisation's provider, when there is one.</summary>
public static partial class OrganisationSetup
{
    private const string RemoteScheme = "OrganisationProvider";

    /// <summary>How long the provider is waited for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody may take at the provider.</summary>
    private static readonly TimeSpan s_visit = TimeSpan.FromMinutes(15);

    /// <summary>Adds it.</summary>
    public static void AddOrganisation(this IServiceCollection services, OrganisationSignIn? settings)
    {
        services.AddScoped<OrganisationSignInService>();
        services.AddScoped<OrganisationSessions>();
        if (settings is null)
        {
            return;
        }

        services.AddSingleton(settings);
        services.AddSingleton(provider => new ProviderDiscovery(
            settings,
            new HttpClient { Timeout = s_patience, MaxResponseContentBufferSize = 1024 * 1024 },
            provider.GetRequiredKeyedService<TimeProvider>(AccountsSetup.RealTime)));
        var ways = services.AddAuthentication();
        ways.AddCookie(OrganisationSessions.Scheme, OrganisationSessions.Configure);
        ways.AddOAuth<OAuthOptions, OrganisationHandler>(RemoteScheme, way => Configure(way, settings));
        services.AddOptions<OAuthOptions>(RemoteScheme).Configure<IServiceProvider>((way, provider) =>
            way.TimeProvider = provider.GetRequiredKeyedService<TimeProvider>(AccountsSetup.RealTime));

        // Whoever signs in with an account of this server is no longer signed in as anybody else.
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(cookie =>
        {
            var before = cookie.Events.OnSigningIn;
            cookie.Events.OnSigningIn = async context =>
            {
                await before(context);
                await context.HttpContext.RequestServices.GetRequiredService<OrganisationSignInService>().EndAsync();
            };
        });
    }

    /// <summary>Sends somebody to the provider.</summary>
    /// <param name="to">Path of this server that they wanted.</param>
    public static IResult Challenge(string to) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = to }, [RemoteScheme]);

    /// <summary>
    /// Asks the provider once. One that does not answer now is told of and asked again when somebody signs in: a board
    /// must start without it.
    /// </summary>
    /// <exception cref="StartRefusedException">It answers what cannot be used.</exception>
    public static async Task CheckProviderAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<ProviderDiscovery>() is not { } provider)
        {
            return;
        }

        try
        {
            await provider.FindAsync(cancellationToken);
        }
        catch (ProviderUnfitException unfit)
        {
            throw new StartRefusedException(
                ExitCodes.BadConfiguration, "authority", $"cannot be used: {unfit.Message}.", unfit);
        }
        catch (ProviderUnreachableException unreachable)
        {
            LogUnreachable(services.GetRequiredService<ILogger<ProviderDiscovery>>(), unreachable.Message);
        }
    }

    private static void Configure(OAuthOptions way, OrganisationSignIn settings)
    {
        way.ClientId = settings.ClientId;
        way.ClientSecret = settings.ClientSecret;
        way.CallbackPath = OrganisationSignInService.CallbackPath;
        way.SignInScheme = OrganisationSessions.Scheme;
        way.UsePkce = true;
        way.SaveTokens = false;
        way.RemoteAuthenticationTimeout = s_visit;
        way.BackchannelTimeout = s_patience;

        // The handler asks the provider for them before it uses them.
        way.AuthorizationEndpoint = settings.Authority;
        way.TokenEndpoint = settings.Authority;
        way.Scope.Clear();
        foreach (var scope in settings.Scopes)
        {
            way.Scope.Add(scope);
        }

        foreach (var (name, value) in settings.Parameters)
        {
            way.AdditionalAuthorizationParameters[name] = value;
        }

        way.CorrelationCookie.Name = "mse-sign-in.";
        way.CorrelationCookie.SameSite = SameSiteMode.Lax;
        way.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        way.Events.OnTicketReceived = OrganisationEvents.ReceivedAsync;
        way.Events.OnRemoteFailure = OrganisationEvents.FailedAsync;
        way.Events.OnAccessDenied = OrganisationEvents.DeniedAsync;
    }

    [LoggerMessage(LogLevel.Warning, "People cannot sign in with their organisation now: {Reason}.")]
    private static partial void LogUnreachable(ILogger log, string reason);
}
