using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Feeds.Hl7v2;
using MseControlCentre.Feeds.Hl7v2.Framing;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Quarantine;

namespace MseControlCentre.Feeds;

/// <summary>Wires the feeds into a host.</summary>
public static class FeedsServiceCollectionExtensions
{
    /// <summary>
    /// Adds both doors, the monitor and the quarantine. The host gives <see cref="Journal.IJournal"/>,
    /// <see cref="TimeProvider"/> (the server's clock, which may be simulated) and logging; it opens the MLLP port with
    /// <c>UseConnectionHandler&lt;MllpConnectionHandler&gt;()</c> and maps <c>MapEventIntake()</c>. It may add before
    /// what it knows of credentials (<see cref="IFeedCredentials"/>) and of its doors (<see cref="FeedExposure"/>);
    /// without, there are no credentials, and only this machine may send.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="network">The network in force.</param>
    /// <param name="dataDirectory">Where the pseudonym key and the quarantine lie.</param>
    /// <param name="limits">Bounds; the defaults when null.</param>
    /// <exception cref="IOException">
    /// The key or the quarantine directory cannot be used. The message says what to do.
    /// </exception>
    public static IServiceCollection AddFeeds(
        this IServiceCollection services, NetworkMap network, string dataDirectory, FeedLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var bounds = limits ?? new FeedLimits();
        var key = PseudonymKey.LoadOrCreate(Path.Combine(dataDirectory, "pseudonym.key"));
        services.AddSingleton(bounds);
        services.AddSingleton(network);
        services.AddSingleton(new Pseudonymiser(key));
        services.AddSingleton(_ => new QuarantineStore(Path.Combine(dataDirectory, "quarantine"), bounds));
        services.TryAddSingleton<IFeedCredentials, NoFeedCredentials>();
        services.TryAddSingleton(FeedExposure.Loopback);
        services.AddSingleton(provider => new FeedGate(
            provider.GetRequiredService<IFeedCredentials>(),
            provider.GetRequiredService<FeedExposure>(),
            TimeProvider.System));
        services.AddSingleton<FeedMonitor>();
        services.AddSingleton<Hl7Mapper>();
        services.AddSingleton<Hl7Intake>();
        services.AddSingleton<IFrameReceiver>(provider => provider.GetRequiredService<Hl7Intake>());
        services.AddSingleton<EventReader>();
        services.AddSingleton<JsonIntake>();
        services.AddSingleton<DeclarationReader>();
        services.AddSingleton<DeclarationIntake>();
        services.AddSingleton<CorrectionReader>();
        services.AddSingleton<SitrepReader>();
        services.AddSingleton<SitrepIntake>();
        services.AddSingleton<QuarantineReplay>();

        // Sockets live in real time, also when the day is simulated at sixty times its speed.
        services.AddSingleton(provider => new MllpConnectionHandler(
            provider.GetRequiredService<IFrameReceiver>(), bounds, TimeProvider.System));
        services.AddSingleton<SilenceWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SilenceWatch>());
        return services;
    }
}
