using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Hosting;

/// <summary>What stands before every page and endpoint.</summary>
public static class HardeningExtensions
{
    /// <summary>Adds it.</summary>
    public static void AddHardening(this IServiceCollection services, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton<OwnNames>();
        services.AddRequestRates(options.Limits);
        services.AddHttpContextAccessor();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>>(provider =>
            new ConfigureOptions<AntiforgeryOptions>(forms =>
            {
                forms.Cookie = new FormCookie(provider.GetRequiredService<IHttpContextAccessor>());
                forms.SuppressXFrameOptionsHeader = true;
            }));

        // Only a proxy on this machine is believed, and only when one has been told of: the framework's own default.
        services.Configure<ForwardedHeadersOptions>(proxy =>
            proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    /// <summary>Puts it first in the pipeline; what follows is asked only by who may.</summary>
    public static void UseHardening(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<ServerOptions>().HostNames.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(app.Services.GetRequiredService<OwnNames>().PassAsync);
        app.UseRateLimiter();
    }

    /// <summary>Bounds what a connection may send, how slowly, and how many there may be.</summary>
    public static void Bound(this KestrelServerOptions kestrel, RequestLimits limits)
    {
        ArgumentNullException.ThrowIfNull(kestrel);
        ArgumentNullException.ThrowIfNull(limits);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.MaxBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.MaxHeadBytes;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadTime;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.SlowestBody, limits.SlowBodyGrace);
        kestrel.Limits.MaxConcurrentConnections = limits.MaxConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.MaxLiveLines;
    }
}
