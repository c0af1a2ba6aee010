using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Accounts;
using MseControlCentre.Server.Components.Audit;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Components.Community;
using MseControlCentre.Server.Components.Delays;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Feeds;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Flow;
using MseControlCentre.Server.Components.Notifications;
using MseControlCentre.Server.Components.Opel;
using MseControlCentre.Server.Components.Own;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Components.VirtualWards;
using MseControlCentre.Server.Components.Wall;
using MseControlCentre.Server.Components.Walls;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;
using MseControlCentre.Server.Exports;
using MseControlCentre.Server.Hosting;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Notifications;
using MseControlCentre.Server.Notifications.Settings;
using MseControlCentre.Server.Opel;
using MseControlCentre.Server.Progress;
using MseControlCentre.Server.Sitreps;
using Serilog;

namespace MseControlCentre.Server;

/// <summary>
/// The whole server, wired. The executable and the tests start this same application; a test may change services before
/// it is built.
/// </summary>
public sealed partial class ControlCentreApplication : IAsyncDisposable
{
    private const string AskedAtTheDoor = "A program sends there: the door itself asks for the key of its source.";

    private readonly WebApplication _app;
    private readonly BoundPorts _ports;

    private ControlCentreApplication(WebApplication app)
    {
        _app = app;
        _ports = app.Services.GetRequiredService<BoundPorts>();
    }

    /// <summary>Everything the server is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where pages, API and hub are, with a slash at the end. Known once started.</summary>
    public Uri HttpAddress => Services.GetRequiredService<OwnAddress>().Http;

    /// <summary>Where HL7 is awaited, in words. Known once started.</summary>
    public string MllpAddress => At(_ports.Mllp) + (Options.CertificateFile is null ? string.Empty : " with TLS");

    /// <summary>Port of HL7 over MLLP. Known once started.</summary>
    public int MllpPort => _ports.Mllp;

    /// <summary>Absolute path of the data directory.</summary>
    public string DataDirectory => Services.GetRequiredService<DataDirectory>().Root;

    private ServerOptions Options => Services.GetRequiredService<ServerOptions>();

    private string At(int port) => OwnAddress.At(Options.Listen, port);

    /// <summary>Wires a server.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="preconfigure">Changes made before it is built, for tests.</param>
    /// <exception cref="StartRefusedException">The configuration is wrong; carries every error at once.</exception>
    public static async Task<ControlCentreApplication> CreateAsync(
        ServerOptions options, Action<WebApplicationBuilder>? preconfigure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (adoptables, data) = Check(options);
        var clock = Clock.ClockFile.Open(data, options, TimeProvider.System);
        var log = ServerLogging.Create(data);
        var journal = await JournalOpening.OpenAsync(
            data, clock, warning => log.Warning("{Journal}", warning), default);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The program's own files lie beside it, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(ControlCentreApplication).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders().AddSerilog(log, dispose: true);
        builder.Services.AddSingleton(_ => journal);
        AddServices(builder, options, adoptables, data, clock);
        preconfigure?.Invoke(builder);
        var app = builder.Build();
        try
        {
            Map(app);
            return new ControlCentreApplication(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it; complete when it listens.</summary>
    /// <exception cref="StartRefusedException">A port is in use.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        PortCheck.Require(Services.GetRequiredService<ServerOptions>());
        Services.SayHowFormKeysAreKept();
        await Services.OpenAccountsAsync(cancellationToken);
        await Services.CheckProviderAsync(cancellationToken);
        await Services.OpenNotificationsAsync(cancellationToken);
        await _app.StartAsync(cancellationToken);
    }

    /// <summary>Stops it in order.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <summary>Waits until it is told to stop or stops on a fault. Returns the exit code.</summary>
    public async Task<int> RunToEndAsync(CancellationToken stop)
    {
        await _app.WaitForShutdownAsync(stop);
        var faulted = Services.GetServices<IHostedService>()
            .OfType<BackgroundService>()
            .Any(service => service.ExecuteTask is { IsFaulted: true });
        return faulted ? ExitCodes.Fault : ExitCodes.Ok;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static (Adoptables Adoptables, DataDirectory Data) Check(ServerOptions options)
    {
        var refusals = new List<StartRefusedException>();
        var network = Try(() => AdoptableNetwork.Read(options.NetworkFile));
        var ruleSets = Try(() => AdoptableRuleSets.Read(options.OpelFolder, network?.Map));
        var data = Try(() => Configuration.DataDirectory.Open(options.DataDirectory));
        var tls = options is { CertificateFile: { } file, CertificateKeyFile: { } key }
            ? Try(() => Certificates.ReadServers(file, key, TimeProvider.System.GetUtcNow()))
            : null;
        var organisation = options.SignInFile is { } signIn
            ? Try(() => OrganisationSignInFile.Read(signIn, network?.Map))
            : null;
        var notifications = options.NotificationsFile is { } notify
            ? Try(() => NotificationFile.Read(notify, network?.Map))
            : NotificationSettings.None;
        var formKeys = options.FormKeysCertificateFile is { } encrypting
            ? Try(() => FormKeysCertificate.Read(encrypting, options.DataDirectory))
            : null;
        var known = data is null || network is null ? null : Try(() => Exposed(options, network, data));
        return refusals.Count == 0
            ? (new Adoptables(network!, ruleSets!, known!, tls, organisation, notifications!, formKeys), data!)
            : throw new StartRefusedException(
                refusals[0].ExitCode, [.. refusals.SelectMany(refusal => refusal.Errors)], refusals[0]);

        T? Try<T>(Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (StartRefusedException refused)
            {
                refusals.Add(refused);
                return null;
            }
        }
    }

    private static CredentialDatabase Exposed(ServerOptions options, AdoptableNetwork network, DataDirectory data)
    {
        var credentials = new CredentialDatabase(data.CredentialsFile);
        IReadOnlyList<FeedCredential> all;
        try
        {
            all = credentials.Read();
        }
        catch (SqliteException exception)
        {
            throw new StartRefusedException(
                ExitCodes.DataUnusable,
                "--data",
                $"the credentials in {data.CredentialsFile} cannot be read ({exception.Message}). Put the file back "
                + "from its back-up, or move it away and give every source a new credential with feed-key.",
                exception);
        }

        ExposureCheck.Require(options, network.Map, all, TimeProvider.System.GetUtcNow());
        return credentials;
    }

    private static void Map(WebApplication app)
    {
        app.UseHardening();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.UseAuthentication();
        app.UseWallBehindASession();
        app.UseAuditGate();
        app.UseAddressGate();
        app.UseAntiforgery();
        app.UseProgress();
        app.MapSignIn();
        app.MapNewPassword();
        app.MapWallLinks();
        app.MapWallScreensPage();
        app.MapAccountsPage();
        app.MapOwnAccount();
        app.MapOrganisationSignIn();
        app.MapGet("/", () => Results.Redirect("/wall")).OpenToAll("Leads to the wall, which asks by itself.")
            .ExcludeFromDescription();
        app.MapGet("/wall", (string? theme) => new RazorComponentResult<WallPage>(new { Theme = theme }))
            .Needs(Operation.SeeWall).ExcludeFromDescription();
        app.MapFigurePages();
        app.MapHub<PictureHub>(PictureHub.Path, hub =>
            {
                hub.Transports = HttpTransportType.WebSockets;
                hub.CloseOnAuthenticationExpiration = true;
            })
            .Needs(Operation.SeeWall);
        app.MapHealth();
        app.MapStatus();
        app.MapPictures();
        app.MapDelayedDischarges();
        app.MapFigures();
        app.MapOpel();
        app.MapOpelPage();
        app.MapDelaysPage();
        app.MapEscalationPages();
        app.MapCallPages();
        app.MapHeldCalls();
        app.MapSitePages();
        app.MapVirtualWardsPage();
        app.MapCommunityPage();
        app.MapFlowPage();
        app.MapQuarantine();
        app.MapFeedsPage();
        app.MapAuditPage();
        app.MapNotificationsPage();
        app.MapProgress();
        app.MapEventIntake().OpenToAll(AskedAtTheDoor);
        var (forms, sitreps) = app.MapSitreps();
        forms.Needs(Operation.SeeFigures);
        sitreps.OpenToAll(AskedAtTheDoor);
        app.MapSitrepPages();
        app.MapExports();
        app.MapOpenApi().Needs(Operation.SeeFigures);
    }

    /// <summary>Files that are read and checked before the journal is opened.</summary>
    private sealed record Adoptables(
        AdoptableNetwork Network,
        AdoptableRuleSets RuleSets,
        CredentialDatabase Credentials,
        ServerCertificate? Tls,
        OrganisationSignIn? Organisation,
        NotificationSettings Notifications,
        X509Certificate2? FormKeys);
}
