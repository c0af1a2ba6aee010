using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Feeds;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Components.Accounts;
using MseControlCentre.Server.Components.Audit;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Components.Community;
using MseControlCentre.Server.Components.Delays;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Feeds;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Flow;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Notifications;
using MseControlCentre.Server.Components.Opel;
using MseControlCentre.Server.Components.Own;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Components.VirtualWards;
using MseControlCentre.Server.Components.Wall;
using MseControlCentre.Server.Components.Walls;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Credentials;
using MseControlCentre.Server.Escalations;
using MseControlCentre.Server.Exports;
using MseControlCentre.Server.Hosting;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Notifications;
using MseControlCentre.Server.Opel;
using MseControlCentre.Server.Progress;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Replays;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server;

/// <summary>What the server is made of.</summary>
public sealed partial class ControlCentreApplication
{
    private static void AddServices(
        WebApplicationBuilder builder,
        ServerOptions options,
        Adoptables adoptables,
        DataDirectory data,
        TimeProvider clock)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(adoptables.Network);
        services.AddSingleton(adoptables.RuleSets);
        services.AddSingleton(data);
        services.AddSingleton(clock);
        services.AddAccounts(data, adoptables.Organisation);
        AddLive(services);
        AddFeeds(services, options, adoptables, data);
        services.AddFormKeys(data, adoptables.FormKeys);
        AddPages(services, builder.Environment.WebRootPath);
        services.AddSitePages(adoptables.Network.Map);
        services.AddNotifications(adoptables.Notifications);
        services.AddEscalationPages(adoptables.Network.Map);
        services.AddCallPages();
        services.AddHeldCalls();
        AddWeb(builder, options, adoptables.Tls);
    }

    private static void AddLive(IServiceCollection services)
    {
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<IJournal>());
        services.AddSingleton<LiveState>();
        services.AddSingleton<IPictureSource>(provider => provider.GetRequiredService<LiveState>());
        services.AddSingleton<StateRestorer>();
        services.AddSingleton<NetworkAdoption>();
        services.AddSingleton<OpelAdoption>();
        services.AddSingleton<OpelReadings>();
        services.AddSingleton<SnapshotKeeper>();
        services.AddSingleton<Readiness>();
        services.AddProgress();
        services.AddSingleton<QuarantineReplays>();
        services.AddSingleton<FeedActivity>();
        services.AddHostedService<FeedActivityReader>();
        services.AddSingleton<PastPictures>();
        services.AddSingleton<DepartmentDays>();
        services.AddSingleton<ReportPicturesReader>();
        services.AddSingleton<NationalReports>();
        services.AddSingleton<FigureHistories>();
        services.AddSingleton<FigureProvenance>();
        services.AddSingleton<FigureTrail>();
        services.AddSingleton<IFigureTrail>(provider => provider.GetRequiredService<FigureTrail>());

        // Before the boards: what they show of the last hours includes the picture that is on its way to them.
        services.AddSingleton<IPictureSubscriber>(provider => provider.GetRequiredService<FigureTrail>());
        services.AddEscalations();
        services.AddCalls();
        services.AddSingleton<PictureFeed>();
        services.AddSingleton(provider => new Lazy<PictureFeed>(provider.GetRequiredService<PictureFeed>));
        services.AddSingleton<ApplyLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<ApplyLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<PictureFeed>());
        services.AddHostedService<ClockKeeper>();
        services.AddHostedService<TrailFromJournal>();
    }

    private static void AddFeeds(
        IServiceCollection services, ServerOptions options, Adoptables adoptables, DataDirectory data)
    {
        services.AddSingleton<IFeedCredentials>(provider => new StoredFeedCredentials(
            adoptables.Credentials,
            TimeProvider.System,
            provider.GetRequiredService<ILogger<StoredFeedCredentials>>()));
        services.AddSingleton(new FeedExposure(IPAddress.IsLoopback(options.Listen), options.MllpAllowed));
        try
        {
            // After the apply loop, which adopts the network before any feed is let in.
            services.AddFeeds(adoptables.Network.Map, data.Root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(ExitCodes.DataUnusable, "--data", exception.Message, exception);
        }
    }

    private static void AddPages(IServiceCollection services, string webRoot)
    {
        services.AddRazorComponents();
        services.AddSitrepPages();
        services.AddPageShell();
        services.AddOwnAccount();
        services.AddFigurePages();
        services.AddOpelPage();
        services.AddDelaysPage();
        services.AddFeedsPage();
        services.AddAuditPage();
        services.AddNotificationsPage();
        services.AddVirtualWardsPage();
        services.AddCommunityPage();
        services.AddFlowPage();
        services.AddAccountsPage();
        services.AddWallScreensPage();
        services.AddSingleton(new ClientAssets(webRoot));
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<WallService>();
        services.AddSingleton<ILivePage>(provider => provider.GetRequiredService<WallService>());
        services.AddSingleton<Viewers>();
        services.AddSingleton<Boards>();
        services.AddSingleton<IPictureSubscriber>(provider => provider.GetRequiredService<Boards>());
    }

    private static void AddWeb(WebApplicationBuilder builder, ServerOptions options, ServerCertificate? tls)
    {
        var ports = new BoundPorts();
        builder.Services.AddSingleton(ports);
        builder.Services.AddSingleton<OwnAddress>();
        builder.WebHost.ConfigureKestrel(kestrel => FeedDoors.Open(kestrel, options, tls, ports));
        builder.Services.AddHardening(options);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(OpenApiDescription.Describe);
        builder.Services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(45);
        }).AddHubOptions<PictureHub>(hub => hub.AddFilter<LiveLineSessions>());
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
    }
}
